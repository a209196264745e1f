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
package io.acscall.examples.reminders;

import java.time.Clock;

import org.apache.camel.main.Main;

/** The application: an HTTP server for the callbacks, a database, and the routes. */
public final class Reminders {

    private Reminders() {
    }

    /** Starts it with the settings of {@code application.properties} and runs it until the JVM is stopped. */
    public static void main(String[] args) throws Exception {
        System.exit(application(Clock.systemUTC()).run(args));
    }

    /**
     * The application, not started.
     *
     * @param clock decides who is due, and who must be left in peace
     */
    public static Main application(Clock clock) {
        Main main = new Main();
        main.bind("clock", clock);
        main.configure().addConfiguration(new ReminderBeans());
        main.configure().addRoutesBuilder(ReminderRoutes.class);
        return main;
    }
}
