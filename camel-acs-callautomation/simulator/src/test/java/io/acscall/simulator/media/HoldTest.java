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

import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.timeline.TimelineEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.acscall.simulator.testing.CallScene.ANN;
import static io.acscall.simulator.testing.CallScene.BOB;
import static io.acscall.simulator.testing.CallScene.CALLS;
import static org.assertj.core.api.Assertions.assertThat;

class HoldTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

    private AcsSimulator simulator;
    private MediaScene scene;
    private CallScene calls;

    @BeforeEach
    void open() {
        simulator = EXTENSION.simulator();
        scene = new MediaScene(simulator);
        calls = scene.calls();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { ANN, BOB })
    void participantsUpdatedShowsWhoIsOnHold(String person) {
        String id = calls.connected(person);
        assertThat(scene.accepted(200, id, "hold", scene.about(person)).raw().body()).isEmpty();
        assertThat(onHold(calls.awaitEvents(id, "ParticipantsUpdated", 2))).isTrue();
        assertThat(simulator.call(id).orElseThrow().people().get(0).onHold()).isTrue();
        assertThat(onHold(calls.client().get(CALLS + "/" + id + "/participants").body().path("value"))).isTrue();
        assertThat(scene.accepted(200, id, "unhold", scene.about(person)).raw().body()).isEmpty();

        assertThat(onHold(calls.awaitEvents(id, "ParticipantsUpdated", 3))).isFalse();
        assertThat(calls.types(id)).doesNotContain("PlayStarted", "HoldFailed");
    }

    @Test
    void thereMayBeMusic() {
        String id = calls.connected(BOB);
        ObjectNode body = scene.about(BOB);
        body.putObject("playSourceInfo").put("kind", "file").putObject("file").put("uri", "https://media.example.com/m.wav");
        scene.accepted(200, id, "hold", body);
        calls.awaitEvents(id, "ParticipantsUpdated", 2);
        body.putObject("playSourceInfo").put("kind", "drum");

        assertThat(simulator.timeline().entries()).extracting(TimelineEntry::detail)
                .anySatisfy(detail -> assertThat(detail).endsWith("was put on hold with music"));
        scene.refused(id, "hold", body, 400, "8523");
    }

    @Test
    void holdingSomebodyWhoIsNotThereFails() {
        String id = calls.connected(ANN);
        scene.accepted(200, id, "hold", scene.about(BOB));
        JsonNode failed = calls.awaitEvent(id, "HoldFailed");

        assertThat(failed.at("/resultInformation/code").asInt()).isEqualTo(404);
        assertThat(failed.at("/resultInformation/subCode").asInt()).isEqualTo(8522);
        assertThat(failed.path("operationContext").asText()).isEqualTo("keys");
    }

    @Test
    void aStrictSimulatorTakesNoTelephoneOffHold() {
        try (AcsSimulator strict = AcsSimulator.builder().strict(true).start(); MediaScene there = new MediaScene(strict)) {
            ObjectNode create = there.calls().createBody(ANN).put("callbackUri", "https://app.invalid/cb");
            String id = there.calls().client().post(CALLS, create.toString()).body().path("callConnectionId").asText();
            strict.awaitCallback("ParticipantsUpdated", CallScene.SOON);

            there.refused(id, "unhold", there.about(ANN), 400, "8523");
        }
    }

    private static boolean onHold(JsonNode eventOrList) {
        JsonNode people = eventOrList.has("participants") ? eventOrList.path("participants") : eventOrList;
        return StreamSupport.stream(people.spliterator(), false).anyMatch(one -> one.path("isOnHold").asBoolean());
    }
}
