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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.acscall.camel.kafka.broker.KafkaBroker;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Workers come and go while there is work. */
class RebalanceTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int PARTITIONS = 6;

    private static KafkaBroker broker;
    private static Topics topics;

    private final Map<TopicPartition, Set<Long>> finished = new ConcurrentHashMap<>();
    private final Set<String> values = ConcurrentHashMap.newKeySet();

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

    /** Finishes records after some milliseconds each, in any order. */
    private final class Work extends AsyncProcessorSupport {

        private final ScheduledExecutorService later;

        private Work(ScheduledExecutorService later) {
            this.later = later;
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            later.schedule(() -> {
                Message message = exchange.getMessage();
                TopicPartition partition = new TopicPartition(
                        message.getHeader(AcsCallKafkaConstants.TOPIC, String.class),
                        message.getHeader(AcsCallKafkaConstants.PARTITION, Integer.class));
                finished.computeIfAbsent(partition, key -> ConcurrentHashMap.newKeySet())
                        .add(message.getHeader(AcsCallKafkaConstants.OFFSET, Long.class));
                values.add(message.getBody(String.class));
                callback.done(false);
            }, ThreadLocalRandom.current().nextInt(40), TimeUnit.MILLISECONDS);
            return false;
        }
    }

    @Test
    void everyRecordIsFinishedAndNoCommitPassesOneThatIsNot() throws Exception {
        String topic = topics.make(PARTITIONS);
        AcsCallKafkaConfiguration options = WorkerApp.options(broker.brokers());
        options.setCommitInterval(Duration.ofMillis(10));
        options.setMaxInFlight(100);
        options.getAdditionalProperties().put("heartbeat.interval.ms", 200);
        ScheduledExecutorService later = Executors.newScheduledThreadPool(4);
        AtomicBoolean over = new AtomicBoolean();
        Future<List<String>> watch = later.submit(() -> tooFar(options.getGroupId(), over));
        AtomicInteger sent = new AtomicInteger();
        ScheduledFuture<?> feed = later.scheduleAtFixedRate(() -> feed(topic, sent), 0, 20, TimeUnit.MILLISECONDS);
        try (WorkerApp stays = WorkerApp.run(options, topic, new Work(later))) {
            for (int round = 0; round < 3; round++) {
                try (WorkerApp comesAndGoes = WorkerApp.run(options, topic, new Work(later))) {
                    await().atMost(LONG).until(() -> comesAndGoes.consumer().getFinishedRecords() > 300);
                }
                long before = stays.consumer().getFinishedRecords();
                await().atMost(LONG).until(() -> stays.consumer().getFinishedRecords() > before + 300);
            }
            feed.cancel(false);
            await().atMost(LONG).until(() -> values.size() == sent.get());
            await().atMost(LONG).until(() -> sum(topics.committed(options.getGroupId())) == sent.get());
        } finally {
            over.set(true);
            later.shutdown();
        }
        assertThat(watch.get(30, TimeUnit.SECONDS)).isEmpty();
    }

    private void feed(String topic, AtomicInteger sent) {
        topics.send(topic, IntStream.range(0, 30).mapToObj(number -> "v" + sent.getAndIncrement()).toList());
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Looks again and again whether something is committed that is not finished. */
    private List<String> tooFar(String group, AtomicBoolean over) {
        List<String> found = new ArrayList<>();
        while (!over.get() && found.isEmpty()) {
            topics.committed(group).forEach((partition, offset) -> {
                Set<Long> done = finished.getOrDefault(partition, Set.of());
                for (long each = 0; each < offset; each++) {
                    if (!done.contains(each)) {
                        found.add(partition + ": " + each + " is not finished, but " + offset + " is committed");
                    }
                }
            });
        }
        return found;
    }
}
