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

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * One broker of Kafka, controller included, in this JVM and on the loopback address only. Its classes are Kafka's
 * internals: for tests and demos, nothing else.
 */
public final class KafkaBroker implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final Path data;
    private final boolean ours;
    private final int port;
    private final int controllerPort;
    private KafkaRaftServer server;

    private KafkaBroker(Path data, boolean ours, int port, int controllerPort) {
        this.data = data;
        this.ours = ours;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    /**
     * Starts a broker on free ports, with an empty folder that goes when it is closed.
     *
     * @throws IOException when the folder or the ports can't be had
     */
    public static KafkaBroker start() throws IOException {
        int[] ports = freePorts();
        KafkaBroker broker = new KafkaBroker(Files.createTempDirectory("acs-call-kafka"), true, ports[0], ports[1]);
        broker.run();
        return broker;
    }

    /**
     * Starts a broker that goes on with what is in a folder, also after the process before it was killed.
     *
     * @param  data           the folder; made when it is not there
     * @param  port           for clients
     * @param  controllerPort for the broker itself
     * @throws IOException    when the folder can't be written
     */
    public static KafkaBroker start(Path data, int port, int controllerPort) throws IOException {
        KafkaBroker broker = new KafkaBroker(Files.createDirectories(data), false, port, controllerPort);
        broker.run();
        return broker;
    }

    /**
     * Runs a broker as a process of its own until it is killed: {@code KafkaBroker DATA PORT CONTROLLER_PORT}. It says
     * {@code Kafka is up on HOST:PORT} on its standard output.
     *
     * @param  arguments            folder and ports
     * @throws IOException          when the folder can't be written
     * @throws InterruptedException when it is interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException(
                    "Give a folder and two ports, for example: KafkaBroker target/kafka 9092 9093");
        }
        KafkaBroker broker = start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "kafka-stop"));
        System.out.println("Kafka is up on " + broker.brokers());
        new CountDownLatch(1).await();
    }

    /** {@return where clients find it, such as 127.0.0.1:9092} */
    public String brokers() {
        return HOST + ":" + port;
    }

    /**
     * Stops it, to be run again.
     */
    public synchronized void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    /**
     * Runs it again on the same ports, with what it had.
     *
     * @throws IOException when the folder can't be written
     */
    public synchronized void run() throws IOException {
        if (server != null) {
            return;
        }
        Properties settings = settings();
        format(settings);
        server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
    }

    @Override
    public void close() {
        stop();
        if (ours) {
            delete();
        }
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@" + HOST + ":" + controllerPort);
        settings.put("listeners", "PLAINTEXT://" + brokers() + ",CONTROLLER://" + HOST + ":" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://" + brokers());
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("log.dirs", data.resolve("data").toString());
        for (String topic : List.of("offsets.topic", "transaction.state.log")) {
            settings.put(topic + ".replication.factor", "1");
            settings.put(topic + ".num.partitions", "1");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("log.cleaner.dedupe.buffer.size", "2097152");
        settings.put("controlled.shutdown.enable", "false");
        // a broker that was killed is let in again only when the controller has missed it
        settings.put("broker.heartbeat.interval.ms", "400");
        settings.put("broker.session.timeout.ms", "2000");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "2");
        return settings;
    }

    /** A folder is formatted once; its id stays. */
    private void format(Properties settings) throws IOException {
        if (Files.exists(data.resolve("data").resolve("meta.properties"))) {
            return;
        }
        Path file = data.resolve("server.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        }
        String[] command = { "format", "-t", Uuid.randomUuid().toString(), "-c", file.toString() };
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            int failed = StorageTool.execute(command, silent);
            if (failed != 0) {
                throw new IllegalStateException("The folder " + data + " could not be formatted for Kafka: " + failed);
            }
        }
    }

    /** Both are open at once, so they differ. */
    private static int[] freePorts() throws IOException {
        InetAddress loopback = InetAddress.getByName(HOST);
        try (ServerSocket first = new ServerSocket(0, 1, loopback); ServerSocket second = new ServerSocket(0, 1, loopback)) {
            return new int[] { first.getLocalPort(), second.getLocalPort() };
        }
    }

    private void delete() {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
