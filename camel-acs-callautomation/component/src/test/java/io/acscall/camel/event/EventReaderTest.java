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
package io.acscall.camel.event;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class EventReaderTest {

    private static final String GOOD
            = "{\"id\":\"1\",\"type\":\"Microsoft.Communication.CallConnected\","
              + "\"source\":\"calling/callConnections/c-1\",\"specversion\":\"1.0\"}";

    private final EventReader reader = new EventReader();

    static Stream<JsonNode> callbacks() {
        return EventTable.callbacks();
    }

    static Stream<JsonNode> eventGrid() {
        return EventTable.eventGrid();
    }

    static Stream<JsonNode> broken() {
        return EventTable.broken();
    }

    @ParameterizedTest
    @MethodSource("callbacks")
    void readsEveryCallbackEventAsTheServiceSendsIt(JsonNode row) throws NotAnEventException {
        JsonNode wire = row.get("event");

        ReadEvents read
                = reader.read(EventTable.bytes(EventTable.JSON.createArrayNode().add(wire)), "application/json",
                        EventKind.CALLBACK);

        assertThat(read.problems()).isEmpty();
        CallEvent event = read.events().get(0);
        assertThat(event.shortType()).isEqualTo(row.get("name").asText());
        assertThat(event.id()).isEqualTo(wire.get("id").asText());
        assertThat(event.source()).isEqualTo(wire.get("source").asText());
        assertThat(event.subject()).isEqualTo(wire.get("subject").asText());
        assertThat(event.time()).isEqualTo(OffsetDateTime.parse(wire.get("time").asText()));
        assertThat(event.callConnectionId()).isEqualTo("33333333-0000-4000-8000-000000000003");
        assertThat(event.serverCallId()).isEqualTo("c2VydmVyLWNhbGw=");
        assertThat(event.correlationId()).isEqualTo("44444444-0000-4000-8000-000000000004");
        assertThat(event.operationContext()).isEqualTo(wire.at("/data/operationContext").asText(null));
        assertThat(event.result().code()).isEqualTo(wire.at("/data/resultInformation/code").asInt());
        assertThat(event.result().subCode()).isEqualTo(wire.at("/data/resultInformation/subCode").asInt());
        assertThat(event.result().message()).isEqualTo(wire.at("/data/resultInformation/message").asText());
        assertThat(event.kind()).isEqualTo(EventKind.CALLBACK);
        assertThat(event.toJson().get("data")).isEqualTo(wire.get("data"));
        assertThat(event.data().keySet()).containsExactlyElementsOf(() -> wire.get("data").fieldNames());
    }

    @ParameterizedTest
    @MethodSource("eventGrid")
    void readsEveryEventGridEventInBothSchemas(JsonNode row) throws NotAnEventException {
        CallEvent ofGrid = one(row.get("eventGrid").toString(), EventKind.EVENT_GRID);
        CallEvent ofCloud = one(row.get("cloudEvents").toString(), EventKind.EVENT_GRID);

        assertThat(ofGrid.shortType()).isEqualTo(row.get("name").asText());
        assertThat(ofGrid.source()).isEqualTo(row.at("/eventGrid/0/topic").asText());
        assertThat(ofCloud.source()).isEqualTo(row.at("/cloudEvents/source").asText());
        assertThat(ofGrid.callConnectionId()).isNull();
        assertThat(ofGrid.result()).isNull();
        assertThat(ofGrid.time()).isEqualTo(OffsetDateTime.parse("2026-05-06T07:08:09.2415391Z"));
        assertThat(ofGrid).usingRecursiveComparison().ignoringFields("source").isEqualTo(ofCloud);
        assertThat(ofGrid.serverCallId()).isEqualTo(row.at("/cloudEvents/data/serverCallId").asText(null));
        assertThat(ofGrid.correlationId()).isEqualTo(row.at("/cloudEvents/data/correlationId").asText(null));
    }

    @ParameterizedTest
    @MethodSource({ "callbacks", "eventGrid" })
    void whatItWritesItReadsBackTheSameAlsoWhenNobodySaysByWhichRoadItCame(JsonNode row) throws NotAnEventException {
        boolean grid = row.has("eventGrid");
        CallEvent event = one((grid ? row.get("eventGrid") : row.get("event")).toString(),
                grid ? EventKind.EVENT_GRID : EventKind.CALLBACK);

        List<CallEvent> again = reader.read(EventTable.bytes(event.toJson()), null).events();

        assertThat(again).containsExactly(event);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void refusesWhatIsNoEvent(JsonNode row) {
        byte[] body = row.get("body").asText().getBytes(StandardCharsets.UTF_8);
        for (EventKind kind : EventKind.values()) {
            assertThatExceptionOfType(NotAnEventException.class).as(row.get("name").asText())
                    .isThrownBy(() -> reader.read(body, "application/json", kind))
                    .withMessageContaining(row.get("reason").asText())
                    .withNoCause();
        }
    }

    @Test
    void theRefusalNeverRepeatsTheBody() {
        assertThatExceptionOfType(NotAnEventException.class).isThrownBy(() -> one("{\"+16045550123\":+16045550123}", null))
                .withMessageNotContaining("6045550123").withMessageContaining("line 1");
    }

    @Test
    void refusesNothingAtAllAndWhatIsNotUtf8() {
        assertRefused(null, "empty");
        assertRefused(new byte[0], "empty");
        assertRefused(GOOD.replace("c-1", "\u00e9").getBytes(StandardCharsets.ISO_8859_1), "UTF-8");
        assertRefused(GOOD.getBytes(StandardCharsets.UTF_16LE), "not JSON");
        assertRefused(new byte[] { '{', '"', (byte) 0xC0, (byte) 0xAF, '"', ':', '1', '}' }, "UTF-8");
        assertRefused(new byte[] { '{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ':', '1', '}' }, "UTF-8");
    }

    @Test
    void acceptsAByteOrderMark() throws NotAnEventException {
        assertThat(one("\uFEFF" + GOOD, EventKind.CALLBACK).callConnectionId()).isEqualTo("c-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "application/json", "application/cloudevents+json; charset=utf-8", "application/cloudevents-batch+json",
            "text/plain; charset=\"UTF-8\"", "application/octet-stream", "application/json;charset=us-ascii", ";" })
    void theShapeDecidesNotTheContentType(String contentType) throws NotAnEventException {
        assertThat(reader.read(("[" + GOOD + "]").getBytes(StandardCharsets.UTF_8), contentType, EventKind.CALLBACK).events())
                .hasSize(1);
    }

    @Test
    void refusesAnotherCharacterSet() {
        assertThatExceptionOfType(NotAnEventException.class)
                .isThrownBy(() -> reader.read(GOOD.getBytes(StandardCharsets.UTF_8), "application/json; charset=utf-16", null))
                .withMessageContaining("character set");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "2026-04-02T09:15:05.118+00:00, 2026-04-02T09:15:05.118Z",
            "2026-04-02T09:15:04.6980507+00:00, 2026-04-02T09:15:04.698050700Z",
            "2026-04-02T09:15:00.2415391Z, 2026-04-02T09:15:00.241539100Z",
            "2026-04-02T09:15:06Z, 2026-04-02T09:15:06Z",
            "2026-04-02T09:15:06.123456789-07:00, 2026-04-02T09:15:06.123456789-07:00",
            "2026-04-02t09:15:06z, 2026-04-02T09:15:06Z",
            "2026-04-02T09:15:06+0530, 2026-04-02T09:15:06+05:30",
            "2026-04-02T09:15, 2026-04-02T09:15Z",
            "2026-04-02T24:00:00Z, 2026-04-03T00:00Z",
            "2026-04-02T09:15:06.5+00:00, 2026-04-02T09:15:06.500Z",
            "2026-04-02T09:15:06.+00:00, 2026-04-02T09:15:06Z",
            "2026-04-02T09:15:0xZ, -",
            "2026-02-30T09:15:06Z, 2026-02-28T09:15:06Z",
            "2026-04-02T09:15:06, 2026-04-02T09:15:06Z",
            "2026-13-02T09:15:06Z, -",
            "2026-04-02T09:15:06.1234567890123456789Z, -",
            "yesterday, -",
            "2026-04-02, -" })
    void readsEveryTimeOfTheServiceAndForgivesTheRest(String wire, OffsetDateTime time) throws NotAnEventException {
        assertThat(one(with("time", "\"" + wire + "\""), EventKind.CALLBACK).time()).isEqualTo(time);
    }

    @Test
    void forgivesWhatIsOptional() throws NotAnEventException {
        CallEvent bare = one("{\"id\":\"1\",\"type\":\"Some.Other.Type\",\"source\":\"anywhere\"}", EventKind.CALLBACK);
        assertThat(bare.data()).isEmpty();
        assertThat(bare.time()).isNull();
        assertThat(bare.subject()).isNull();
        assertThat(bare.result()).isNull();
        assertThat(bare.callConnectionId()).isNull();
        assertThat(bare.operationContext()).isNull();
        assertThat(bare.shortType()).isEqualTo("Some.Other.Type");

        CallEvent odd = one(with("data", "{\"callConnectionId\":7,\"operationContext\":null,\"serverCallId\":{},"
                                         + "\"resultInformation\":{\"code\":\"486\",\"message\":null,"
                                         + "\"sipDetails\":{\"code\":\"x\"}},\"new\":[null,{}]}"),
                EventKind.CALLBACK);
        assertThat(odd.callConnectionId()).as("from the source").isEqualTo("c-1");
        assertThat(odd.operationContext()).isNull();
        assertThat(odd.serverCallId()).isNull();
        assertThat(odd.result()).isEqualTo(
                new ResultInformation(486, 0, null, new ResultInformation.Detail(null, null), null));
        assertThat(odd.data()).containsKey("new");

        assertThat(one(with("data", "null"), EventKind.CALLBACK).data()).isEmpty();
        assertThat(one("[{\"id\":\"1\",\"eventType\":\"A.B\"}]", EventKind.EVENT_GRID).source()).isEqualTo("/");
    }

    @Test
    void aTypeOfTomorrowPassesThroughWhole() throws NotAnEventException {
        CallEvent event
                = one("{\"id\":\"9\",\"type\":\"Microsoft.Communication.HologramProjected\","
                      + "\"source\":\"calling/callConnections/c-9/x\","
                      + "\"specversion\":\"1.1\",\"data\":{\"depth\":1.5,\"big\":12345678901234567890,"
                      + "\"parts\":[1,\"two\",true,null,{\"a\":[]}]}}",
                        null);
        assertThat(event.shortType()).isEqualTo("HologramProjected");
        assertThat(event.kind()).isEqualTo(EventKind.CALLBACK);
        assertThat(event.callConnectionId()).isEqualTo("c-9");
        assertThat(event.data()).containsEntry("depth", 1.5).containsEntry("big", new BigInteger("12345678901234567890"));
        assertThat(event.toJson().get("data").toString())
                .isEqualTo("{\"depth\":1.5,\"big\":12345678901234567890,\"parts\":[1,\"two\",true,null,{\"a\":[]}]}");
    }

    @Test
    void anEventGridDeliveryNeverClaimsACallConnection() throws NotAnEventException {
        CallEvent event = one(with("data", "{\"callConnectionId\":\"c-1\"}"), EventKind.EVENT_GRID);
        assertThat(event.callConnectionId()).isNull();
        assertThat(event.kind()).isEqualTo(EventKind.EVENT_GRID);
    }

    @Test
    void tellsTheRoadOfUnknownTypesByTheirSourceOrForm() throws NotAnEventException {
        assertThat(reader.read(bytes("{\"id\":\"1\",\"type\":\"A.B\",\"source\":\"/subscriptions/x\"}"), null).events().get(0)
                .kind())
                .isEqualTo(EventKind.EVENT_GRID);
        assertThat(reader.read(bytes("{\"id\":\"1\",\"eventType\":\"A.B\",\"topic\":\"x\"}"), null).events().get(0).kind())
                .isEqualTo(EventKind.EVENT_GRID);
        assertThat(reader.read(bytes("{\"id\":\"1\",\"type\":\"A.B\",\"source\":\"x\"}"), null).events().get(0).kind())
                .isEqualTo(EventKind.CALLBACK);
    }

    @Test
    void keepsTheGoodOnesOfABatchAndNamesTheBad() throws NotAnEventException {
        String grid = "{\"id\":\"2\",\"eventType\":\"A.B\",\"topic\":\"/t\",\"data\":{}}";
        ReadEvents read = reader.read(bytes("[" + GOOD + ",7,{\"id\":\"x\"}," + grid + ",[[]]]"), null, EventKind.CALLBACK);
        assertThat(read.events()).extracting(CallEvent::id).containsExactly("1", "2");
        assertThat(read.problems()).hasSize(3);
        assertThat(read.problems().get(0)).contains("Element 1");
        assertThat(read.problems().get(1)).contains("Element 2").contains("type");
    }

    @Test
    void takesAThousandElementsAndNoMore() throws NotAnEventException {
        String thousand = IntStream.range(0, 1_000).mapToObj(i -> GOOD).collect(Collectors.joining(","));
        assertThat(reader.read(bytes("[" + thousand + "]"), null, EventKind.CALLBACK).events()).hasSize(1_000);
        assertRefused(bytes("[" + thousand + "," + GOOD + "]"), "1000");
        assertRefused(bytes("[" + "{},".repeat(350_000) + "{}]"), "1000");
        assertRefused(bytes(with("data", "{\"a\":[" + "[],".repeat(300_000) + "[]]}")), "limit");
    }

    @Test
    void aHalfEmojiIsReplacedSoThatTheEventCanBeWrittenAgain() throws Exception {
        CallEvent event
                = one(with("data", "{\"callerDisplayName\":\"Ann \\ud83d\",\"whole\":\"\\ud83d\\ude00\",\"\\udc00\":1}"), null);
        assertThat(event.data()).containsEntry("callerDisplayName", "Ann \uFFFD").containsEntry("whole", "\uD83D\uDE00")
                .containsKey("\uFFFD");
        assertThatNoException().isThrownBy(() -> EventTable.JSON.writeValueAsBytes(event.toJson()));
    }

    @Test
    void aLongTextIsLeftToTheLimitOfTheBody() throws NotAnEventException {
        assertThat(one(with("data", "{\"incomingCallContext\":\"" + "x".repeat(800_000) + "\"}"), EventKind.EVENT_GRID).data())
                .hasEntrySatisfying("incomingCallContext", text -> assertThat(text.toString()).hasSize(800_000));
    }

    @Test
    void thePayloadCannotBeChangedAtAnyDepth() throws NotAnEventException {
        CallEvent event = one(with("data", "{\"a\":{\"b\":[{\"c\":1}]}}"), EventKind.CALLBACK);
        Map<?, ?> inner = (Map<?, ?>) event.data().get("a");
        List<?> list = (List<?>) inner.get("b");
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> event.data().remove("a"));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(inner::clear);
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(list::clear);
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(((Map<?, ?>) list.get(0))::clear);
    }

    private CallEvent one(String body, EventKind kind) throws NotAnEventException {
        ReadEvents read = reader.read(bytes(body), "application/json", kind);
        assertThat(read.events()).hasSize(1);
        return read.events().get(0);
    }

    private void assertRefused(byte[] body, String reason) {
        assertThatExceptionOfType(NotAnEventException.class).isThrownBy(() -> reader.read(body, null, EventKind.CALLBACK))
                .withMessageContaining(reason);
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private static String with(String field, String json) {
        try {
            ObjectNode event = (ObjectNode) EventTable.JSON.readTree(GOOD);
            event.putRawValue(field, new RawValue(json));
            return EventTable.JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
