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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;

import io.acscall.camel.kafka.broker.KafkaBroker;
import org.apache.camel.Exchange;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What becomes of records whose exchange fails. */
class FailedRecordsTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private static KafkaBroker broker;
    private static Topics topics;

    private final Queue<String> finished = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> tries = new ConcurrentHashMap<>();

    @BeforeAll
    static void startBroker() throws Exception {
        broker = KafkaBroker.start();
        topics = new Topics(broker.brokers());
    }

    @AfterAll
    static void stopBroker() {
        topics.close();
        broker.close();
    }

    private int next(Exchange exchange) {
        return tries.merge(exchange.getMessage().getBody(String.class), 1, Integer::sum);
    }

    private void finish(Exchange exchange) {
        finished.add(exchange.getMessage().getBody(String.class));
    }

    @Test
    void aRecordThatFailsIsTriedAgainAndHoldsUpThoseOfItsKeyOnly() throws Exception {
        String topic = topics.make(1);
        AcsCallKafkaConfiguration options = WorkerApp.options(broker.brokers());
        topics.send(topic, "a", "a1");
        topics.send(topic, "b", "b1");
        topics.send(topic, "a", "a2");
        topics.send(topic, null, "none");
        topics.send(topic, "a", "a3");
        topics.send(topic, "b", "b2");
        try (WorkerApp app = WorkerApp.run(options, topic, exchange -> {
            boolean trouble = "a1".equals(exchange.getMessage().getBody()) && next(exchange) <= 3;
            if (trouble) {
                throw new IllegalStateException("on purpose");
            }
            finish(exchange);
        })) {
            await().atMost(LONG).until(() -> finished.size() == 6);
            assertThat(finished).containsExactly("b1", "none", "b2", "a1", "a2", "a3");
            assertThat(app.consumer().getFailedTries()).isEqualTo(3);
            await().atMost(LONG).until(() -> topics.committed(options.getGroupId(), topic, 0) == 6);
        }
    }

    @Test
    void aRecordForWhichThereIsNoRoomWaitsAndNothingOvertakesIt() throws Exception {
        String topic = topics.make(1);
        AcsCallKafkaConfiguration options = WorkerApp.options(broker.brokers());
        options.setMaxRetries(0);
        options.setRetryDelay(Duration.ofMillis(50));
        topics.send(topic, List.of("a", "b", "c"));
        try (WorkerApp app = WorkerApp.run(options, topic, exchange -> {
            if (next(exchange) <= 4) {
                throw new IllegalStateException("wrapped", new RejectedExecutionException("no room"));
            }
            finish(exchange);
        })) {
            await().atMost(LONG).until(() -> finished.size() == 3);
            assertThat(finished).containsExactly("a", "b", "c");
            assertThat(app.consumer().getTimesWithoutRoom()).isEqualTo(12);
            assertThat(app.consumer().getRecordsGivenUp()).isZero();
        }
    }

    @Test
    void aRecordThatIsGivenUpIsPassedOverAndCounted() throws Exception {
        String topic = topics.make(1);
        AcsCallKafkaConfiguration options = WorkerApp.options(broker.brokers());
        options.setMaxRetries(2);
        options.setRetryDelay(Duration.ofMillis(20));
        topics.send(topic, "key", "bad");
        topics.send(topic, "key", "good");
        try (WorkerApp app = WorkerApp.run(options, topic, exchange -> {
            if ("bad".equals(exchange.getMessage().getBody())) {
                next(exchange);
                throw new IllegalStateException("on purpose");
            }
            finish(exchange);
        })) {
            await().atMost(LONG).until(() -> topics.committed(options.getGroupId(), topic, 0) == 2);
            assertThat(tries).containsEntry("bad", 3);
            assertThat(finished).containsExactly("good");
            assertThat(app.consumer().getRecordsGivenUp()).isOne();
            assertThat(app.consumer().getFinishedRecords()).isOne();
        }
    }

    @Test
    void aRecordThatIsGivenUpGoesToTheDeadLetterTopic() throws Exception {
        String topic = topics.make(1);
        String letters = topics.make(1);
        AcsCallKafkaConfiguration options = WorkerApp.options(broker.brokers());
        options.setMaxRetries(1);
        options.setRetryDelay(Duration.ofMillis(20));
        options.setDeadLetterTopic(letters);
        topics.send(topic, "before", "good");
        topics.send(topic, "key", "bad");
        try (WorkerApp app = WorkerApp.run(options, topic, exchange -> {
            if ("bad".equals(exchange.getMessage().getBody())) {
                throw new IllegalStateException("on purpose");
            }
        })) {
            List<ConsumerRecord<String, String>> written = topics.read(letters, 1);
            assertThat(written).hasSize(1);
            assertThat(written.get(0).key()).isEqualTo("key");
            assertThat(written.get(0).value()).isEqualTo("bad");
            assertThat(header(written.get(0), "acs-call-topic")).isEqualTo(topic);
            assertThat(header(written.get(0), "acs-call-partition")).isEqualTo("0");
            assertThat(header(written.get(0), "acs-call-offset")).isEqualTo("1");
            assertThat(header(written.get(0), "acs-call-error")).contains("IllegalStateException", "on purpose");
            await().atMost(LONG).until(() -> topics.committed(options.getGroupId(), topic, 0) == 2);
            assertThat(app.consumer().getRecordsGivenUp()).isOne();
        }
    }

    private static String header(ConsumerRecord<String, String> written, String name) {
        Header header = written.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Test
    void aFailureThatComesLateIsTriedAgain() throws Exception {
        String topic = topics.make(1);
        AcsCallKafkaConfiguration options = WorkerApp.options(broker.brokers());
        Holding route = new Holding();
        topics.send(topic, "key", "first");
        topics.send(topic, "key", "second");
        try (WorkerApp app = WorkerApp.run(options, topic, route)) {
            await().atMost(LONG).until(() -> route.came().size() == 2);
            route.fail("first");
            topics.send(topic, "key", "third");
            await().atMost(LONG).until(() -> route.came().size() == 3);
            // the second was in the route already, the third was not
            assertThat(route.came()).containsExactly("first", "second", "first");
            route.letGo("second");
            route.letGo("first");
            await().atMost(LONG).until(() -> route.came().size() == 4);
            route.letGo("third");
            assertThat(app.consumer().getFailedTries()).isOne();
            await().atMost(LONG).until(() -> topics.committed(options.getGroupId(), topic, 0) == 3);
        }
    }
}
