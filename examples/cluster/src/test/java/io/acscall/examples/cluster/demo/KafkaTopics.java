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
package io.acscall.examples.cluster.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics of the example, as whoever runs Kafka would make them, and the way in for those who want people rung. */
public final class KafkaTopics implements AutoCloseable {

    private static final String EVENTS = "acs-call-events";
    private static final String DIAL = "dial-requests";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Admin admin;
    private final KafkaProducer<String, String> producer;

    private KafkaTopics(Admin admin, KafkaProducer<String, String> producer) {
        this.admin = admin;
        this.producer = producer;
    }

    /** Makes those that are not there. */
    static KafkaTopics make(String brokers, int partitions) throws Exception {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", brokers);
        Admin admin = Admin.create(settings);
        short copies = 1;
        for (String topic : List.of(EVENTS, DIAL, "dead-letters")) {
            try {
                admin.createTopics(List.of(new NewTopic(topic, partitions, copies))).all().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
        settings.put("delivery.timeout.ms", 120_000);
        return new KafkaTopics(admin, new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer()));
    }

    /** Asks for a call. */
    public void dial(String flow, String phone) {
        String request = JsonNodeFactory.instance.objectNode().put("flow", flow).put("phone", phone).toString();
        producer.send(new ProducerRecord<>(DIAL, flow, request));
    }

    /** Bytes on the disk of the topics of events and of answers between workers. */
    public long bytes() throws Exception {
        return admin.describeLogDirs(List.of(1)).allDescriptions().get().values().stream()
                .flatMap(dirs -> dirs.values().stream()).flatMap(dir -> dir.replicaInfos().entrySet().stream())
                .filter(one -> List.of(EVENTS, "acs-call-replies").contains(one.getKey().topic()))
                .mapToLong(one -> one.getValue().size()).sum();
    }

    @Override
    public void close() {
        producer.close(PATIENCE);
        admin.close(PATIENCE);
    }
}
