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
package io.acscall.simulator.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Fifty voice agents at once, each of which sends back what it hears. */
class ManyStreamsTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

    private static final int STREAMS = 50;
    private static final int SECONDS = Integer.getInteger("acs-call.streams.seconds", 3);

    private AcsSimulator simulator;
    private StreamScene scene;

    @BeforeEach
    void open() {
        simulator = EXTENSION.simulator();
        scene = new StreamScene(simulator);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void everyFrameComesBackFromEachEcho() {
        scene.app().forgetful().behaves((connection, frame) -> {
            if ("AudioData".equals(frame.path("kind").asText())) {
                ObjectNode back = Json.object().put("kind", "audioData");
                back.putObject("audioData").set("data", frame.at("/audioData/data"));
                connection.send(Json.text(back));
            }
        });
        int threads = Thread.activeCount();
        List<String> calls = new ArrayList<>();
        for (int i = 0; i < STREAMS; i++) {
            String person = "+1604555" + (1000 + i);
            calls.add(scene.connected(scene.media().put("enableBidirectional", true), null, person));
            simulator.say(calls.get(i), person, "Hello", Duration.ofSeconds(SECONDS));
        }
        long frames = SECONDS * 50L;
        await().atMost(Duration.ofSeconds(SECONDS + 60L))
                .until(() -> calls.stream().allMatch(id -> stream(id).framesSent() >= frames));
        int more = Thread.activeCount() - threads;
        List<StreamSnapshot> sent = calls.stream().map(this::stream).toList();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(sent)
                .allMatch(then -> stream(then.callConnectionId()).framesReceived() >= then.framesSent()));

        assertThat(sent).allMatch(then -> then.framesDropped() == 0).allMatch(then -> then.framesRefused() == 0);
        assertThat(more).as("threads").isLessThan(STREAMS);
    }

    private StreamSnapshot stream(String id) {
        return simulator.mediaStream(id).orElseThrow();
    }
}
