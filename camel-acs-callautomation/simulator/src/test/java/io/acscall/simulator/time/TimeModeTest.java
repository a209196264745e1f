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
package io.acscall.simulator.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.TestApp;
import io.acscall.simulator.timeline.TimelineEntry;
import org.junit.jupiter.api.Test;

import static io.acscall.simulator.testing.CallScene.ANN;
import static io.acscall.simulator.testing.CallScene.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/** Calls in which minutes pass at once. */
class TimeModeTest {

    @Test
    void twoMinutesOfRingingTakeOneMove() {
        try (AcsSimulator simulator = AcsSimulator.builder().time(TimeMode.BY_HAND).start();
             CallScene scene = new CallScene(simulator)) {
            simulator.person(ANN).doesNotAnswer();
            scene.create(ANN);
            simulator.advance(Duration.ofSeconds(119));
            simulator.timeline().awaitQuiet(Duration.ofMillis(100));
            assertThat(simulator.timeline().callbacks()).isEmpty();
            simulator.advance(Duration.ofSeconds(1));
            TimelineEntry failed = simulator.awaitCallback("CreateCallFailed", SOON);

            assertThat(failed.time()).as("events have the time of the wall clock")
                    .isBetween(Instant.now().minusSeconds(60), Instant.now());
        }
    }

    @Test
    void timeThatMovesByItselfDoesTheSameWithoutAWord() {
        try (AcsSimulator simulator = AcsSimulator.builder().time(TimeMode.AUTOMATIC).start();
             CallScene scene = new CallScene(simulator)) {
            simulator.person(ANN).answersAfter(Duration.ofSeconds(100)).hangsUpAfter(Duration.ofHours(1));
            String id = scene.create(ANN);

            scene.awaitEvent(id, "CallConnected");
            scene.awaitEvent(id, "CallDisconnected");
        }
    }

    @Test
    void itWaitsForAnApplicationThatThinks() throws Exception {
        CountDownLatch thinking = new CountDownLatch(1);
        try (AcsSimulator simulator = AcsSimulator.builder().time(TimeMode.AUTOMATIC).start();
             CallScene scene = new CallScene(simulator)) {
            scene.app().behaves(request -> {
                awaitUnchecked(thinking);
                return TestApp.wellBehaved(request);
            });
            simulator.person(ANN).hangsUpAfter(Duration.ofHours(1));
            scene.create(ANN);
            simulator.awaitCallback("CallConnected", SOON);
            await().during(Duration.ofMillis(300)).until(() -> simulator.timeline().callbacks("CallDisconnected").isEmpty());
            assertThat(simulator.calls()).allSatisfy(call -> assertThat(call.endedAt()).isNull());
            thinking.countDown();

            simulator.awaitCallback("CallDisconnected", SOON);
        }
    }

    @Test
    void realTimeCannotBeMoved() {
        try (AcsSimulator simulator = AcsSimulator.builder().start()) {
            assertThatIllegalStateException().isThrownBy(() -> simulator.advance(Duration.ofSeconds(1)))
                    .withMessageContaining("TimeMode.BY_HAND");
        }
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            latch.await(SOON.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
