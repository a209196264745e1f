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

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Makes clients that read for a group.
 */
final class ConsumerClient {

    private static final int MOST_AT_ONCE = 500;

    private ConsumerClient() {
    }

    /**
     * A client that commits only when it is told to, keeps its partitions when others come and go, and is missed within
     * ten seconds when it dies.
     *
     * @throws IllegalArgumentException               when brokers or groupId are missing
     * @throws org.apache.kafka.common.KafkaException when Kafka does not accept a property
     */
    static Consumer<String, String> of(AcsCallKafkaConfiguration configuration) {
        String group = configuration.getGroupId();
        if (group == null || group.isBlank()) {
            throw new IllegalArgumentException(
                    "The option groupId is not set. All workers that share a topic have the same, for example groupId=workers");
        }
        Map<String, Object> own = new HashMap<>();
        own.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        own.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, configuration.getAutoOffsetReset());
        own.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Math.min(configuration.getMaxInFlight(), MOST_AT_ONCE));
        own.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        // a worker learns with its heartbeat that others have come or gone
        own.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_000);
        own.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, List.of(CooperativeStickyAssignor.class));
        Map<String, Object> all = configuration.access().properties(own);
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(all, new StringDeserializer(), new StringDeserializer());
    }
}
