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
package io.acscall.simulator.media;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.call.Place;
import io.acscall.simulator.fixtures.WireSample;
import io.acscall.simulator.fixtures.WireSamples;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.ServiceClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.acscall.simulator.testing.CallScene.CALLS;
import static org.assertj.core.api.Assertions.assertThat;

/** Every request about media and recordings that an official client was seen to send, or that is in our own table. */
class MediaSamplesTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

    private static final String SAMPLE_CONNECTION = "401f0000-0000-4000-8000-000000000001";
    private static final String SAMPLE_RECORDING
            = "eyJQbGF0Zm9ybUVuZHBvaW50SWQiOiIxIiwiUmVzb3VyY2VTcGVjaWZpY0lkIjoiMiJ9";
    private static final String NUMBER = "+14255550101";
    private static final String USER
            = "8:acs:11111111-2222-4333-8444-555555555555_0000002a-0000-0000-0000-000000000002";
    private static final Map<String, Integer> STATUS = Map.ofEntries(
            Map.entry("play", 202), Map.entry("playToAll", 202), Map.entry("recognize", 202),
            Map.entry("cancelAllMediaOperations", 202), Map.entry("startContinuousDtmfRecognition", 200),
            Map.entry("stopContinuousDtmfRecognition", 200), Map.entry("sendDtmfTones", 202), Map.entry("hold", 200),
            Map.entry("unhold", 200), Map.entry("startRecording", 200), Map.entry("getRecordingState", 200),
            Map.entry("stopRecording", 204), Map.entry("pauseRecording", 202), Map.entry("resumeRecording", 202));
    private static final Map<String, List<String>> FIELDS = Map.of("sendDtmfTones", List.of("operationContext"),
            "startRecording", List.of("recordingId", "recordingState", "recordingKind"), "getRecordingState",
            List.of("recordingId", "recordingState", "recordingKind"));

    private AcsSimulator simulator;
    private CallScene scene;

    @BeforeEach
    void open() {
        simulator = EXTENSION.simulator();
        scene = new CallScene(simulator);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    static Stream<WireSample> isAcceptedAndAnswered() {
        return WireSamples.load().all().stream().filter(sample -> STATUS.containsKey(sample.operation()));
    }

    @ParameterizedTest
    @MethodSource
    void isAcceptedAndAnswered(WireSample sample) {
        String id = scene.connected(NUMBER, USER);
        scene.awaitEvents(id, "ParticipantsUpdated", 2);
        Map<String, String> headers = sample.repeatable() ? CallScene.repeatable(UUID.randomUUID()) : Map.of();
        String body = sample.body() == null ? null : Json.text(body(sample, id));
        ServiceClient.Answer answer = scene.client().send(sample.method(), path(sample, id), body, headers);

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(STATUS.get(sample.operation()));
        List<String> fields = FIELDS.getOrDefault(sample.operation(), List.of());
        if (fields.isEmpty()) {
            assertThat(answer.raw().body()).isEmpty();
        } else {
            assertThat(answer.body().fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(fields);
        }
    }

    @Test
    void everyOperationIsInTheTable() {
        assertThat(WireSamples.own().all()).extracting(WireSample::operation).containsAll(STATUS.keySet());
    }

    private String path(WireSample sample, String id) {
        String path = sample.path().replace(SAMPLE_CONNECTION, id);
        if (!path.contains(SAMPLE_RECORDING)) {
            return path;
        }
        String start = Json.text(Json.object().put("callConnectionId", id));
        return path.replace(SAMPLE_RECORDING,
                scene.client().post("/calling/recordings", start).body().path("recordingId").asText());
    }

    /** The ids of a sample are replaced by those of a call that lives; all else goes as it is. */
    private ObjectNode body(WireSample sample, String id) {
        ObjectNode body = sample.body().deepCopy();
        for (String field : List.of("operationCallbackUri", "recordingStateCallbackUri")) {
            if (body.has(field)) {
                body.put(field, scene.app().uri("/" + field).toString());
            }
        }
        if (body.has("callConnectionId")) {
            body.put("callConnectionId", id);
        }
        ObjectNode locator = (ObjectNode) body.get("callLocator");
        if (locator != null && locator.has("serverCallId")) {
            locator.put("serverCallId", scene.client().get(CALLS + "/" + id).body().path("serverCallId").asText());
        } else if (locator != null) {
            String group = locator.path("groupCallId").asText(null);
            simulator.runningCall(group == null ? Place.room(locator.path("roomId").asText()) : Place.group(group), NUMBER);
        }
        return body;
    }
}
