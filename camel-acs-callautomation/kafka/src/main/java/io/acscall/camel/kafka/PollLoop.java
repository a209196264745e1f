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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * The one thread that talks to Kafka for a consumer. It runs no route, and waits for one only for a moment when a
 * partition is taken away. When its client can't go on it makes a new one.
 */
final class PollLoop implements Runnable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(2);
    private static final Duration LEAVE = Duration.ofSeconds(5);

    private final PollSettings settings;
    private final Supplier<org.apache.kafka.clients.consumer.Consumer<String, String>> clients;
    private final Supplier<PartitionWork> works;
    private final BooleanSupplier open;
    private final Consumer<Exception> trouble;
    private final CountDownLatch stop = new CountDownLatch(1);
    private org.apache.kafka.clients.consumer.Consumer<String, String> next;

    /**
     * @param clients makes clients of Kafka
     * @param works   makes what a partition is worked on with
     * @param open    whether records are wanted now
     * @param trouble told of what goes wrong with Kafka
     */
    PollLoop(PollSettings settings, Supplier<org.apache.kafka.clients.consumer.Consumer<String, String>> clients,
             Supplier<PartitionWork> works, BooleanSupplier open, Consumer<Exception> trouble) {
        this.settings = settings;
        this.clients = clients;
        this.works = works;
        this.open = open;
        this.trouble = trouble;
        // on the thread that starts the route, so that wrong options fail the start
        this.next = clients.get();
    }

    @Override
    public void run() {
        while (!stopped()) {
            try {
                runClient();
            } catch (InterruptException e) {
                return;
            } catch (RuntimeException e) {
                trouble.accept(e);
                waitAMoment();
            }
        }
    }

    /** Reads nothing more, commits what is finished, and ends. Returns at once. */
    void stop() {
        stop.countDown();
    }

    private boolean stopped() {
        return stop.getCount() == 0;
    }

    private void waitAMoment() {
        try {
            stop.await(AFTER_TROUBLE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
        }
    }

    private void runClient() {
        org.apache.kafka.clients.consumer.Consumer<String, String> client = next == null ? clients.get() : next;
        next = null;
        Assignment assignment = new Assignment(client, settings, works);
        try {
            client.subscribe(settings.topics(), assignment);
            while (!stopped()) {
                poll(client, assignment);
            }
            assignment.leave();
        } finally {
            assignment.forget();
            client.close(LEAVE);
        }
    }

    private void poll(org.apache.kafka.clients.consumer.Consumer<String, String> client, Assignment assignment) {
        assignment.holdBack(!open.getAsBoolean());
        ConsumerRecords<String, String> read = client.poll(POLL);
        for (TopicPartition partition : read.partitions()) {
            List<ConsumerRecord<String, String>> records = read.records(partition);
            assignment.take(partition, records);
        }
        assignment.tick();
    }
}
