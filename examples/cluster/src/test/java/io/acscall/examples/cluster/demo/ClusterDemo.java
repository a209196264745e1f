/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.acscall.examples.cluster.demo;

import java.nio.file.Files;

/** Runs all of it on this machine, kills a worker, and shows what came of the calls. */
public final class ClusterDemo {

    private static final String LOG_SETTINGS = "log4j2.configurationFile";

    private ClusterDemo() {
    }

    /** Ends the JVM: with 0 when all calls are as they should be, else with 1. */
    public static void main(String[] args) throws Exception {
        System.setProperty(LOG_SETTINGS, System.getProperty(LOG_SETTINGS, "log4j2-demo.properties"));
        System.exit(new DemoRun(System.out::println, Files.createTempDirectory("acs-call-cluster")).run() ? 0 : 1);
    }
}
