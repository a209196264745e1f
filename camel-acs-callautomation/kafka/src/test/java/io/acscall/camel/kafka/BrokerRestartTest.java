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
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.EventKind;
import io.acscall.camel.kafka.broker.KafkaBroker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A broker goes away for a while; nothing has to be started anew. */
class BrokerRestartTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private KafkaBroker broker;
    private Topics topics;

    @BeforeEach
    void startBroker() throws Exception {
        broker = KafkaBroker.start();
        topics = new Topics(broker.brokers());
    }

    @AfterEach
    void stopBroker() {
        topics.close();
        broker.close();
    }

    @Test
    void recordsAndAnswersGoOn() throws Exception {
        String topic = topics.make(1);
        AcsCallKafkaConfiguration options = WorkerApp.options(broker.brokers());
        Queue<String> came = new ConcurrentLinkedQueue<>();
        KafkaReplyForwarder forwarder = forwarder();
        forwarder.start("owner", event -> CompletableFuture.completedFuture(true));
        try (WorkerApp app = WorkerApp.run(options, topic,
                exchange -> came.add(exchange.getMessage().getBody(String.class)))) {
            topics.send(topic, List.of("before"));
            await().atMost(LONG).until(() -> topics.committed(options.getGroupId(), topic, 0) == 1);
            assertThat(isAnswered(forwarder)).isTrue();

            broker.stop();
            CompletableFuture<Boolean> meanwhile = forwarder.forward("owner", event()).toCompletableFuture();
            assertThat(app.context().getRouteController().getRouteStatus("worker").isStarted()).isTrue();
            assertThat(meanwhile).isNotDone();
            broker.run();

            topics.send(topic, List.of("after"));
            await().atMost(LONG).until(() -> topics.committed(options.getGroupId(), topic, 0) == 2);
            assertThat(came).contains("before", "after");
            await().atMost(LONG).until(() -> isAnswered(forwarder));
        } finally {
            forwarder.stop();
        }
    }

    private KafkaReplyForwarder forwarder() {
        KafkaReplyForwarder forwarder = new KafkaReplyForwarder();
        forwarder.setBrokers(broker.brokers());
        forwarder.setPartitions(2);
        return forwarder;
    }

    private static boolean isAnswered(KafkaReplyForwarder forwarder) throws Exception {
        try {
            return forwarder.forward("owner", event()).toCompletableFuture().get(3, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return false;
        }
    }

    private static CallEvent event() {
        return new CallEvent(
                "e1", "Microsoft.Communication.PlayCompleted", "calling/callConnections/call-1", null, null, "call-1", null,
                null, null, null, Map.of(), EventKind.CALLBACK);
    }
}
