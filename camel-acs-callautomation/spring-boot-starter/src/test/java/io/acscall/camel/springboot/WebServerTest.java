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
package io.acscall.camel.springboot;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import io.acscall.camel.AcsCallComponent;
import io.acscall.camel.event.CallEvent;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** The paths of the component on the web server of Spring Boot. */
class WebServerTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final String CALL = "401f0000-0000-4000-8000-0000000000b1";
    private static final Duration SOON = Duration.ofSeconds(20);

    private static String connected(String id, String context) {
        return """
                [{"id":"%s","source":"calling/callConnections/%s","type":"Microsoft.Communication.CallConnected","specversion":"1.0",
                "time":"2026-04-02T09:16:00Z","data":{"callConnectionId":"%s","serverCallId":"c2VydmVy",
                "correlationId":"c0ffee00-0000-4000-8000-0000000000a1","operationContext":"%s"}}]"""
                .formatted(id, CALL, CALL, context);
    }

    @Test
    void aCallRunsFromItsBeginningToItsEnd(AcsSimulator simulator) throws Exception {
        try (BootApp app = BootApp.run(simulator, routes -> routes.from("acs-call:incomingCall?to=+18005550100")
                .to("acs-call:answer?awaitEvent=true&cognitiveServicesEndpoint=https://speech.example.com/")
                .to("acs-call:play?text=Welcome&voice=en-US-JennyNeural&awaitEvent=true")
                .to("acs-call:hangUp?forEveryone=true&awaitEvent=true").to("mock:done"))) {
            app.subscribed().mock("done").expectedMessageCount(1);

            simulator.placeCall("+16045550100", "+18005550100");

            app.mock("done").assertIsSatisfied();
            simulator.awaitRequest("terminateCall", SOON);
            assertThat(simulator.timeline().requests("answerCall").get(0).body().path("callbackUri").asText())
                    .isEqualTo(app.address("/acs-call/events"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "acs-call:mediaStream", "acs-call:transcription" })
    void aStreamNeedsAHostForWebSocketsAndSaysSoAtTheStart(String from, AcsSimulator simulator) {
        assertThatThrownBy(() -> BootApp.run(simulator, routes -> routes.from(from).to("mock:frames")))
                .hasStackTraceContaining(from + " can't open the path /acs-call/")
                .hasStackTraceContaining("a WebSocketHost of your own into the registry");
    }

    @ParameterizedTest
    @ValueSource(strings = { "max-retries=1", "callback-secret=a-part-of-the-path-that-is-a-secret" })
    void aCallRunsBelowAContextPathToo(String option, AcsSimulator simulator) throws Exception {
        try (BootApp app = BootApp.run(simulator, routes -> routes.from("acs-call:incomingCall")
                .to("acs-call:answer?awaitEvent=true").to("acs-call:hangUp?forEveryone=true&awaitEvent=true").to("mock:done"),
                "server.servlet.context-path=/telephony", "camel.component.acs-call." + option)) {
            app.subscribed().mock("done").expectedMessageCount(1);

            simulator.placeCall("+16045550100", "+18005550100");

            app.mock("done").assertIsSatisfied();
        }
    }

    @Test
    void withASecretInThePathOnlyThatAddressIsThere(AcsSimulator simulator) throws Exception {
        String secret = "a-part-of-the-path-that-is-a-secret";
        try (BootApp app = BootApp.run(simulator, routes -> routes.from("acs-call:events").to("mock:events"),
                "camel.component.acs-call.callback-secret=" + secret)) {
            app.mock("events").expectedMessageCount(1);

            assertThat(app.deliver("/acs-call/events/" + secret, connected("1", ""))).isEqualTo(200);
            assertThat(app.deliver("/acs-call/events", connected("2", ""))).isEqualTo(404);
            assertThat(app.deliver("/acs-call/events/", connected("3", ""))).isEqualTo(404);
            assertThat(app.deliver("/acs-call/events/wrong", connected("4", ""))).isEqualTo(404);
            assertThat(app.deliver("/acs-call/events/" + secret + "/more", connected("5", ""))).isEqualTo(404);
            assertThat(app.deliver("/acs-call/eventsmore", connected("6", ""))).isEqualTo(404);
            app.mock("events").assertIsSatisfied();
        }
    }

    @Test
    void whoIsNotTheServiceIsRefused(AcsSimulator simulator) throws Exception {
        try (BootApp app = BootApp.run(simulator, routes -> routes.from("acs-call:events").to("mock:events"))) {
            HttpResponse<String> answer = app.send(HttpRequest.newBuilder(URI.create(app.address("/acs-call/events")))
                    .header("Content-Type", "application/json").header("X-Told", "me")
                    .POST(HttpRequest.BodyPublishers.ofString(connected("1", ""))));

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.headers().map()).doesNotContainKeys("x-told", "authorization");
        }
    }

    @Test
    void bytesArriveAsTheyWereSent(AcsSimulator simulator) throws Exception {
        try (BootApp app = BootApp.run(simulator, routes -> routes.from("acs-call:events").to("mock:events"))) {
            app.mock("events").expectedMessageCount(3);
            String words = "Zo\u00eb \u5b57 \ud83d\ude00";

            byte[] plain = connected("1", words).getBytes(StandardCharsets.UTF_8);
            assertThat(app.deliver("/acs-call/events", HttpRequest.BodyPublishers.ofByteArray(plain))).isEqualTo(200);
            byte[] packed = gzip(connected("2", words).getBytes(StandardCharsets.UTF_8));
            assertThat(
                    app.deliver("/acs-call/events", HttpRequest.BodyPublishers.ofByteArray(packed), "Content-Encoding", "gzip"))
                    .isEqualTo(200);
            byte[] large = connected("3", words + "x".repeat(300_000)).getBytes(StandardCharsets.UTF_8);
            assertThat(app.deliver("/acs-call/events", withoutLength(large))).isEqualTo(200);

            app.mock("events").assertIsSatisfied();
            assertThat(app.mock("events").getExchanges())
                    .allSatisfy(exchange -> assertThat(exchange.getMessage().getBody(CallEvent.class).operationContext())
                            .startsWith(words));
        }
    }

    private static HttpRequest.BodyPublisher withoutLength(byte[] bytes) {
        return HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    @Test
    void aBodyThatIsTooLargeIsRefused(AcsSimulator simulator) throws Exception {
        try (BootApp app = BootApp.run(simulator, routes -> routes.from("acs-call:events").to("mock:events"),
                "camel.component.acs-call.max-body-size=2000")) {
            assertThat(app.deliver("/acs-call/events", connected("1", "x".repeat(3000)))).isEqualTo(413);
        }
    }

    @Test
    void whileNobodyListensTheServiceIsToldToComeAgain(AcsSimulator simulator) throws Exception {
        try (BootApp app
                = BootApp.run(simulator, routes -> routes.from("acs-call:events").routeId("events").to("mock:events"))) {
            app.mock("events").expectedMessageCount(2);

            assertThat(app.deliver("/acs-call/events", connected("1", ""))).isEqualTo(200);
            app.context().getRouteController().stopRoute("events");
            assertThat(app.deliver("/acs-call/events", connected("2", ""))).isEqualTo(503);
            app.context().getRouteController().startRoute("events");
            assertThat(app.deliver("/acs-call/events", connected("3", ""))).isEqualTo(200);
            app.context().getRouteController().suspendRoute("events");
            assertThat(app.deliver("/acs-call/events", connected("4", ""))).isEqualTo(503);

            app.mock("events").assertIsSatisfied();
        }
    }

    @Test
    void bothHandshakesAreAnswered(AcsSimulator simulator) throws Exception {
        try (BootApp app = BootApp.run(simulator, routes -> routes.from("acs-call:incomingCall").to("mock:calls"))) {
            String path = "/acs-call/event-grid?secret=" + AcsSimulator.EVENT_GRID_SECRET;
            HttpResponse<String> cloudEvents = app.send(HttpRequest.newBuilder(URI.create(app.address(path)))
                    .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                    .header("WebHook-Request-Origin", "eventgrid.example.com"));
            HttpResponse<String> eventGrid = app.send(HttpRequest.newBuilder(URI.create(app.address(path)))
                    .header("Content-Type", "application/json").header("aeg-event-type", "SubscriptionValidation")
                    .POST(HttpRequest.BodyPublishers.ofString("""
                            [{"id":"1","topic":"t","subject":"","eventType":"Microsoft.EventGrid.SubscriptionValidationEvent",
                            "eventTime":"2026-04-02T09:16:00Z","dataVersion":"1","data":{"validationCode":"the-code"}}]""")));

            assertThat(cloudEvents.statusCode()).isEqualTo(200);
            assertThat(cloudEvents.headers().firstValue("WebHook-Allowed-Origin")).hasValue("eventgrid.example.com");
            assertThat(eventGrid.statusCode()).isEqualTo(200);
            assertThat(eventGrid.body()).isEqualTo("{\"validationResponse\":\"the-code\"}");
        }
    }

    @Test
    void twoComponentsHaveThePathsOfTheirOwn(AcsSimulator simulator) throws Exception {
        try (BootApp app = BootApp.run(simulator, routes -> routes.from("acs-call:events").to("mock:first"))) {
            AcsCallComponent second = new AcsCallComponent(app.context());
            second.setConfiguration(app.component("acs-call").getConfiguration().copy());
            second.getConfiguration().setCallbackPath("/acs-call/events/second");
            second.getConfiguration().setEventGridPath("/second/event-grid");
            app.context().addComponent("second", second);
            app.context().addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("second:events").to("mock:second");
                }
            });
            app.mock("first").expectedHeaderReceived("CamelAcsCallEventId", "1");
            app.mock("second").expectedHeaderReceived("CamelAcsCallEventId", "2");

            assertThat(app.deliver("/acs-call/events", connected("1", ""))).isEqualTo(200);
            assertThat(app.deliver("/acs-call/events/second", connected("2", ""))).isEqualTo(200);

            app.mock("first").assertIsSatisfied();
            app.mock("second").assertIsSatisfied();
        }
    }

    @Test
    void requestsThatWaitForTheirRoutesDoNotStopTheEventsOfOtherCalls(AcsSimulator simulator) throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        try (BootApp app = BootApp.run(simulator, routes -> routes.from("acs-call:events")
                .process(exchange -> held.await()).to("mock:events"),
                "camel.component.acs-call.ack-mode=completed", "camel.component.acs-call.max-held-requests=4")) {
            app.mock("events").expectedMessageCount(4);
            List<CompletableFuture<Integer>> answers = IntStream.range(0, 12).mapToObj(
                    number -> CompletableFuture.supplyAsync(
                            () -> app.deliver("/acs-call/events", connected("held-" + number, "").replace(CALL, CALL + number)),
                            task -> new Thread(task, "sender").start()))
                    .toList();

            // more than the server has threads, and those that are too many are told so at once
            await().atMost(SOON)
                    .until(() -> answers.stream().filter(CompletableFuture::isDone).count() == 8);
            held.countDown();

            Map<Integer, Long> statuses = answers.stream().map(CompletableFuture::join)
                    .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
            assertThat(statuses).containsEntry(200, 4L).containsEntry(503, 8L);
            app.mock("events").assertIsSatisfied();
        } finally {
            held.countDown();
        }
    }
}
