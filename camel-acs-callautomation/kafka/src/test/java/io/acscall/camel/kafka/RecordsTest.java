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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.acscall.camel.kafka.broker.KafkaBroker;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** How records come into a route, and what is committed of them. */
class RecordsTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private static KafkaBroker broker;
    private static Topics topics;

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

    private static List<String> values(int from, int to) {
        return IntStream.range(from, to).mapToObj(number -> "v" + number).toList();
    }

    @Test
    void aRecordIsBodyAndHeadersUnderTheNamesOfCamelKafka() throws Exception {
        String topic = topics.make(1);
        List<Map<String, Object>> seen = new CopyOnWriteArrayList<>();
        try (WorkerApp app = WorkerApp.run(WorkerApp.options(broker.brokers()), topic, exchange -> {
            assertThat(exchange.getMessage().getBody()).isEqualTo("value");
            seen.add(exchange.getMessage().getHeaders());
        })) {
            topics.send(topic, "key", "value");

            await().atMost(LONG).until(() -> app.consumer().getFinishedRecords() == 1);
            assertThat(seen.get(0)).containsEntry("kafka.TOPIC", topic).containsEntry("kafka.PARTITION", 0)
                    .containsEntry("kafka.OFFSET", 0L).containsEntry("kafka.KEY", "key")
                    .containsKeys("kafka.TIMESTAMP", "kafka.HEADERS", Exchange.MESSAGE_TIMESTAMP);
        }
    }

    @Test
    void whatIsCommittedNeverPassesARecordThatIsInTheRoute() throws Exception {
        String topic = topics.make(1);
        AcsCallKafkaConfiguration options = WorkerApp.options(broker.brokers());
        Holding route = new Holding();
        try (WorkerApp app = WorkerApp.run(options, topic, route)) {
            topics.send(topic, values(0, 10));
            await().atMost(LONG).until(() -> route.came().size() == 10);
            assertThat(route.came()).isEqualTo(values(0, 10));
            assertThat(app.consumer().getPendingExchangesSize()).isEqualTo(10);

            List.of("v9", "v5", "v0", "v2", "v1", "v4").forEach(route::letGo);
            await().atMost(LONG).until(() -> topics.committed(options.getGroupId(), topic, 0) == 3);
            route.letGo("v3");
            await().atMost(LONG).until(() -> topics.committed(options.getGroupId(), topic, 0) == 6);
            route.letAllGo();
            await().atMost(LONG).until(() -> topics.committed(options.getGroupId(), topic, 0) == 10);
        }
    }

    @Test
    void whatWasNotFinishedWhenAWorkerIsStoppedByForceComesAgain() throws Exception {
        String topic = topics.make(1);
        AcsCallKafkaConfiguration options = WorkerApp.options(broker.brokers());
        options.setRevokeTimeout(Duration.ofMillis(100));
        Holding first = new Holding();
        try (WorkerApp app = WorkerApp.run(options, topic, first,
                context -> context.getShutdownStrategy().setTimeout(1))) {
            topics.send(topic, values(0, 6));
            await().atMost(LONG).until(() -> first.came().size() == 6);
            List.of("v0", "v1", "v4").forEach(first::letGo);
            await().atMost(LONG).until(() -> app.consumer().getFinishedRecords() == 3);
        }
        assertThat(topics.committed(options.getGroupId(), topic, 0)).isEqualTo(2);
        // too late: the partition is not ours any more
        first.letAllGo();

        Holding second = new Holding();
        try (WorkerApp app = WorkerApp.run(options, topic, second)) {
            await().atMost(LONG).until(() -> second.came().size() == 4);
            assertThat(second.came()).isEqualTo(values(2, 6));
            assertThat(topics.committed(options.getGroupId(), topic, 0)).isEqualTo(2);
            second.letAllGo();
            await().atMost(LONG).until(() -> app.consumer().getFinishedRecords() == 4);
        }
        assertThat(topics.committed(options.getGroupId(), topic, 0)).isEqualTo(6);
    }

    @Test
    void aStopWaitsForWhatIsInTheRouteAndCommitsIt() throws Exception {
        String topic = topics.make(1);
        AcsCallKafkaConfiguration options = WorkerApp.options(broker.brokers());
        options.setCommitInterval(Duration.ofHours(1));
        ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
        ConcurrentLinkedQueue<String> came = new ConcurrentLinkedQueue<>();
        try (WorkerApp app = WorkerApp.run(options, topic, new AsyncProcessorSupport() {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                came.add(exchange.getMessage().getBody(String.class));
                later.schedule(() -> callback.done(false), 2, TimeUnit.SECONDS);
                return false;
            }
        })) {
            topics.send(topic, values(0, 3));
            await().atMost(LONG).until(() -> came.size() == 3);
            assertThat(app.consumer().getFinishedRecords()).isZero();
        } finally {
            later.shutdown();
        }

        assertThat(topics.committed(options.getGroupId(), topic, 0)).isEqualTo(3);
    }

    @Test
    void aPartitionWithEnoughToDoIsPausedUntilSomethingIsFinished() throws Exception {
        String topic = topics.make(1);
        AcsCallKafkaConfiguration options = WorkerApp.options(broker.brokers());
        options.setMaxInFlight(5);
        Holding route = new Holding();
        try (WorkerApp app = WorkerApp.run(options, topic, route)) {
            topics.send(topic, values(0, 50));
            await().atMost(LONG).until(() -> route.came().size() >= 5);
            await().during(Duration.ofMillis(600)).atMost(LONG).until(() -> route.came().size() <= 10);

            await().atMost(LONG).until(() -> {
                route.letAllGo();
                return app.consumer().getFinishedRecords() == 50;
            });
            assertThat(route.came()).isEqualTo(values(0, 50));
        }
    }

    @Test
    void aSuspendedRouteGetsNothingAndGoesOnWhenItIsResumed() throws Exception {
        String topic = topics.make(1);
        AcsCallKafkaConfiguration options = WorkerApp.options(broker.brokers());
        ConcurrentLinkedQueue<String> came = new ConcurrentLinkedQueue<>();
        try (WorkerApp app = WorkerApp.run(options, topic,
                exchange -> came.add(exchange.getMessage().getBody(String.class)))) {
            topics.send(topic, values(0, 1));
            await().atMost(LONG).until(() -> came.size() == 1);
            app.context().getRouteController().suspendRoute("worker");
            topics.send(topic, values(1, 3));
            await().during(Duration.ofSeconds(1)).atMost(LONG).until(() -> came.size() == 1);

            app.context().getRouteController().resumeRoute("worker");
            await().atMost(LONG).until(() -> came.size() == 3);
            assertThat(came).containsExactlyElementsOf(values(0, 3));
        }
    }

    @Test
    void aRouteIsStoppedAndStartedAgain() throws Exception {
        String topic = topics.make(2);
        AcsCallKafkaConfiguration options = WorkerApp.options(broker.brokers());
        ConcurrentLinkedQueue<String> came = new ConcurrentLinkedQueue<>();
        try (WorkerApp app = WorkerApp.run(options, topic,
                exchange -> came.add(exchange.getMessage().getBody(String.class)))) {
            topics.send(topic, values(0, 5));
            await().atMost(LONG).until(() -> came.size() == 5);
            app.context().getRouteController().stopRoute("worker");
            topics.send(topic, values(5, 9));
            app.context().getRouteController().startRoute("worker");

            await().atMost(LONG).until(() -> came.size() == 9);
            assertThat(came).containsExactlyInAnyOrderElementsOf(values(0, 9));
        }
    }

    @Test
    void aRouteThatHoldsItsThreadWorksOnItsPartitionsAtTheSameTime() throws Exception {
        String topic = topics.make(3);
        CountDownLatch all = new CountDownLatch(3);
        try (WorkerApp app = WorkerApp.run(WorkerApp.options(broker.brokers()), topic, exchange -> {
            all.countDown();
            assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
        })) {
            // one for each partition
            for (int partition = 0; partition < 3; partition++) {
                topics.sendTo(topic, partition, "v" + partition);
            }
            await().atMost(LONG).until(() -> app.consumer().getFinishedRecords() == 3);
        }
    }
}
