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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what is said to one incarnation, from now on. No group and no offsets: an incarnation that is gone is not
 * followed by another.
 */
final class ReplyInbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReplyInbox.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);
    private static final Duration LEAVE = Duration.ofSeconds(2);

    private final String instance;
    private final Consumer<ReplyMessage> messages;
    private final Runnable tick;
    private final org.apache.kafka.clients.consumer.Consumer<String, String> client;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;

    /**
     * Returns when whatever is said from now on will be read.
     *
     * @param  messages       gets them, on the thread that reads; must not block
     * @param  tick           called a few times a second on that thread
     * @param  timeout        how long Kafka may take
     * @throws KafkaException when it takes longer or refuses
     */
    ReplyInbox(String instance, ReplyTopic topic, KafkaAccess access, Duration timeout, Consumer<ReplyMessage> messages,
               Runnable tick) {
        this.instance = instance;
        this.messages = messages;
        this.tick = tick;
        Map<String, Object> own = new HashMap<>();
        own.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        own.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        own.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        client = new KafkaConsumer<>(access.properties(own), new StringDeserializer(), new StringDeserializer());
        try {
            TopicPartition place = topic.partitionOf(instance);
            client.assign(List.of(place));
            client.seekToEnd(List.of(place));
            client.position(place, timeout);
        } catch (RuntimeException e) {
            client.close(LEAVE);
            throw e;
        }
        thread = ReplyThreads.named("acs-call-replies-in").newThread(this::read);
        thread.start();
    }

    private void read() {
        try {
            while (stop.getCount() > 0) {
                poll();
                tick.run();
            }
        } catch (InterruptException | InterruptedException e) {
            LOG.debug("Interrupted while reading answers between nodes");
        } finally {
            client.close(LEAVE);
        }
    }

    private void poll() throws InterruptedException {
        try {
            client.poll(POLL).forEach(this::take);
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.warn("Answers between nodes can't be read now: {}", e.toString());
            stop.await(AFTER_TROUBLE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void take(ConsumerRecord<String, String> one) {
        if (!ReplyMessage.isFor(instance, one)) {
            return;
        }
        try {
            ReplyMessage.read(one).ifPresentOrElse(messages,
                    () -> LOG.warn("A message between nodes can't be read, is another version at work? {}-{}@{}", one.topic(),
                            one.partition(), one.offset()));
        } catch (RuntimeException e) {
            LOG.warn("A message between nodes could not be handled: {}-{}@{}", one.topic(), one.partition(), one.offset(), e);
        }
    }

    /** Returns when nothing more is read. */
    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join(LEAVE.toMillis() * 2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
