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
package io.acscall.camel.kafka;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RetryPlanTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void theTimeDoublesUpToTheLongest() {
        RetryPlan plan = new RetryPlan(10, SECOND, Duration.ofSeconds(30));

        assertThat(plan.nanosAfter(0)).isEqualTo(SECOND.toNanos());
        assertThat(plan.nanosAfter(1)).isEqualTo(SECOND.toNanos());
        assertThat(plan.nanosAfter(2)).isEqualTo(2 * SECOND.toNanos());
        assertThat(plan.nanosAfter(5)).isEqualTo(16 * SECOND.toNanos());
        assertThat(plan.nanosAfter(6)).isEqualTo(30 * SECOND.toNanos());
        assertThat(plan.nanosAfter(1_000_000)).isEqualTo(30 * SECOND.toNanos());
    }

    @Test
    void triesEndUnlessThereIsNoEnd() {
        assertThat(new RetryPlan(2, SECOND, SECOND).goesOn(2)).isTrue();
        assertThat(new RetryPlan(2, SECOND, SECOND).goesOn(3)).isFalse();
        assertThat(new RetryPlan(0, SECOND, SECOND).goesOn(1)).isFalse();
        assertThat(new RetryPlan(-1, SECOND, SECOND).goesOn(Integer.MAX_VALUE)).isTrue();
    }
}
