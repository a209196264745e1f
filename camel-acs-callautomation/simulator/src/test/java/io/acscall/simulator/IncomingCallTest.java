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
package io.acscall.simulator;

import java.time.Duration;

import io.acscall.simulator.call.IncomingCall;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.eventgrid.EventGridSubscription;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.ServiceClient;
import io.acscall.simulator.testing.TestApp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class IncomingCallTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String CALLER = "+16045550100";
    private static final String OURS = "+18005550100";

    private AcsSimulator simulator;
    private ServiceClient client;
    private TestApp app;

    @BeforeEach
    void start() {
        simulator = EXTENSION.simulator();
        client = new ServiceClient(simulator);
        app = new TestApp();
        simulator.subscribeEventGrid(EventGridSubscription.to(app.uri("/event-grid?secret=s"), EventGridSchema.EVENT_GRID));
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void anAnsweredCallIsConnectedAndEndsWhenTheCallerHangsUp() {
        IncomingCall call = simulator.placeCall(CALLER, OURS);
        ServiceClient.Answer answered = client.post("/calling/callConnections:answer",
                "{\"incomingCallContext\":\"" + call.incomingCallContext() + "\",\"callbackUri\":\"" + app.uri("/cb")
                                                                                       + "\",\"operationContext\":\"ctx\"}");
        assertThat(answered.status()).isEqualTo(200);
        assertThat(answered.body().path("callConnectionState").asText()).isEqualTo("unknown");
        simulator.awaitCallback("ParticipantsUpdated", SOON);
        simulator.hangUp(call.callId(), CALLER);
        simulator.awaitCallback("CallDisconnected", SOON);
    }
}
