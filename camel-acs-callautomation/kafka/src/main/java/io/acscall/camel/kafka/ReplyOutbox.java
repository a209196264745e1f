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
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends messages in the order in which they are given, on a thread of its own: Kafka's client may block while a broker
 * is away.
 */
final class ReplyOutbox implements AutoCloseable {

    private static final Duration AT_THE_END = Duration.ofSeconds(1);

    private final ReplyTopic topic;
    private final Producer<String, String> producer;
    private final ExecutorService thread;

    /**
     * @param most how many messages may wait for the thread
     */
    ReplyOutbox(ReplyTopic topic, KafkaAccess access, int most) {
        this.topic = topic;
        Map<String, Object> own = new HashMap<>();
        // whoever waits for the answer has given up by then
        own.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        own.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        own.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        producer = new KafkaProducer<>(access.properties(own), new StringSerializer(), new StringSerializer());
        thread = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(most),
                ReplyThreads.named("acs-call-replies-out"), new ThreadPoolExecutor.AbortPolicy());
    }

    /**
     * Sends a message. Returns at once.
     *
     * @param notSent told when it could not be sent, on any thread
     */
    void send(ReplyMessage message, Consumer<Exception> notSent) {
        try {
            thread.execute(() -> sendNow(message, notSent));
        } catch (RejectedExecutionException e) {
            notSent.accept(e);
        }
    }

    private void sendNow(ReplyMessage message, Consumer<Exception> notSent) {
        try {
            producer.send(message.record(topic.partitionOf(message.to())), (metadata, failed) -> {
                if (failed != null) {
                    notSent.accept(failed);
                }
            });
        } catch (KafkaException | IllegalStateException e) {
            notSent.accept(e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        producer.close(AT_THE_END);
    }
}
