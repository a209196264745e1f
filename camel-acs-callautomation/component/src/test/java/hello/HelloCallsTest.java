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
package hello;

import java.net.URI;
import java.time.Duration;

import io.acscall.camel.AcsCallComponent;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.eventgrid.EventGridSubscription;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The test of docs/getting-started.md, word for word. */
class HelloCallsTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private final Main main = new Main();

    @BeforeEach
    void start(AcsSimulator simulator) {
        main.addOverrideProperty("camel.server.enabled", "true");
        main.addOverrideProperty("camel.server.port", "0");
        main.addOverrideProperty("camel.component.acs-call.connection-string", simulator.connectionString());
        main.addOverrideProperty("camel.component.acs-call.immutable-resource-id", simulator.resourceId());
        main.addOverrideProperty("camel.component.acs-call.open-id-configuration-uri", simulator.openIdConfigurationUri());
        main.addOverrideProperty("camel.component.acs-call.event-grid-secret", AcsSimulator.EVENT_GRID_SECRET);
        main.addOverrideProperty("camel.component.acs-call.cognitive-services-endpoint", "https://speech.example.com/");
        main.configure().addRoutesBuilder(new HelloCalls());
        main.start();

        int port = main.getCamelContext().getComponent("platform-http", PlatformHttpComponent.class).getEngine()
                .getServerPort();
        main.getCamelContext().getComponent("acs-call", AcsCallComponent.class).getConfiguration()
                .setCallbackBaseUri("http://127.0.0.1:" + port);
        simulator.subscribeEventGrid(EventGridSubscription.to(
                URI.create("http://127.0.0.1:" + port + "/acs-call/event-grid?secret=" + AcsSimulator.EVENT_GRID_SECRET),
                EventGridSchema.EVENT_GRID));
    }

    @AfterEach
    void stop() {
        main.stop();
    }

    @Test
    void hangsUpWhenAKeyWasPressed(AcsSimulator simulator) {
        simulator.person("+16045550100").presses("7");

        simulator.placeCall("+16045550100", "+18005550100");

        simulator.awaitCallback("RecognizeCompleted", Duration.ofSeconds(30));
        simulator.awaitRequest("terminateCall", Duration.ofSeconds(30));
    }
}
