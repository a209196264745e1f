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
package io.acscall.camel.kafka.broker;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class KafkaBrokerTest {

    @Test
    void goesOnWithWhatItHad() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start()) {
            send(broker.brokers(), "one");
            broker.stop();
            broker.run();
            send(broker.brokers(), "two");

            assertThat(read(broker.brokers(), 2)).containsExactly("one", "two");
        }
    }

    @Test
    void aProcessThatIsKilledGoesOnWithWhatItHad(@TempDir Path folder) throws Exception {
        int[] ports = ports();
        String brokers = "127.0.0.1:" + ports[0];
        Process first = process(folder, ports);
        try {
            send(brokers, "one");
        } finally {
            kill(first);
        }
        Process second = process(folder, ports);
        try {
            send(brokers, "two");
            assertThat(read(brokers, 2)).containsExactly("one", "two");
        } finally {
            kill(second);
        }
    }

    @Test
    void theProgramSaysWhatItWants() {
        assertThatIllegalArgumentException().isThrownBy(() -> KafkaBroker.main(new String[0])).withMessageContaining("9092");
    }

    private static int[] ports() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket first = new ServerSocket(0, 1, loopback); ServerSocket second = new ServerSocket(0, 1, loopback)) {
            return new int[] { first.getLocalPort(), second.getLocalPort() };
        }
    }

    private static Process process(Path folder, int[] ports) throws IOException {
        Process process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-cp",
                System.getProperty("java.class.path"), KafkaBroker.class.getName(), folder.toString(),
                String.valueOf(ports[0]), String.valueOf(ports[1])).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals("Kafka is up on 127.0.0.1:" + ports[0])) {
                return process;
            }
        }
        throw new AssertionError("Kafka did not start");
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private static void send(String brokers, String value) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("values", 0, null, value)).get(60, TimeUnit.SECONDS);
        }
    }

    private static List<String> read(String brokers, int count) {
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> reader = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers, "auto.offset.reset", "earliest"), new StringDeserializer(),
                new StringDeserializer())) {
            reader.assign(List.of(new TopicPartition("values", 0)));
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (values.size() < count && System.nanoTime() < until) {
                reader.poll(Duration.ofMillis(200)).forEach(one -> values.add(one.value()));
            }
        }
        return values;
    }
}
