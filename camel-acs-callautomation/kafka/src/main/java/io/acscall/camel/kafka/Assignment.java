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
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partitions that a client has, and how far they are committed. All of it on the thread that polls.
 */
final class Assignment implements ConsumerRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(Assignment.class);
    private static final Duration COMMIT = Duration.ofSeconds(5);

    private final Consumer<String, String> client;
    private final PollSettings settings;
    private final Supplier<PartitionWork> works;
    private final Map<TopicPartition, PartitionWork> ours = new HashMap<>();
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private long lastCommit = System.nanoTime();

    Assignment(Consumer<String, String> client, PollSettings settings, Supplier<PartitionWork> works) {
        this.client = client;
        this.settings = settings;
        this.works = works;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> ours.computeIfAbsent(partition, key -> works.get()));
        LOG.debug("Got {}", partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        letGo(new HashSet<>(partitions));
    }

    /** Somebody else has them already: what is finished here is not ours to commit. */
    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        LOG.warn("Kafka has given {} to others, because this worker was not heard of in time. What was in hand is read"
                 + " again there",
                partitions);
        forget(partitions);
    }

    /** Pauses partitions that have enough to do, or all of them, and resumes the others. */
    void holdBack(boolean all) {
        Set<TopicPartition> busy = new HashSet<>();
        ours.forEach((partition, work) -> {
            if (all || work.unfinished() >= settings.maxInFlight()) {
                busy.add(partition);
            }
        });
        Set<TopicPartition> paused = client.paused();
        if (!busy.equals(paused)) {
            Set<TopicPartition> free = new HashSet<>(paused);
            free.removeAll(busy);
            client.resume(free);
            client.pause(busy);
        }
    }

    void take(TopicPartition partition, List<ConsumerRecord<String, String>> records) {
        PartitionWork work = ours.get(partition);
        if (work != null) {
            work.add(records);
        }
    }

    /** Time has passed: what waits for it goes on, and what is finished is committed. */
    void tick() {
        ours.values().forEach(PartitionWork::tick);
        long now = System.nanoTime();
        if (now - lastCommit < settings.commitInterval().toNanos()) {
            return;
        }
        lastCommit = now;
        Map<TopicPartition, OffsetAndMetadata> offsets = newOffsets(ours.keySet());
        if (!offsets.isEmpty()) {
            remember(offsets);
            client.commitAsync(offsets, this::committed);
        }
    }

    private void committed(Map<TopicPartition, OffsetAndMetadata> offsets, Exception failed) {
        if (failed != null) {
            LOG.debug("Offsets were not committed, they are with the next: {}", failed.toString());
            offsets.keySet().forEach(committed::remove);
        }
    }

    /** What is finished and not committed yet. */
    private Map<TopicPartition, OffsetAndMetadata> newOffsets(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (TopicPartition partition : partitions) {
            PartitionWork work = ours.get(partition);
            OptionalLong position = work == null ? OptionalLong.empty() : work.position();
            if (position.isPresent() && !Long.valueOf(position.getAsLong()).equals(committed.get(partition))) {
                offsets.put(partition, new OffsetAndMetadata(position.getAsLong()));
            }
        }
        return offsets;
    }

    private void remember(Map<TopicPartition, OffsetAndMetadata> offsets) {
        offsets.forEach((partition, offset) -> committed.put(partition, offset.offset()));
    }

    /** Waits a moment for what is in the route, commits what is finished, and forgets all partitions. */
    void leave() {
        letGo(new HashSet<>(ours.keySet()));
    }

    private void letGo(Set<TopicPartition> partitions) {
        List<PartitionWork> leaving = partitions.stream().filter(ours::containsKey).map(ours::get).toList();
        leaving.forEach(PartitionWork::close);
        try {
            long until = System.nanoTime() + settings.revokeTimeout().toNanos();
            for (PartitionWork work : leaving) {
                work.awaitIdle(until);
            }
            Map<TopicPartition, OffsetAndMetadata> offsets = newOffsets(partitions);
            if (!offsets.isEmpty()) {
                client.commitSync(offsets, COMMIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (KafkaException e) {
            LOG.warn("What is finished of {} could not be committed and is read again: {}", partitions, e.toString());
        } finally {
            forget(partitions);
        }
    }

    /** What is still in the route of any partition is nobody's business any more. */
    void forget() {
        forget(new HashSet<>(ours.keySet()));
    }

    private void forget(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            PartitionWork work = ours.remove(partition);
            if (work != null) {
                work.close();
            }
            committed.remove(partition);
        }
    }
}
