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
package io.acscall.simulator.token;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.testing.CallScene;
import org.junit.jupiter.api.Test;

import static io.acscall.simulator.testing.CallScene.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/** Many calls whose callbacks share a token, against the same with a token each. */
class TokenReuseTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void manyCallbacksShareATokenAndAllArrive() {
        assertThat(tokens(100, Duration.ofSeconds(60))).hasSize(1);
        assertThat(tokens(5, Duration.ZERO)).hasSize(10);
    }

    @Test
    void aTokenOfAFormerKeyIsNotUsedAnyMore() {
        try (AcsSimulator simulator = AcsSimulator.builder().tokenReuse(Duration.ofSeconds(60)).start();
             CallScene scene = new CallScene(simulator)) {
            scene.connected(ANN);
            simulator.faults().rotateKey();
            scene.connected(ANN);

            assertThat(scene.app().received()).extracting(request -> request.headers().get("authorization")).hasSize(4)
                    .satisfies(all -> assertThat(Set.copyOf(all)).hasSize(2));
        }
    }

    @Test
    void longerThanAMinuteIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> AcsSimulator.builder().tokenReuse(Duration.ofSeconds(61)))
                .withMessageContaining("PT1M");
    }

    /** Creates calls that all stay; returns the tokens of their callbacks, two for each call. */
    private static Set<String> tokens(int calls, Duration reuse) {
        try (AcsSimulator simulator = AcsSimulator.builder().tokenReuse(reuse).timelineEntries(1000).start();
             CallScene scene = new CallScene(simulator)) {
            for (int i = 0; i < calls; i++) {
                scene.create(ANN);
            }
            await().atMost(PATIENCE).until(() -> scene.app().received().size() == 2 * calls);

            assertThat(simulator.calls()).hasSize(calls);
            List<String> all = scene.app().received().stream().map(one -> one.headers().get("authorization")).toList();
            return all.stream().collect(Collectors.toSet());
        }
    }
}
