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
package io.acscall.examples.lobby;

import org.apache.camel.main.Main;

/** The application: an HTTP server, a database, the page of the agents, and the routes. */
public final class Lobby {

    private Lobby() {
    }

    /** Starts it with the settings of {@code application.properties} and runs it until the JVM is stopped. */
    public static void main(String[] args) throws Exception {
        System.exit(application().run(args));
    }

    /** The application, not started. */
    public static Main application() {
        Main main = new Main();
        main.configure().addConfiguration(new LobbyBeans());
        main.configure().addRoutesBuilder(LobbyRoutes.class);
        main.configure().addRoutesBuilder(AgentRoutes.class);
        main.configure().addRoutesBuilder(OverdueRoutes.class);
        return main;
    }
}
