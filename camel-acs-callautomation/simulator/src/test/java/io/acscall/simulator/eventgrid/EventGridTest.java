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
package io.acscall.simulator.eventgrid;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.call.CallerDetails;
import io.acscall.simulator.call.IncomingCall;
import io.acscall.simulator.fixtures.Fixtures;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.TestApp;
import io.acscall.simulator.testing.TestApp.Received;
import io.acscall.simulator.testing.TestApp.Reply;
import io.acscall.simulator.timeline.EntryKind;
import io.acscall.simulator.timeline.TimelineEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static io.acscall.simulator.testing.CallScene.ANN;
import static io.acscall.simulator.testing.CallScene.OURS;
import static io.acscall.simulator.testing.CallScene.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class EventGridTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION
            = new AcsSimulatorExtension(builder -> builder.eventGridRetry(Duration.ofMillis(20)));

    private AcsSimulator simulator;
    private TestApp app;

    @BeforeEach
    void open() {
        simulator = EXTENSION.simulator();
        app = new TestApp();
    }

    @AfterEach
    void close() {
        simulator.unsubscribeEventGrid();
        app.close();
    }

    @ParameterizedTest
    @EnumSource(EventGridSchema.class)
    void anEndpointThatPassesTheHandshakeHearsOfCalls(EventGridSchema schema) {
        simulator.subscribeEventGrid(
                EventGridSubscription.to(app.uri("/hook?code=a%2Fb"), schema).withHeader("X-Secret", "sesame"));
        IncomingCall call = simulator.placeCall(ANN, OURS);
        Received event = awaitEvent();

        assertThat(app.received()).hasSize(2).allSatisfy(request -> {
            assertThat(request.headers()).containsEntry("x-secret", "sesame");
            assertThat(request.query()).isEqualTo("code=a%2Fb");
            assertThat(request.path()).isEqualTo("/hook");
        });
        assertThat(event.headers()).containsEntry("aeg-event-type", "Notification");
        assertThat(event.event().at("/data/incomingCallContext").asText()).isEqualTo(call.incomingCallContext());
        assertThat(event.event().at("/data/correlationId").asText()).isEqualTo(call.correlationId());
        assertThat(event.event().at("/data/serverCallId").asText()).isEqualTo(call.serverCallId());
    }

    @ParameterizedTest
    @EnumSource(EventGridSchema.class)
    void anIncomingCallHasTheMembersOfTheSample(EventGridSchema schema) {
        simulator.subscribeEventGrid(EventGridSubscription.to(app.uri("/hook"), schema));
        JsonNode sample = Fixtures.eventGridEvent("IncomingCall." + schema.wireName()).body();
        ObjectNode context = (ObjectNode) (sample.isArray() ? sample.get(0) : sample).at("/data/customContext");
        simulator.placeCall(ANN, OURS, new CallerDetails("Ann Caller", context, null));
        JsonNode event = awaitEvent().body();

        assertThat(paths(event)).containsExactlyInAnyOrderElementsOf(paths(sample));
        assertThat(event.isArray()).isEqualTo(schema == EventGridSchema.EVENT_GRID);
        JsonNode one = event.isArray() ? event.get(0) : event;
        assertThat(one.at("/data/callerDisplayName").asText()).isEqualTo("Ann Caller");
        assertThat(one.at("/data/customContext")).isEqualTo(context);
        assertThat(one.path("subject").asText()).isEqualTo("/caller/4:" + ANN + "/recipient/4:" + OURS);
        assertThat(one.path(event.isArray() ? "eventTime" : "time").asText())
                .matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{7}Z");
    }

    @ParameterizedTest
    @MethodSource
    void anEndpointThatDoesNotPassIsRefusedWithWhatItAnswered(
            EventGridSchema schema, Function<Received, Reply> behaviour,
            int status, String part) {
        app.behaves(behaviour);
        EventGridRefusedException refused = catchThrowableOfType(EventGridRefusedException.class,
                () -> simulator.subscribeEventGrid(EventGridSubscription.to(app.uri("/hook"), schema)));

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused).hasMessageContaining("answered " + status).hasMessageContaining(part);
        simulator.placeCall(ANN, OURS);
        assertThat(app.received()).as("nothing but the handshake").hasSize(1);
    }

    static Stream<Arguments> anEndpointThatDoesNotPassIsRefusedWithWhatItAnswered() {
        EventGridSchema grid = EventGridSchema.EVENT_GRID;
        EventGridSchema cloud = EventGridSchema.CLOUD_EVENTS;
        return Stream.of(row("not found", grid, r -> Reply.of(404), 404, "validationResponse"),
                row("unauthorized", grid, r -> new Reply(401, Map.of(), "who are you"), 401, "who are you"),
                row("accepted is not enough", grid, r -> new Reply(202, Map.of(), TestApp.wellBehaved(r).body()), 202, "200"),
                row("wrong code", grid, r -> new Reply(200, Map.of(), "{\"validationResponse\":\"x\"}"), 200,
                        "validationResponse"),
                row("no JSON", grid, r -> new Reply(200, Map.of(), "hello"), 200, "hello"),
                row("no header", cloud, r -> Reply.of(200), 200, "WebHook-Allowed-Origin"),
                row("other origin", cloud, r -> new Reply(200, Map.of("WebHook-Allowed-Origin", "example.com"), ""), 200,
                        "eventgrid.azure.net"),
                row("method not allowed", cloud, r -> Reply.of(405), 405, "OPTIONS"));
    }

    private static Arguments row(
            String name, EventGridSchema schema, Function<Received, Reply> behaviour, int status,
            String part) {
        return Arguments.of(schema, Named.of(name, behaviour), status, part);
    }

    @Test
    void anEndpointThatIsNotThereIsRefused() {
        EventGridRefusedException refused = catchThrowableOfType(EventGridRefusedException.class,
                () -> simulator.subscribeEventGrid(
                        EventGridSubscription.to(URI.create("http://127.0.0.1:1/"), EventGridSchema.EVENT_GRID)));

        assertThat(refused.status()).isZero();
        assertThat(refused).hasMessageContaining("no answer").hasMessageContaining("refused");
    }

    @Test
    void anyOriginWillDo() {
        app.behaves(r -> new Reply(200, Map.of("WebHook-Allowed-Origin", "*", "WebHook-Allowed-Rate", "*"), ""));
        simulator.subscribeEventGrid(EventGridSubscription.to(app.uri("/hook"), EventGridSchema.CLOUD_EVENTS));

        assertThat(app.received().get(0).method()).isEqualTo("OPTIONS");
        assertThat(app.received().get(0).headers()).containsEntry("webhook-request-origin", "eventgrid.azure.net");
    }

    @Test
    void aFailedHandshakeLeavesTheFormerSubscription() {
        simulator.subscribeEventGrid(EventGridSubscription.to(app.uri("/first"), EventGridSchema.EVENT_GRID));
        catchThrowableOfType(EventGridRefusedException.class, () -> simulator.subscribeEventGrid(
                EventGridSubscription.to(URI.create("http://127.0.0.1:1/"), EventGridSchema.EVENT_GRID)));
        simulator.placeCall(ANN, OURS);

        assertThat(awaitEvent().path()).isEqualTo("/first");
    }

    @Test
    void aNewSubscriptionReplacesTheFormerOneAndSurvivesAReset() {
        simulator.subscribeEventGrid(EventGridSubscription.to(app.uri("/first"), EventGridSchema.EVENT_GRID));
        simulator.subscribeEventGrid(EventGridSubscription.to(app.uri("/second"), EventGridSchema.EVENT_GRID));
        simulator.reset();
        simulator.placeCall(ANN, OURS);

        assertThat(awaitEvent().path()).isEqualTo("/second");
        simulator.timeline().awaitQuiet(Duration.ofMillis(100));
        assertThat(app.received("IncomingCall")).hasSize(1);
    }

    @Test
    void aDeliveryThatFailsIsTriedOnceMore() {
        subscribeThenAnswer(503);
        simulator.placeCall(ANN, OURS);
        deliveries(2);
        simulator.timeline().awaitQuiet(Duration.ofMillis(150));

        List<Received> all = app.received("IncomingCall");
        assertThat(all).hasSize(2);
        assertThat(all.get(1).body()).isEqualTo(all.get(0).body());
        assertThat(all).extracting(r -> r.headers().get("aeg-delivery-count")).containsExactly("0", "1");
    }

    @Test
    void aDeliveryThatIsRefusedForGoodIsNotTriedAgain() {
        subscribeThenAnswer(400);
        simulator.placeCall(ANN, OURS);
        deliveries(1);
        simulator.timeline().awaitQuiet(Duration.ofMillis(150));

        assertThat(app.received("IncomingCall")).hasSize(1);
        assertThat(simulator.timeline().entries()).anySatisfy(entry -> {
            assertThat(entry.kind()).isEqualTo(EntryKind.NOTE);
            assertThat(entry.detail()).contains("400");
        });
    }

    @Test
    void aResetGivesUpTheSecondAttempt() {
        subscribeThenAnswer(503);
        simulator.placeCall(ANN, OURS);
        deliveries(1);
        simulator.reset();
        simulator.timeline().awaitQuiet(Duration.ofMillis(150));

        assertThat(simulator.timeline().entries()).isEmpty();
        assertThat(app.received("IncomingCall").size()).isBetween(1, 2);
    }

    @Test
    void withoutASubscriptionTheTimelineSaysSo() {
        simulator.placeCall(ANN, OURS);

        assertThat(simulator.timeline().entries()).anySatisfy(
                entry -> assertThat(entry.detail()).contains("nobody has subscribed to Event Grid"));
    }

    @Test
    void aSubscriptionShowsNoSecrets() {
        EventGridSubscription subscription
                = EventGridSubscription.to(app.uri("/hook?secret=sesame"), EventGridSchema.EVENT_GRID).withHeader("X",
                        "sesame");
        simulator.subscribeEventGrid(subscription.withHeader("X-Secret", "sesame"));

        assertThat(subscription.toString()).doesNotContain("sesame");
        TimelineEntry handshake = simulator.timeline().entries().get(0);
        assertThat(handshake.path()).doesNotContain("sesame");
        assertThat(handshake.headers().get("x-secret")).isEqualTo("***");
    }

    @Test
    void anEndpointMustBeAnAddress() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventGridSubscription.to(URI.create("/relative"), EventGridSchema.EVENT_GRID))
                .withMessageContaining("http://localhost:8080/acs-call/event-grid");
    }

    private void subscribeThenAnswer(int status) {
        simulator.subscribeEventGrid(EventGridSubscription.to(app.uri("/hook"), EventGridSchema.EVENT_GRID));
        app.behaves(r -> Reply.of(status));
    }

    private Received awaitEvent() {
        deliveries(1);
        return app.received("IncomingCall").get(0);
    }

    private void deliveries(int count) {
        simulator.timeline().await(entry -> "IncomingCall".equals(entry.type()) && entry.status() != null, count, SOON,
                "delivery of an IncomingCall");
    }

    /** The names of all members with their places. */
    private static List<String> paths(JsonNode json) {
        return walk("", json).sorted().toList();
    }

    private static Stream<String> walk(String at, JsonNode json) {
        if (json.isArray()) {
            return json.valueStream().flatMap(element -> walk(at + "[]", element));
        }
        return json.propertyStream().flatMap(
                member -> Stream.concat(Stream.of(at + "/" + member.getKey()),
                        walk(at + "/" + member.getKey(), member.getValue())));
    }
}
