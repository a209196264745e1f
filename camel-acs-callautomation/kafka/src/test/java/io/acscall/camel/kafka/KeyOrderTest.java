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

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeyOrderTest {

    private final KeyOrder order = new KeyOrder();

    private static Attempt attempt(long offset, String key) {
        return new Attempt(new ConsumerRecord<>("topic", 0, offset, key, "value"), 0);
    }

    @Test
    void nothingIsHeldBackWithoutAFailure() {
        assertThat(order.holdsBack(attempt(1, "a"))).isFalse();
        assertThat(order.finished(attempt(1, "a"))).isEmpty();
        assertThat(order.due(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void laterRecordsOfTheKeyWaitUntilTheFirstIsFinished() {
        Attempt failed = attempt(1, "a");
        order.retry(failed, 100);

        assertThat(order.holdsBack(attempt(2, "a"))).isTrue();
        assertThat(order.holdsBack(attempt(3, "b"))).isFalse();
        assertThat(order.holdsBack(failed)).isFalse();
        assertThat(order.due(99)).isEmpty();
        assertThat(order.due(100)).containsExactly(failed);
        assertThat(order.due(101)).as("it is in the route").isEmpty();
        assertThat(order.holdsBack(attempt(4, "a"))).isTrue();
        assertThat(order.finished(failed)).extracting(Attempt::offset).containsExactly(2L, 4L);
        assertThat(order.holdsBack(attempt(5, "a"))).isFalse();
    }

    @Test
    void aRecordThatFailsAgainWaitsAgain() {
        Attempt failed = attempt(1, "a");
        order.retry(failed, 100);
        order.due(100);
        order.retry(failed.failedAgain(), 300);

        assertThat(order.due(299)).isEmpty();
        assertThat(order.due(300)).extracting(Attempt::failures).containsExactly(1);
    }

    @Test
    void ofTwoThatFailTheEarlierIsFirst() {
        order.retry(attempt(2, "a"), 100);
        order.retry(attempt(1, "a"), 200);
        order.retry(attempt(3, "a"), 150);

        assertThat(order.due(150)).isEmpty();
        assertThat(order.due(200)).extracting(Attempt::offset).containsExactly(1L);
        assertThat(order.finished(attempt(1, "a"))).extracting(Attempt::offset).containsExactly(2L, 3L);
    }

    @Test
    void recordsWithoutAKeyWaitForNobody() {
        order.retry(attempt(1, null), 100);

        assertThat(order.holdsBack(attempt(2, null))).isFalse();
        assertThat(order.finished(attempt(2, null))).isEmpty();
        assertThat(order.due(100)).hasSize(1);
    }
}
