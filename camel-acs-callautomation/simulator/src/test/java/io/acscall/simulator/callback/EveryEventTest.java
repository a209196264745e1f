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
package io.acscall.simulator.callback;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.azure.communication.callautomation.CallAutomationEventParser;
import com.azure.communication.callautomation.models.events.CallAutomationEventBase;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.fixtures.Fixtures;
import io.acscall.simulator.id.Ids;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.TestApp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * All callback events but one, as they are really sent: a strict reader takes each, and the official parser those it
 * knows.
 */
class EveryEventTest {

    /** The 16 events that version 1.0.4 of the official Java SDK knows. */
    private static final Set<String> KNOWN_TO_THE_SDK = Set.of("CallConnected", "CallDisconnected", "ParticipantsUpdated",
            "AddParticipantSucceeded", "AddParticipantFailed", "RemoveParticipantSucceeded", "RemoveParticipantFailed",
            "CallTransferAccepted", "CallTransferFailed", "PlayCompleted", "PlayFailed", "PlayCanceled", "RecognizeCompleted",
            "RecognizeFailed", "RecognizeCanceled", "RecordingStateChanged");

    /**
     * It is sent only when the caller hangs up within the moment between answer and connection, which no test can hit.
     */
    private static final String RACE = "AnswerFailed";

    private static final List<TestApp.Received> RECEIVED = new ArrayList<>();

    private final StrictReader reader = new StrictReader();

    @BeforeAll
    static void everythingHappens() {
        try (AcsSimulator simulator = AcsSimulator.builder().start(); CallScene scene = new CallScene(simulator)) {
            EventfulCalls calls = new EventfulCalls(scene);
            Stream.<Runnable> of(calls::callsThatFail, calls::people, calls::movesAndTransfers, calls::prompts,
                    calls::recognitions, calls::keysAndHold, calls::streams, calls::recordings).forEach(happening -> {
                        simulator.reset();
                        happening.run();
                    });
            await().atMost(CallScene.SOON).until(() -> scene.app().types().contains("StartRecordingFailed"));
            RECEIVED.addAll(scene.app().received());
        }
    }

    @AfterAll
    static void forget() {
        RECEIVED.clear();
    }

    static List<String> types() {
        return CallbackEventType.shortNames().stream().filter(type -> !type.equals(RACE)).toList();
    }

    @ParameterizedTest
    @MethodSource("types")
    void aStrictReaderTakesIt(String type) {
        assertThat(sent(type)).isNotEmpty()
                .allSatisfy(one -> assertThat(reader.faults(one.body())).as(one.body().toPrettyString()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("types")
    void theOfficialParserReadsItIfItKnowsIt(String type) {
        assertThat(sent(type)).isNotEmpty().allSatisfy(one -> {
            List<CallAutomationEventBase> events = CallAutomationEventParser.parseEvents(Json.text(one.body()));

            assertThat(events).extracting(event -> event.getClass().getSimpleName())
                    .containsExactlyElementsOf(KNOWN_TO_THE_SDK.contains(type) ? List.of(type) : List.of());
            assertThat(events).allSatisfy(event -> {
                assertThat(event.getCallConnectionId()).isEqualTo(one.event().at("/data/callConnectionId").asText());
                assertThat(event.getServerCallId()).isNotBlank();
                assertThat(event.getCorrelationId()).isNotBlank();
            });
        });
    }

    @Test
    void nothingElseIsSent() {
        assertThat(RECEIVED.stream().map(TestApp.Received::type).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(types());
    }

    @ParameterizedTest
    @ValueSource(strings = { RACE, "CallConnected", "PlayCompleted", "MediaStreamingFailed" })
    void aStrictReaderTakesTheSample(String type) {
        assertThat(reader.faults(Fixtures.callbackEvent(type).body())).isEmpty();
    }

    @Test
    void timesHaveSevenDigitsAtMostAndNoZerosAtTheirEnd() {
        CallbackEnvelope envelope = new CallbackEnvelope(Clock.systemUTC(), new Ids(new Random(1)));

        assertThat(envelope.time(Instant.parse("2026-04-02T09:15:05.336335012Z")))
                .isEqualTo("2026-04-02T09:15:05.336335+00:00");
        assertThat(envelope.time(Instant.parse("2026-04-02T09:15:05.123456789Z")))
                .isEqualTo("2026-04-02T09:15:05.1234567+00:00");
        assertThat(envelope.time(Instant.parse("2026-04-02T09:15:05.000000099Z"))).isEqualTo("2026-04-02T09:15:05+00:00");
    }

    @Test
    void theStrictReaderIsStrict() {
        ObjectNode event = Fixtures.callbackEvent("CallConnected").event().deepCopy();
        assertThat(reader.faults(Json.array().add(event))).isEmpty();
        assertThat(reader.faults(event)).isNotEmpty();
        for (String broken : List.of("id", "time", "data", "specversion", "type")) {
            ObjectNode without = event.deepCopy();
            without.remove(broken);
            assertThat(reader.faults(Json.array().add(without))).as(broken).isNotEmpty();
        }
        ObjectNode unknown = event.deepCopy();
        unknown.withObject("data").put("surprise", true);
        assertThat(reader.faults(Json.array().add(unknown))).isNotEmpty();
        ObjectNode text = event.deepCopy();
        text.withObject("data").withObject("resultInformation").put("code", "200");
        assertThat(reader.faults(Json.array().add(text))).isNotEmpty();
    }

    private static List<TestApp.Received> sent(String type) {
        return RECEIVED.stream().filter(one -> type.equals(one.type())).toList();
    }
}
