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
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.CRC32;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The topic through which nodes answer each other. Each incarnation has one partition to listen to, which its name
 * says, so nobody has to be asked where it is; several may share one.
 *
 * @param name       the topic
 * @param partitions how many it has; the same for all nodes
 */
record ReplyTopic(String name, int partitions) {

    /** What nodes say to each other is worth nothing after seconds. */
    private static final Map<String, String> SHORT_LIVED = Map.of("retention.ms", "3600000");
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    /**
     * Finds the topic, and makes it where that is wanted.
     *
     * @param  partitions how many a new topic gets; 0 to make none
     * @param  timeout    how long Kafka may take
     * @throws Exception  when there is none, or Kafka does not answer
     */
    static ReplyTopic find(KafkaAccess access, String name, int partitions, Duration timeout) throws Exception {
        long until = System.nanoTime() + timeout.toNanos();
        try (Admin admin = Admin.create(access.properties(Map.of("default.api.timeout.ms", (int) timeout.toMillis(),
                "request.timeout.ms", (int) Math.min(timeout.toMillis(), 10_000))))) {
            Optional<Integer> found = describe(admin, name, until);
            if (found.isEmpty() && partitions == 0) {
                throw new IllegalStateException(
                        "Kafka has no topic " + name + " for answers between nodes. Make one with several partitions, or set"
                                                + " createTopic=true");
            }
            if (found.isEmpty()) {
                create(admin, name, partitions, until);
                found = appeared(admin, name, until);
            }
            return new ReplyTopic(name, found.orElseThrow());
        }
    }

    private static Optional<Integer> describe(Admin admin, String name, long until) throws Exception {
        try {
            return Optional.of(admin.describeTopics(List.of(name)).allTopicNames()
                    .get(until - System.nanoTime(), TimeUnit.NANOSECONDS).get(name).partitions().size());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static void create(Admin admin, String name, int partitions, long until) throws Exception {
        NewTopic topic = new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(SHORT_LIVED);
        try {
            admin.createTopics(List.of(topic)).all().get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            // another node was faster
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /** A broker knows of a new topic a moment after the controller. */
    private static Optional<Integer> appeared(Admin admin, String name, long until) throws Exception {
        Optional<Integer> found = describe(admin, name, until);
        while (found.isEmpty()) {
            if (System.nanoTime() - until >= 0) {
                throw new TimeoutException("The topic " + name + " was made, but the broker does not know it yet");
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            found = describe(admin, name, until);
        }
        return found;
    }

    /** {@return where an incarnation listens} */
    TopicPartition partitionOf(String instance) {
        CRC32 hash = new CRC32();
        hash.update(instance.getBytes(StandardCharsets.UTF_8));
        return new TopicPartition(name, (int) (hash.getValue() % partitions));
    }
}
