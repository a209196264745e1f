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
package io.acscall.examples.voiceagent;

import org.apache.camel.main.Main;

/** The application: an HTTP server, a model, and the routes of the agent. */
public final class VoiceAgent {

    private static final int SECOND = 50;

    private VoiceAgent() {
    }

    /** Starts the agent with the settings of {@code application.properties} and runs it until the JVM is stopped. */
    public static void main(String[] args) throws Exception {
        System.exit(application(new EchoModel(SECOND)).run(args));
    }

    /**
     * The application, not started.
     *
     * @param model talks to the callers
     */
    public static Main application(Model model) {
        Main main = new Main();
        main.bind("model", model);
        main.configure().addRoutesBuilder(VoiceAgentRoutes.class);
        return main;
    }
}
