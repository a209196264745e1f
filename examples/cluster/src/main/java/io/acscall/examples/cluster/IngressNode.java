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
package io.acscall.examples.cluster;

import org.apache.camel.main.Main;

/** A node that takes the events of calls from the service and has them on Kafka before it says so. */
public final class IngressNode {

    private IngressNode() {
    }

    /** Runs it until the JVM is stopped. */
    public static void main(String[] args) throws Exception {
        System.exit(application().run(args));
    }

    /** The application, not started. */
    public static Main application() {
        Main main = ClusterNode.of("ingress");
        main.configure().addConfiguration(new IngressBeans());
        main.configure().addRoutesBuilder(IngressRoutes.class);
        return main;
    }
}
