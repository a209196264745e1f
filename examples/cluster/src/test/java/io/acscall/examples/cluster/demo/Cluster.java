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

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.acscall.camel.kafka.broker.KafkaBroker;
import io.acscall.examples.cluster.IngressNode;
import io.acscall.examples.cluster.WorkerNode;
import io.acscall.simulator.AcsSimulator;

/**
 * All of it on one machine: a simulator in the place of Azure, which spreads callbacks over the ingress nodes, Kafka,
 * PostgreSQL, and each node as a process. With KAFKA_BROKERS or DATABASE_URL in the environment, those are used.
 */
public final class Cluster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration QUICK = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ClusterPlan plan;
    private final Path folder;
    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<NodeProcess> ingress = new ArrayList<>();
    private final List<NodeProcess> workers = new ArrayList<>();
    private final Map<NodeProcess, URI> ready = new HashMap<>();
    private final Map<NodeProcess, URI> addresses = new HashMap<>();
    private AcsSimulator simulator;
    private NodeProcess broker;
    private Database database;
    private KafkaTopics topics;

    private Cluster(ClusterPlan plan, Path folder) {
        this.plan = plan;
        this.folder = folder;
    }

    /**
     * Starts everything; all nodes are ready when it returns.
     *
     * @param folder for logs and the data of Kafka
     */
    public static Cluster start(ClusterPlan plan, Path folder) throws Exception {
        Cluster cluster = new Cluster(plan, Files.createDirectories(folder));
        try {
            cluster.begin();
            return cluster;
        } catch (Exception | Error e) {
            cluster.close();
            throw e;
        }
    }

    private void begin() throws Exception {
        String given = System.getenv("KAFKA_BROKERS");
        String brokers = given != null ? given : startBroker();
        database = kept(Database.open());
        topics = kept(KafkaTopics.make(brokers, plan.partitions()));
        simulator = kept(AcsSimulator.builder().tokenReuse(Duration.ofSeconds(60)).timelineEntries(plan.timeline())
                .speechRate(plan.speechRate()).maxSilence(Duration.ofSeconds(2)).start());
        List<Integer> ports = Ports.free(1 + 2 * (plan.ingress() + plan.workers()));
        URI base = URI.create("http://127.0.0.1:" + ports.get(0));
        int next = 1;
        for (int i = 1; i <= plan.ingress(); i++, next += 2) {
            ingress.add(node("ingress-" + i, IngressNode.class, ports.subList(next, next + 2), base, brokers));
        }
        for (int i = 1; i <= plan.workers(); i++, next += 2) {
            workers.add(node("worker-" + i, WorkerNode.class, ports.subList(next, next + 2), base, brokers));
        }
        simulator.spread(base, ingress.stream().map(addresses::get).toArray(URI[]::new));
        // the first worker makes the tables
        awaitReady(workers.get(0).start());
        ingress.forEach(NodeProcess::start);
        workers.stream().skip(1).forEach(NodeProcess::start);
        for (NodeProcess node : nodes()) {
            awaitReady(node);
        }
    }

    private String startBroker() {
        List<Integer> ports = Ports.free(2);
        broker = kept(new NodeProcess(
                "kafka", folder.resolve("kafka.log"), List.of("-Xmx512m"),
                List.of(KafkaBroker.class.getName(), folder.resolve("kafka").toString(), String.valueOf(ports.get(0)),
                        String.valueOf(ports.get(1))),
                Map.of())).start();
        return "127.0.0.1:" + ports.get(0);
    }

    private NodeProcess node(String name, Class<?> program, List<Integer> ports, URI base, String brokers) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PORT", String.valueOf(ports.get(0)));
        environment.put("MANAGEMENT_PORT", String.valueOf(ports.get(1)));
        environment.put("ACS_RESOURCE_ID", simulator.resourceId());
        environment.put("ACS_CALLBACK_BASE_URI", base.toString());
        environment.put("ACS_CONNECTION_STRING", simulator.connectionString());
        environment.put("ACS_COGNITIVE_SERVICES_ENDPOINT", "https://speech.example.com/");
        environment.put("ACS_PHONE_NUMBER", "+18005550100");
        environment.put("ACS_ALLOWED_TARGETS", "+1604555*");
        environment.put("KAFKA_BROKERS", brokers);
        environment.put("DATABASE_URL", database.url());
        environment.put("DATABASE_USER", database.user());
        environment.put("DATABASE_PASSWORD", database.password());
        environment.put("DRAIN_AT_LEAST", "1s");
        List<String> jvm = new ArrayList<>(plan.jvm());
        jvm.add("-Dlog4j2.configurationFile=log4j2.properties");
        jvm.add("-Dcamel.server.host=127.0.0.1");
        jvm.add("-Dcamel.management.host=127.0.0.1");
        jvm.add("-Dcamel.component.acs-call.open-id-configuration-uri=" + simulator.openIdConfigurationUri());
        if (program == WorkerNode.class) {
            plan.settings().forEach((key, value) -> jvm.add("-D" + key + "=" + value));
        }
        NodeProcess node = kept(new NodeProcess(
                name, folder.resolve(name + ".log"), jvm, List.of(program.getName()), environment));
        addresses.put(node, URI.create("http://127.0.0.1:" + ports.get(0)));
        ready.put(node, URI.create("http://127.0.0.1:" + ports.get(1) + "/observe/health/ready"));
        return node;
    }

    private <T extends AutoCloseable> T kept(T part) {
        open.add(part);
        return part;
    }

    /** Waits until the readiness check of a node is up. */
    public void awaitReady(NodeProcess node) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (status(ready.get(node), QUICK).orElse(0) != 200) {
            if (System.nanoTime() > end || !node.runs()) {
                String output = node.output();
                throw new IllegalStateException(
                        node.name() + " was not ready within " + PATIENCE + ":\n"
                                                + output.substring(Math.max(0, output.length() - 6000)));
            }
            pause(PAUSE);
        }
    }

    /** Lets some time pass. */
    void pause(Duration time) throws InterruptedException {
        // never so many changes: it is the time that ends this
        simulator.timeline().awaitChange(Long.MAX_VALUE, time);
    }

    /** What an address answers; empty when nobody does within some time. */
    public Optional<Integer> status(URI address, Duration within) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(address).timeout(within).build();
            return Optional.of(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The address of the readiness check of a node. */
    public URI readiness(NodeProcess node) {
        return ready.get(node);
    }

    /** The address of a node. */
    public URI address(NodeProcess node) {
        return addresses.get(node);
    }

    /** The service. */
    public AcsSimulator simulator() {
        return simulator;
    }

    /** The flows and what was noted about them. */
    public Database database() {
        return database;
    }

    /** The topics. */
    public KafkaTopics topics() {
        return topics;
    }

    /** Kafka; only where it is ours. */
    public NodeProcess broker() {
        return broker;
    }

    public List<NodeProcess> ingress() {
        return List.copyOf(ingress);
    }

    public List<NodeProcess> workers() {
        return List.copyOf(workers);
    }

    /** Ingress nodes and workers. */
    public List<NodeProcess> nodes() {
        List<NodeProcess> all = new ArrayList<>(ingress);
        all.addAll(workers);
        return all;
    }

    @Override
    public void close() {
        for (int i = open.size() - 1; i >= 0; i--) {
            try {
                open.get(i).close();
            } catch (Exception e) {
                throw new IllegalStateException("The cluster could not be stopped cleanly", e);
            }
        }
    }
}
