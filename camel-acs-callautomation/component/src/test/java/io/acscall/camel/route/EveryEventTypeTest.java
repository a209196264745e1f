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

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.azure.communication.callautomation.CallAutomationEventParser;
import com.azure.communication.callautomation.models.events.CallAutomationEventBase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.CallEventType;
import io.acscall.camel.event.EventKind;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.fixtures.EventFixture;
import io.acscall.simulator.fixtures.Fixtures;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Each type of event, posted over HTTP, in a route: the body in every form, the ids, and the headers of its type. */
class EveryEventTypeTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Class<?>> FORMS = Map.of("map", Map.class, "tree", JsonNode.class, "text", String.class,
            "stream", InputStream.class);

    private static CallApp app;

    @BeforeAll
    static void start() throws Exception {
        app = CallApp.run(SIMULATOR.simulator(), settings -> settings.setRingTime(Duration.ofDays(100_000)),
                EveryEventTypeTest::routes);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static void routes(RouteBuilder routes) {
        for (String source : List.of("events", "eventGrid")) {
            routes.from("acs-call:" + source).to("mock:body");
            FORMS.forEach((name, form) -> routes.from("acs-call:" + source).convertBodyTo(form).to("mock:" + name));
        }
        routes.from("acs-call:incomingCall").to("mock:IncomingCall");
        routes.from("acs-call:recordingFile").to("mock:RecordingFileStatusUpdated");
        callbacks().map(EveryEventTypeTest::sdkEvent).flatMap(Optional::stream).map(Object::getClass).distinct()
                .forEach(type -> routes.from("acs-call:events?eventTypes=" + type.getSimpleName()).convertBodyTo(type)
                        .to("mock:sdk"));
    }

    static Stream<EventFixture> callbacks() {
        return Fixtures.callbackEvents().stream();
    }

    static Stream<EventFixture> eventGrid() {
        return Fixtures.eventGridEvents().stream();
    }

    /** What the official SDK makes of the very bytes, empty where it does not know the type. */
    private static Optional<CallAutomationEventBase> sdkEvent(EventFixture fixture) {
        List<CallAutomationEventBase> events
                = CallAutomationEventParser.parseEvents(new String(fixture.bytes(), StandardCharsets.UTF_8));
        return events.isEmpty() ? Optional.empty() : Optional.ofNullable(events.get(0));
    }

    private static void post(String path, EventFixture fixture, String... proof) {
        List<String> headers = new ArrayList<>(List.of(proof));
        fixture.headers().forEach((header, value) -> headers.addAll(List.of(header, value)));
        assertThat(app.post(path, new String(fixture.bytes(), StandardCharsets.UTF_8), headers.toArray(String[]::new))
                .statusCode()).isEqualTo(200);
    }

    /** What a route got of an event. */
    private static Message received(String mock, EventFixture fixture) {
        String id = fixture.event().path("id").asText();
        return await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(10))
                .until(() -> app.mock(mock).getExchanges().stream().map(Exchange::getMessage)
                        .filter(message -> id.equals(message.getHeader("CamelAcsCallEventId"))).findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static void formsHoldAll(EventFixture fixture, CallEvent event) throws Exception {
        JsonNode tree = received("tree", fixture).getBody(JsonNode.class);
        assertThat(tree.path("data")).isEqualTo(fixture.event().path("data"));
        assertThat(tree.path("type").asText()).isEqualTo("Microsoft.Communication." + fixture.type());
        assertThat(tree.path("id").asText()).isEqualTo(event.id());
        assertThat(received("map", fixture).getBody()).isInstanceOf(Map.class)
                .satisfies(map -> assertThat(JSON.<JsonNode> valueToTree(map)).isEqualTo(tree));
        assertThat(received("text", fixture).getBody()).isInstanceOf(String.class)
                .satisfies(text -> assertThat(JSON.readTree((String) text)).isEqualTo(tree));
        assertThat(received("stream", fixture).getBody()).isInstanceOf(InputStream.class)
                .satisfies(stream -> assertThat(JSON.readTree((InputStream) stream)).isEqualTo(tree));
    }

    /** The fields of the payload that are the same for all types. */
    private static void headersOfAll(Message message, JsonNode data) {
        text(message, "CamelAcsCallServerCallId", data.get("serverCallId"));
        text(message, "CamelAcsCallCorrelationId", data.get("correlationId"));
        text(message, "CamelAcsCallOperationContext", data.get("operationContext"));
        JsonNode result = data.path("resultInformation");
        Object code = result.isMissingNode() ? null : result.path("code").asInt();
        assertThat(message.getHeader("CamelAcsCallResultCode")).isEqualTo(code);
        assertThat(message.getHeader("CamelAcsCallResultSubCode"))
                .isEqualTo(code == null ? null : result.path("subCode").asInt());
        assertThat(message.getHeader("CamelAcsCallOutcome") != null).isEqualTo(result.path("code").asInt() >= 300);
    }

    private static void text(Message message, String header, JsonNode expected) {
        assertThat(message.getHeader(header)).as(header)
                .isEqualTo(expected == null || expected.isNull() ? null : expected.asText());
    }

    /** Exactly the headers that the table has for the event, and no others of those. */
    private static void headersOfType(Message message, EventFixture fixture) {
        Map<String, Object> expected = EventTypeHeaders.of(fixture);
        EventTypeHeaders.NAMES
                .forEach(name -> assertThat(message.getHeader(name)).as(name).isEqualTo(expected.get(name)));
    }

    @Test
    void noTypeIsForgotten() {
        assertThat(Stream.concat(callbacks(), eventGrid()).map(EventFixture::type)).as("a new type needs a fixture")
                .containsAll(Stream.of(CallEventType.values()).map(CallEventType::shortName).toList());
    }

    @ParameterizedTest
    @MethodSource("callbacks")
    void aCallbackEventReachesARouteWithAllThatItTells(EventFixture fixture) throws Exception {
        post("/acs-call/events", fixture, "Authorization", "Bearer " + SIMULATOR.simulator().tokens().valid());

        Message message = received("body", fixture);
        CallEvent event = message.getBody(CallEvent.class);
        assertThat(event.shortType()).isEqualTo(fixture.type()).isEqualTo(message.getHeader("CamelAcsCallEventType"));
        assertThat(event.kind()).isEqualTo(EventKind.CALLBACK);
        assertThat(event.time()).isEqualTo(message.getHeader("CamelAcsCallEventTime")).isNotNull();
        assertThat(event.callConnectionId()).isEqualTo(Fixtures.CALL_CONNECTION_ID)
                .isEqualTo(message.getHeader("CamelAcsCallConnectionId"));
        JsonNode data = fixture.event().path("data");
        assertThat(JSON.<ObjectNode> valueToTree(event.data())).isEqualTo(data);
        headersOfAll(message, data);
        headersOfType(message, fixture);
        formsHoldAll(fixture, event);
    }

    @ParameterizedTest
    @MethodSource("callbacks")
    void aCallbackEventConvertsToThatOfTheOfficialSdkWhereItKnowsTheType(EventFixture fixture) {
        post("/acs-call/events", fixture, "Authorization", "Bearer " + SIMULATOR.simulator().tokens().valid());

        Optional<CallAutomationEventBase> expected = sdkEvent(fixture);
        if (expected.isPresent()) {
            Object typed = received("sdk", fixture).getBody();
            assertThat(typed).hasSameClassAs(expected.orElseThrow());
            CallAutomationEventBase base = (CallAutomationEventBase) typed;
            assertThat(base.getCallConnectionId()).isEqualTo(Fixtures.CALL_CONNECTION_ID);
            assertThat(base.getServerCallId()).isEqualTo(Fixtures.SERVER_CALL_ID);
            assertThat(base.getOperationContext()).isEqualTo(expected.orElseThrow().getOperationContext());
        } else {
            CallEvent event = received("body", fixture).getBody(CallEvent.class);
            assertThat(app.context().getTypeConverter().convertTo(CallAutomationEventBase.class, event)).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("eventGrid")
    void anEventGridEventReachesARouteWithAllThatItTells(EventFixture fixture) throws Exception {
        post("/acs-call/event-grid?secret=" + AcsSimulator.EVENT_GRID_SECRET, fixture);

        Message message = received("body", fixture);
        CallEvent event = message.getBody(CallEvent.class);
        assertThat(event.shortType()).isEqualTo(fixture.type()).isEqualTo(message.getHeader("CamelAcsCallEventType"));
        assertThat(event.kind()).isEqualTo(EventKind.EVENT_GRID);
        assertThat(event.subject()).isEqualTo(fixture.event().path("subject").asText());
        headersOfAll(message, fixture.event().path("data"));
        headersOfType(message, fixture);
        formsHoldAll(fixture, event);
        if (List.of("IncomingCall", "RecordingFileStatusUpdated").contains(fixture.type())) {
            headersOfType(received(fixture.type(), fixture), fixture);
        }
    }
}
