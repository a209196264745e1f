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

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.acscall.camel.DispatchFailedException;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.EventReader;
import io.acscall.camel.event.NotAnEventException;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Events that came by another road than HTTP.
 */
class DispatchTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CALL = "401f0000-0000-4000-8000-0000000000e1";

    private final CountDownLatch open = new CountDownLatch(1);
    private CallApp app;

    @BeforeEach
    void start(AcsSimulator simulator) throws Exception {
        app = CallApp.start(simulator, new RouteBuilder() {
            @Override
            public void configure() {
                from("acs-call:events?eventTypes=PlayCompleted").to("mock:seen");
                from("acs-call:events?eventTypes=PlayFailed").process(exchange -> {
                    throw new IllegalStateException("a bug in a route");
                });
                from("acs-call:events?eventTypes=PlayStarted").process(exchange -> open.await(30, TimeUnit.SECONDS));
                from("acs-call:incomingCall").to("mock:calls");
            }
        });
    }

    @AfterEach
    void stop() {
        open.countDown();
        app.close();
    }

    static Stream<Named<Function<String, Object>>> bodies() {
        return Stream.of(
                Named.of("JSON text", json -> json), Named.of("bytes", json -> json.getBytes(StandardCharsets.UTF_8)),
                Named.of("a stream", json -> new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))),
                Named.of("a tree", DispatchTest::tree), Named.of("one tree", json -> tree(json).get(0)),
                Named.of("a list of maps", json -> JSON.convertValue(tree(json), List.class)),
                Named.of("a map", json -> JSON.convertValue(tree(json).get(0), Map.class)),
                Named.of("an event", json -> event(json)), Named.of("a list of events", json -> List.of(event(json))),
                Named.of("a list of trees", json -> List.of(tree(json).get(0))));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void anEventInAnyFormReachesItsRouteWhole(Function<String, Object> form) throws Exception {
        String json = Callbacks.event("PlayCompleted", CALL, "my context");
        MockEndpoint seen = app.mock("seen");
        seen.expectedMessageCount(1);

        Exchange done = app.send("acs-call:dispatch", form.apply(json), Map.of());

        assertThat(done.getException()).isNull();
        assertThat(seen.getReceivedCounter()).as("done before the step goes on").isEqualTo(1);
        assertThat(seen.getExchanges().get(0).getMessage().getBody(CallEvent.class)).isEqualTo(event(json));
        assertThat(seen.getExchanges().get(0).getMessage().getHeader("CamelAcsCallOperationContext")).isEqualTo("my context");
    }

    @Test
    void aBatchReachesItsRoutesInItsOrder() throws Exception {
        List<CallEvent> batch = Stream.of("1", "2", "3").map(context -> event(Callbacks.event("PlayCompleted", CALL, context)))
                .toList();

        assertThat(app.send("acs-call:dispatch", batch, Map.of()).getException()).isNull();

        assertThat(app.mock("seen").getExchanges())
                .extracting(exchange -> exchange.getMessage().getHeader("CamelAcsCallOperationContext"))
                .containsExactly("1", "2", "3");
    }

    @Test
    void anEventOfEventGridIsTakenToo() {
        String incoming = "[{\"id\":\"1\",\"topic\":\"/subscriptions/s/resource\",\"subject\":\"call\",\"dataVersion\":\"1.0\","
                          + "\"eventType\":\"Microsoft.Communication.IncomingCall\",\"data\":{\"incomingCallContext\":\"context\","
                          + "\"to\":{\"rawId\":\"4:+18001234567\"},\"from\":{\"rawId\":\"4:+16045550100\"}}}]";

        assertThat(app.send("acs-call:dispatch", incoming, Map.of()).getException()).isNull();

        assertThat(app.mock("calls").getReceivedCounter()).isEqualTo(1);
    }

    @Test
    void theStepWaitsUntilItsExchangesAreDone() throws Exception {
        Exchange exchange = app.context().getEndpoint("acs-call:dispatch").createExchange();
        exchange.getMessage().setBody(Callbacks.event("PlayStarted", CALL, null));

        CompletableFuture<Exchange> sent = app.template().asyncSend("acs-call:dispatch", exchange);
        app.send("acs-call:dispatch", Callbacks.event("PlayCompleted", CALL, null), Map.of());

        assertThat(sent).as("while the route works").isNotDone();
        open.countDown();
        assertThat(sent.get(10, TimeUnit.SECONDS).getException()).isNull();
    }

    @Test
    void theSameEventAgainIsDropped() {
        String event = Callbacks.event("PlayCompleted", CALL, null);

        assertThat(app.send("acs-call:dispatch", event, Map.of()).getException()).isNull();
        assertThat(app.send("acs-call:dispatch", event, Map.of()).getException()).isNull();

        assertThat(app.mock("seen").getReceivedCounter()).isEqualTo(1);
    }

    @Test
    void aConsumerThatFailsFailsTheStep() {
        Exchange failed = app.send("acs-call:dispatch", Callbacks.event("PlayFailed", CALL, null, 400, 8536), Map.of());

        assertThat(failed.getException()).isInstanceOf(DispatchFailedException.class);
    }

    @Test
    void whatIsNoEventFailsTheStepAndReachesNoRoute() {
        assertThat(app.send("acs-call:dispatch", "{\"hello\":1}", Map.of()).getException())
                .isInstanceOf(NotAnEventException.class);
        assertThat(app.send("acs-call:dispatch", null, Map.of()).getException()).isNotNull();
        assertThat(app.mock("seen").getReceivedCounter()).isZero();
    }

    @Test
    void anEventOfAnotherRoadEndsAWait() throws Exception {
        try (StubService service = StubService.taking(CALL);
             CallApp waiting = CallApp.run(SIMULATOR.simulator(),
                     settings -> settings.setConnectionString(service.connectionString()), routes -> {
                     })) {
            CompletableFuture<Object> sent
                    = waiting.template().asyncRequestBody("acs-call:createCall?target=8:acs:r_u&awaitEvent=true", null);
            await().until(() -> !service.requests().isEmpty());

            waiting.send("acs-call:dispatch",
                    Callbacks.event("CallConnected", CALL, service.last().text("operationContext")), Map.of());

            assertThat(sent.get(10, TimeUnit.SECONDS)).isInstanceOf(CallEvent.class);
            assertThat(waiting.component().getRefusals()).as("the wait wanted it").isEmpty();
        }
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static CallEvent event(String json) {
        try {
            return new EventReader().read(json.getBytes(StandardCharsets.UTF_8), "application/json").events().get(0);
        } catch (NotAnEventException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
