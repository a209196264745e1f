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
import java.util.Collections;
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

    private static final int TIMES_ASKED = 10;
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

    /** What a person does who is asked again, because whoever asked was killed before the answer was stored. */
    static String patiently(int flow) {
        return String.join(",", Collections.nCopies(TIMES_ASKED, tones(flow)));
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

    /**
     * Runs until all flows are over and everything has been seen that was answered with 200; fails when not in time.
     */
    Findings run(Duration within) throws Exception {
        try (Deliveries deliveries = new Deliveries(cluster.simulator().timeline())) {
            Costs costs = untilOver(within, deliveries);
            Inspection inspection = new Inspection(cluster, deliveries, first, flows, Set.copyOf(killed));
            // what was sent last, such as the end of a call, is still on its way
            await().atMost(Duration.ofSeconds(60)).pollInterval(PAUSE)
                    .untilAsserted(() -> {
                        assertThat(inspection.lost()).as("answered with 200, and seen by no route").isEmpty();
                        assertThat(inspection.openWaits()).as("waits of living workers that have not ended").isZero();
                    });
            return inspection.findings(costs);
        }
    }

    /** The same where nobody keeps a ledger. */
    Costs cost(Duration within) throws Exception {
        try (Deliveries deliveries = new Deliveries(cluster.simulator().timeline())) {
            return untilOver(within, deliveries);
        }
    }

    private Costs untilOver(Duration within, Deliveries deliveries) throws Exception {
        Costs.Meter before = Costs.Meter.read(cluster);
        long begun = System.nanoTime();
        ScheduledFuture<?> dialling = fate.scheduleAtFixedRate(() -> dial(begun), 0, TURN_MILLIS, TimeUnit.MILLISECONDS);
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
        deliveries.read();
        return Costs.of(flows, took, deliveries, Costs.Meter.read(cluster).minus(before));
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
            default -> cluster.simulator().person(phone(flow)).presses(patiently(flow));
        }
    }

    @Override
    public void close() {
        fate.shutdownNow();
    }
}
