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
package io.acscall.examples.frontdesk;

import java.time.Clock;
import java.util.List;

import org.apache.camel.main.Main;

/** The application: an HTTP server, a database, and the routes of the front desk. */
public final class FrontDesk {

    private FrontDesk() {
    }

    /**
     * Starts the front desk with the settings of {@code application.properties} and runs it until the JVM is stopped.
     */
    public static void main(String[] args) throws Exception {
        List<String> missing = RequiredVariable.missingIn(System.getenv());
        if (missing.isEmpty()) {
            System.exit(application(Clock.systemUTC()).run(args));
        }
        System.err.println("The front desk needs these environment variables:\n\n" + String.join("\n", missing) + "\n");
        System.exit(1);
    }

    /**
     * The application, not started.
     *
     * @param clock decides whether the desk is open
     */
    public static Main application(Clock clock) {
        Main main = new Main();
        main.bind("clock", clock);
        main.configure().addConfiguration(new FrontDeskBeans());
        main.configure().addRoutesBuilder(FrontDeskRoutes.class);
        return main;
    }
}
