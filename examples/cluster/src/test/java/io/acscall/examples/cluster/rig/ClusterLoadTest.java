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

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.acscall.examples.cluster.demo.Cluster;
import io.acscall.examples.cluster.demo.ClusterPlan;
import io.acscall.examples.cluster.demo.NodeProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two ingress nodes and three workers under load, while nodes die; and what an event costs with one, two and three
 * workers.
 */
@Tag("load")
class ClusterLoadTest {

    private static final int FLOWS = Integer.getInteger("acs-call.cluster.flows", 20_000);
    private static final int PER_SECOND = Integer.getInteger("acs-call.cluster.rate", 15);
    private static final int PER_WORKER = Integer.getInteger("acs-call.cluster.rate-per-worker", 6);
    private static final Duration BETWEEN_KILLS = Duration.ofSeconds(30);
    private static final Duration DOWN = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    @Test
    void noCallIsLostOrMadeTwiceWhileNodesDie() throws Exception {
        try (Cluster cluster = Cluster.start(ClusterPlan.restless(), folder);
             ClusterRun run = new ClusterRun(cluster, 0, FLOWS, PER_SECOND)) {
            cluster.simulator().faults().set(new ObjectMapper().readTree(
                    "{\"callbacks\":{\"early\":0.05,\"twice\":0.05,\"outOfOrder\":0.05},\"retry\":{\"attempts\":8,\"delayMs\":1000}}"))
                    .join();
            killAllTheTime(cluster, run);

            Findings findings = run.run(Duration.ofSeconds(FLOWS / PER_SECOND).multipliedBy(3).plusMinutes(5))
                    .report("cluster-" + FLOWS);
            findings.assertNobodyNoticed();
        }
    }

    /** A worker every 30 seconds, one after the other; an ingress node and Kafka once each. */
    private static void killAllTheTime(Cluster cluster, ClusterRun run) {
        Duration all = Duration.ofSeconds(FLOWS / PER_SECOND);
        Duration beat = all.dividedBy(6).compareTo(BETWEEN_KILLS) < 0 ? all.dividedBy(6) : BETWEEN_KILLS;
        List<NodeProcess> workers = cluster.workers();
        for (int i = 0; i < workers.size(); i++) {
            run.kill(workers.get(i), beat.multipliedBy(i + 1), DOWN, beat.multipliedBy(workers.size()));
        }
        run.kill(cluster.ingress().get(0), beat.multipliedBy(5).dividedBy(2), DOWN, Duration.ZERO);
        run.kill(cluster.broker(), beat.multipliedBy(9).dividedBy(2), DOWN, Duration.ZERO);
    }

    @Test
    void anEventCostsTheSameWithOneTwoAndThreeWorkers() throws Exception {
        List<Double> cpu = new ArrayList<>();
        for (int workers = 1; workers <= 3; workers++) {
            cpu.add(cpuPerEvent(workers));
        }

        double least = cpu.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double most = cpu.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        assertThat(most / least).as("CPU of all nodes in ms per event, with 1, 2 and 3 workers: %s", cpu)
                .isLessThanOrEqualTo(1.2);
    }

    private double cpuPerEvent(int workers) throws Exception {
        // each worker has the same to do, however many there are
        int rate = workers * PER_WORKER;
        int warm = rate * 45;
        int measured = rate * 60;
        try (Cluster cluster = Cluster.start(ClusterPlan.measured(workers), folder.resolve("with-" + workers))) {
            try (ClusterRun run = new ClusterRun(cluster, 0, warm, rate)) {
                run.cost(Duration.ofMinutes(4));
            }
            try (ClusterRun run = new ClusterRun(cluster, warm, measured, rate)) {
                Costs costs = run.cost(Duration.ofMinutes(5));
                Findings.report("cluster-with-" + workers, costs);
                // what a worker has more to do when others read its events, ingress nodes do in larger portions
                return costs.cpuMillisPerEvent().get("ingress") + costs.cpuMillisPerEvent().get("worker");
            }
        }
    }
}
