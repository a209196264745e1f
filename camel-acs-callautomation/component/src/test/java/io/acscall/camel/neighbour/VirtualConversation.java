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
package io.acscall.camel.neighbour;

import io.acscall.camel.route.CallApp;
import io.acscall.simulator.AcsSimulator;
import org.apache.camel.util.concurrent.ThreadType;

/** A program: a caller is greeted, in a JVM in which Camel's threads are virtual. */
public final class VirtualConversation {

    static final String DONE = "greeted on virtual threads";

    private VirtualConversation() {
    }

    /** Ends with 1 and a stack trace when anything is not as it should be. */
    public static void main(String[] args) throws Exception {
        if (ThreadType.current() != ThreadType.VIRTUAL) {
            throw new IllegalStateException("Camel's threads are " + ThreadType.current());
        }
        try (AcsSimulator simulator = AcsSimulator.builder().start();
             CallApp app = CallApp.run(simulator,
                     settings -> settings.setCognitiveServicesEndpoint("https://cog.example.com/"),
                     routes -> routes.from("acs-call:incomingCall?to=" + CallApp.OUR_NUMBER)
                             .to("acs-call:answer?awaitEvent=true")
                             .to("acs-call:play?text=Welcome&voice=en-US-JennyNeural&awaitEvent=true")
                             .delay(10)
                             .to("acs-call:hangUp?forEveryone=true&awaitEvent=true")
                             .to("mock:done"))
                     .subscribed()) {
            app.mock("done").expectedMessageCount(1);
            simulator.placeCall(CallApp.CALLER, CallApp.OUR_NUMBER);
            app.mock("done").assertIsSatisfied();
            System.out.println(DONE);
        }
    }
}
