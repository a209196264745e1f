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
package io.acscall.simulator.recording;

import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.testing.TestApp;
import io.acscall.simulator.time.TimeMode;
import org.junit.jupiter.api.Test;

import static io.acscall.simulator.testing.CallScene.ANN;
import static io.acscall.simulator.testing.CallScene.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Recordings of calls in which minutes pass at once. */
class RecordedTimeTest {

    private static final Duration LISTENS = Duration.ofSeconds(90);
    private static final Duration PAUSES = Duration.ofSeconds(20);

    @Test
    void aRecordingIsAsLongAsTheTimeOfTheSimulator() {
        try (AcsSimulator simulator = AcsSimulator.builder().time(TimeMode.BY_HAND).start();
             RecordingScene scene = new RecordingScene(simulator)) {
            scene.calls().subscribed(EventGridSchema.EVENT_GRID);
            String id = scene.started(scene.body(scene.calls().connected(ANN)));
            simulator.advance(LISTENS);
            scene.act("POST", id + ":pause", 202);
            simulator.advance(PAUSES);
            scene.act("POST", id + ":resume", 202);
            simulator.advance(LISTENS);
            scene.act("DELETE", id, 204);
            simulator.advance(Duration.ofSeconds(1));

            assertThat(file(scene).path("recordingDurationMs").asLong()).isEqualTo(LISTENS.multipliedBy(2).toMillis());
        }
    }

    private static JsonNode file(RecordingScene scene) {
        await().atMost(SOON).until(() -> !received(scene).isEmpty());
        return received(scene).get(0).event().path("data");
    }

    private static List<TestApp.Received> received(RecordingScene scene) {
        return scene.calls().app().received("RecordingFileStatusUpdated");
    }
}
