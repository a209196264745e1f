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
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes records that have failed for good to a topic of their own, as they were, with headers that say where they came
 * from and why they failed.
 */
final class DeadLetters implements GivenUp, AutoCloseable {

    static final String TOPIC = "acs-call-topic";
    static final String PARTITION = "acs-call-partition";
    static final String OFFSET = "acs-call-offset";
    static final String ERROR = "acs-call-error";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final Duration AT_THE_END = Duration.ofSeconds(2);

    private final String topic;
    private final Producer<String, String> producer;
    private final Executor threads;

    DeadLetters(String topic, KafkaAccess access, Executor threads) {
        this.topic = topic;
        this.threads = threads;
        Map<String, Object> own = new HashMap<>();
        own.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        own.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        own.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        producer = new KafkaProducer<>(access.properties(own), new StringSerializer(), new StringSerializer());
    }

    @Override
    public CompletionStage<Void> take(Attempt attempt, Exception why) {
        CompletableFuture<Void> safe = new CompletableFuture<>();
        try {
            // sending may block until Kafka answers
            threads.execute(() -> send(attempt, why, safe));
        } catch (RejectedExecutionException e) {
            safe.completeExceptionally(e);
        }
        return safe;
    }

    private void send(Attempt attempt, Exception why, CompletableFuture<Void> safe) {
        try {
            producer.send(record(attempt, why), (metadata, failed) -> {
                if (failed == null) {
                    LOG.error("The record {} has failed {} times and goes to the topic {}: {}", attempt, attempt.failures(),
                            topic, String.valueOf(why));
                    safe.complete(null);
                } else {
                    notSent(attempt, failed, safe);
                }
            });
        } catch (KafkaException | IllegalStateException e) {
            notSent(attempt, e, safe);
        }
    }

    private void notSent(Attempt attempt, Exception failed, CompletableFuture<Void> safe) {
        LOG.warn("The record {} could not be written to the topic {} and is tried again: {}", attempt, topic,
                failed.toString());
        safe.completeExceptionally(failed);
    }

    private ProducerRecord<String, String> record(Attempt attempt, Exception why) {
        ProducerRecord<String, String> letter
                = new ProducerRecord<>(topic, attempt.record().key(), attempt.record().value());
        attempt.record().headers().forEach(letter.headers()::add);
        letter.headers().add(TOPIC, bytes(attempt.record().topic()));
        letter.headers().add(PARTITION, bytes(String.valueOf(attempt.record().partition())));
        letter.headers().add(OFFSET, bytes(String.valueOf(attempt.offset())));
        letter.headers().add(ERROR, bytes(String.valueOf(why)));
        return letter;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close(AT_THE_END);
    }
}
