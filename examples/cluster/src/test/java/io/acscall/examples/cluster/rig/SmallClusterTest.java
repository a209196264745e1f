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

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import io.acscall.examples.cluster.demo.Cluster;
import io.acscall.examples.cluster.demo.ClusterPlan;
import io.acscall.examples.cluster.demo.Database;
import io.acscall.examples.cluster.demo.NodeProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two ingress nodes and two workers as processes of their own, nodes that are killed, and nodes that are asked to go.
 */
class SmallClusterTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int DRAINED = 1000;
    private static final int CALLS = 40;
    private static final int TRIALS = 2000;

    @TempDir
    private static Path folder;
    private static Cluster cluster;

    @BeforeAll
    static void start() throws Exception {
        cluster = Cluster.start(ClusterPlan.small(), folder);
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void noCallIsLostOrMadeTwiceWhenAWorkerIsKilled() throws Exception {
        try (ClusterRun run = new ClusterRun(cluster, 0, 500, 40)) {
            run.kill(cluster.workers().get(0), Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ZERO);

            Findings findings = run.run(Duration.ofMinutes(3)).report("small-cluster");

            assertThat(findings.kills()).isEqualTo(1);
            findings.assertNobodyNoticed();
        }
    }

    /** What preStop asks, and SIGTERM after it. */
    @Test
    void aWorkerThatIsDrainedEndsItsCallsBeforeItStopsAndBeginsNoOther() throws Exception {
        NodeProcess worker = cluster.workers().get(1);
        cluster.awaitReady(worker);
        awaitDialsOf(worker);
        dial(DRAINED);
        await().atMost(SOON).until(() -> begunBy(worker, DRAINED) > 0);

        CompletableFuture<Optional<Integer>> drained = ask(cluster.address(worker).resolve("/drain"));
        await().atMost(SOON).until(() -> cluster.status(cluster.readiness(worker), SOON).equals(Optional.of(503)));
        assertThat(drained.get()).contains(200);
        assertThat(openOf(worker)).isEmpty();

        dial(DRAINED + CALLS);
        await().atMost(SOON).until(() -> begunByAnyone(DRAINED + CALLS) > 0);
        assertThat(begunBy(worker, DRAINED + CALLS)).isZero();
        worker.terminate();

        await().atMost(SOON).until(() -> cluster.database().ended(DRAINED, DRAINED + 2 * CALLS - 1) == 2 * CALLS);
        assertThat(cluster.database().number("select count(*) from flow where state = 'DONE' and "
                                             + Database.FLOWS,
                DRAINED, DRAINED + 2 * CALLS - 1)).isEqualTo(2L * CALLS);
        cluster.awaitReady(worker.start());
    }

    /** A worker that is ready has its partitions a little later. */
    private static void awaitDialsOf(NodeProcess worker) {
        AtomicInteger next = new AtomicInteger(TRIALS);
        await().atMost(SOON).pollInterval(Duration.ofSeconds(2)).until(() -> {
            dialOne(next.getAndIncrement());
            return begunBy(worker, TRIALS) > 0;
        });
    }

    private static void dial(int first) {
        for (int i = first; i < first + CALLS; i++) {
            dialOne(i);
        }
    }

    private static void dialOne(int flow) {
        cluster.simulator().person(ClusterRun.phone(flow)).presses(ClusterRun.tones(flow));
        cluster.topics().dial("flow-" + flow, ClusterRun.phone(flow));
    }

    private static CompletableFuture<Optional<Integer>> ask(URI address) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return cluster.status(address, SOON);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static long begunBy(NodeProcess worker, int first) throws Exception {
        return cluster.database().number("select count(*) from flow where begun_by = ? and "
                                         + Database.FLOWS,
                worker.incarnation(), first, first + CALLS - 1);
    }

    private static long begunByAnyone(int first) throws Exception {
        return cluster.database().number(
                "select count(*) from flow where " + Database.FLOWS, first, first + CALLS - 1);
    }

    private static List<Map<String, Object>> openOf(NodeProcess worker) throws Exception {
        return cluster.database().rows("select id from flow where begun_by = ? and state in ('DIALLING', 'GREETING', 'ASKING')",
                worker.incarnation());
    }
}
