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
package io.acscall.simulator.junit;

import java.time.Duration;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@DisplayName("A simulator for JUnit tests")
@TestMethodOrder(MethodOrderer.Random.class)
class AcsSimulatorExtensionTest {

    @RegisterExtension
    static final AcsSimulatorExtension SHARED = new AcsSimulatorExtension(builder -> builder.playTime(Duration.ofMillis(1)));

    private static int sharedPort;

    @RegisterExtension
    final AcsSimulatorExtension own = new AcsSimulatorExtension();

    @BeforeAll
    static void aStaticOneRunsAlready() {
        sharedPort = SHARED.simulator().port();
    }

    @RepeatedTest(2)
    @DisplayName("in a static field is the same in all tests, and fresh")
    void isSharedAndReset() {
        assertThat(SHARED.simulator().port()).isEqualTo(sharedPort);
        assertThat(SHARED.simulator().calls()).isEmpty();
        assertThat(SHARED.simulator().timeline().entries()).isEmpty();
        SHARED.simulator().placeCall("+16045550100", "+18005550100");
    }

    @Test
    @DisplayName("in an instance field is another one")
    void isAnotherOne() {
        assertThat(own.simulator().port()).isPositive().isNotEqualTo(sharedPort);
    }

    @Test
    @DisplayName("says how to register it when it does not run")
    void doesNotRunOutsideOfTests() {
        assertThatIllegalStateException().isThrownBy(() -> new AcsSimulatorExtension().simulator())
                .withMessageContaining("@RegisterExtension");
    }

    @Nested
    @DisplayName("in the class around a nested class")
    class Inside {

        @Test
        @DisplayName("is still the same one")
        void isTheSame() {
            assertThat(SHARED.simulator().port()).isEqualTo(sharedPort);
            assertThat(SHARED.simulator().calls()).isEmpty();
        }
    }
}
