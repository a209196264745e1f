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

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.acscall.camel.event.CallEvent;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.eventgrid.EventGridSubscription;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * An application whose public address is not the one that its server listens at.
 */
class BehindAProxyTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final String CALL = "401f0000-0000-4000-8000-0000000000c9";

    @Test
    void aCallRunsBehindAPrefixThatTheProxyTakesAway(AcsSimulator simulator) throws Exception {
        try (FrontProxy proxy = new FrontProxy();
             CallApp app = CallApp.run(simulator, settings -> settings.setCallbackBaseUri(proxy.address("/voice")),
                     routes -> routes
                             .from("acs-call:incomingCall").to("acs-call:answer?awaitEvent=true")
                             .to("acs-call:hangUp?forEveryone=true&awaitEvent=true").to("mock:done"))) {
            proxy.leadingTo(path -> path.startsWith("/voice/") ? app.address(path.substring("/voice".length())) : null);
            URI grid = URI.create(proxy.address("/voice/acs-call/event-grid?secret=" + AcsSimulator.EVENT_GRID_SECRET));
            simulator.subscribeEventGrid(EventGridSubscription.to(grid, EventGridSchema.EVENT_GRID));
            app.mock("done").expectedMessageCount(1);

            simulator.placeCall("+16045550100", "+18001234567");

            app.mock("done").assertIsSatisfied();
            assertThat(simulator.timeline().requests("answerCall").get(0).body().path("callbackUri").asText())
                    .isEqualTo(proxy.address("/voice/acs-call/events"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://app.example.com", "https://app.example.com/", "https://app.example.com/voice/" })
    void whereTlsEndsInFrontAWaitIsEndedByWhatComesInWithout(String base, AcsSimulator simulator) throws Exception {
        try (StubService service = StubService.taking(CALL); CallApp app = CallApp.run(simulator, settings -> {
            settings.setConnectionString(service.connectionString());
            settings.setCallbackBaseUri(base);
        }, routes -> {
        })) {
            CompletableFuture<Object> sent
                    = app.template().asyncRequestBody("acs-call:createCall?target=8:acs:r_u&awaitEvent=true", (Object) null);
            await("the request").until(() -> !service.requests().isEmpty());

            app.deliver(Callbacks.event("CallConnected", CALL, service.last().text("operationContext")));

            assertThat(sent.get(10, TimeUnit.SECONDS)).isInstanceOf(CallEvent.class);
            assertThat(service.last().text("callbackUri"))
                    .isEqualTo((base.endsWith("/") ? base : base + "/") + "acs-call/events");
        }
    }
}
