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
package io.acscall.camel.outcome;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class OutcomeTest {

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void advisesInOneSentenceOfItsOwn(Outcome outcome) {
        assertThat(outcome.advice()).endsWith(".").doesNotContain("\n").hasSizeLessThan(128);
        assertThat(Arrays.stream(Outcome.values()).filter(other -> other.advice().equals(outcome.advice())))
                .containsExactly(outcome);
    }

    @Test
    void onlyWhatMayGoWellTheSecondTimeIsToBeRepeated() {
        assertThat(Arrays.stream(Outcome.values()).filter(Outcome::isRetryable)).containsExactlyInAnyOrder(Outcome.BUSY,
                Outcome.NO_ANSWER, Outcome.UNREACHABLE, Outcome.CALL_NOT_ESTABLISHED, Outcome.CONFLICT, Outcome.THROTTLED,
                Outcome.CALLER_LIMIT,
                Outcome.SILENCE, Outcome.INPUT_TIMEOUT, Outcome.NO_MATCH, Outcome.STREAM_FAILED, Outcome.NETWORK,
                Outcome.NOT_SENT,
                Outcome.SERVICE_ERROR);
    }
}
