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
package io.acscall.camel.route;

import io.acscall.camel.event.CallEvent;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class StraightRouteTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    @Test
    void answersGreetsAndHangsUpInOneStraightRoute(AcsSimulator simulator) throws Exception {
        RouteBuilder routes = new RouteBuilder() {
            @Override
            public void configure() {
                from("acs-call:incomingCall?to=+18001234567")
                        .to("acs-call:answer?awaitEvent=true&cognitiveServicesEndpoint=https://cog.example.com/")
                        .to("acs-call:play?text=Welcome&voice=en-US-JennyNeural&awaitEvent=true")
                        .to("mock:greeted")
                        .to("acs-call:hangUp?forEveryone=true&awaitEvent=true")
                        .to("mock:done");
                from("acs-call:events?eventTypes=CallDisconnected").to("mock:events");
            }
        };
        try (CallApp app = CallApp.start(simulator, routes).subscribed()) {
            MockEndpoint greeted = app.mock("greeted");
            greeted.expectedMessageCount(1);
            MockEndpoint done = app.mock("done");
            done.expectedMessageCount(1);
            MockEndpoint events = app.mock("events");
            events.expectedMessageCount(1);

            simulator.placeCall("+16041234567", "+18001234567");

            done.assertIsSatisfied();
            greeted.assertIsSatisfied();
            events.assertIsSatisfied();
            CallEvent played = greeted.getExchanges().get(0).getMessage().getBody(CallEvent.class);
            assertThat(played.shortType()).isEqualTo("PlayCompleted");
            assertThat(greeted.getExchanges().get(0).getMessage().getHeader("CamelAcsCallRemoteParty"))
                    .isEqualTo("+16041234567");
            assertThat(done.getExchanges().get(0).getMessage().getBody(CallEvent.class).shortType())
                    .isEqualTo("CallDisconnected");
            assertThat(events.getExchanges().get(0).getMessage().getHeader("CamelAcsCallAwaited")).isEqualTo(true);
        }
    }
}
