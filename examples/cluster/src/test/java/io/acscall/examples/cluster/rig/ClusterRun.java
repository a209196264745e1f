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
package io.acscall.examples.cluster.rig;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.acscall.examples.cluster.demo.Cluster;
import io.acscall.examples.cluster.demo.NodeProcess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** So many calls at a steady rate, with whatever happens to the nodes meanwhile; and what is found afterwards. */
final class ClusterRun implements AutoCloseable {

    private static final long TURN_MILLIS = 50;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Cluster cluster;
    private final int first;
    private final int flows;
    private final int perSecond;
    private final Set<String> killed = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService fate = Executors.newScheduledThreadPool(2);
    private int next;

    /**
     * @param first     number of the first flow; those of one cluster are all different
     * @param flows     how many
     * @param perSecond how many calls are asked for in a second
     */
    ClusterRun(Cluster cluster, int first, int flows, int perSecond) {
        this.cluster = cluster;
        this.first = first;
        this.next = first;
        this.flows = flows;
        this.perSecond = perSecond;
    }

    /** The number of a person. */
    static String phone(int flow) {
        return "+1604555%05d".formatted(flow);
    }

    /** What a person presses. */
    static String tones(int flow) {
        return "%02d".formatted(flow % 100);
    }

    /** A node is killed after a while, and run again; again and again when there is a period. */
    void kill(NodeProcess node, Duration after, Duration downtime, Duration period) {
        Runnable kill = () -> {
            if (node.runs()) {
                killed.add(node.incarnation());
                node.kill();
                fate.schedule(node::start, downtime.toMillis(), TimeUnit.MILLISECONDS);
            }
        };
        if (period.isZero()) {
            fate.schedule(kill, after.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            fate.scheduleAtFixedRate(kill, after.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Runs until all flows are over, and fails when they are not in time. */
    Findings run(Duration within) throws Exception {
        try (Deliveries deliveries = new Deliveries(cluster.simulator().timeline())) {
            long begun = System.nanoTime();
            Spent before = Spent.soFar(cluster);
            ScheduledFuture<?> dialling = fate.scheduleAtFixedRate(
                    () -> dial(begun), 0, TURN_MILLIS, TimeUnit.MILLISECONDS);
            try {
                await().atMost(within).pollInterval(PAUSE).untilAsserted(() -> {
                    if (dialling.isDone()) {
                        dialling.get();
                    }
                    if (cluster.database().ended(first, first + flows - 1) < flows) {
                        throw new AssertionError("Not all flows are over: " + cluster.database().states());
                    }
                });
            } finally {
                dialling.cancel(false);
                fate.shutdown();
            }
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            Inspection inspection = new Inspection(cluster, deliveries, first, flows, Set.copyOf(killed));
            // what was sent last, such as the end of a call, is still on its way
            await().atMost(Duration.ofSeconds(60)).pollInterval(PAUSE)
                    .untilAsserted(() -> assertThat(inspection.lost()).as("answered with 200, and seen by no route").isEmpty());
            return inspection.findings(took, Spent.soFar(cluster).minus(before));
        }
    }

    private void dial(long begun) {
        long due = Math.min(flows, (System.nanoTime() - begun) * perSecond / TimeUnit.SECONDS.toNanos(1) + 1);
        for (; next < first + due; next++) {
            script(next);
            cluster.topics().dial("flow-" + next, phone(next));
        }
    }

    private void script(int flow) {
        switch (flow % 20) {
            case 7 -> cluster.simulator().person(phone(flow)).hangsUpAfter(Duration.ofMillis(700));
            case 13 -> cluster.simulator().person(phone(flow)).declines();
            default -> cluster.simulator().person(phone(flow)).presses(tones(flow));
        }
    }

    @Override
    public void close() {
        fate.shutdownNow();
    }

    /**
     * What a run has cost.
     *
     * @param cpu          processor time by kind of node
     * @param transactions of the database
     * @param bytes        in the topics of events and of answers
     */
    record Spent(Map<String, Duration> cpu, long transactions, long bytes) {

        static Spent soFar(Cluster cluster) throws Exception {
            Map<String, Duration> cpu = new LinkedHashMap<>();
            cluster.nodes().forEach(
                    node -> cpu.merge(node.name().replaceAll("-\\d+$", ""), node.cpuTime(), Duration::plus));
            long transactions = cluster.database().number(
                    "select xact_commit + xact_rollback from pg_stat_database where datname = current_database()");
            return new Spent(cpu, transactions, cluster.topics().bytes());
        }

        Spent minus(Spent before) {
            Map<String, Duration> spent = new LinkedHashMap<>();
            cpu.forEach((kind, time) -> spent.put(kind, time.minus(before.cpu.get(kind))));
            return new Spent(spent, transactions - before.transactions, bytes - before.bytes);
        }
    }
}
