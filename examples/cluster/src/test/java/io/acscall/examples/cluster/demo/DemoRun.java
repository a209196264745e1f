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

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Thirty people are rung, and a worker is killed while they talk; then comes the account. */
final class DemoRun {

    private static final int CALLS = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Consumer<String> out;
    private final Path folder;

    /**
     * @param out    gets each line
     * @param folder for logs and the data of Kafka
     */
    DemoRun(Consumer<String> out, Path folder) {
        this.out = out;
        this.folder = folder;
    }

    /**
     * Runs it.
     *
     * @return whether all calls are as they should be
     */
    boolean run() throws Exception {
        out.accept("Starting Kafka, PostgreSQL, a simulator of Azure, two ingress nodes and two workers. Logs: " + folder);
        try (Cluster cluster = Cluster.start(ClusterPlan.small(), folder)) {
            NodeProcess unlucky = cluster.workers().get(0);
            out.accept(CALLS + " people are rung; each hears a greeting and a question, and presses two keys.");
            for (int i = 0; i < CALLS; i++) {
                cluster.simulator().person(phone(i)).presses("%02d".formatted(i));
                cluster.topics().dial("flow-" + i, phone(i));
            }
            await(cluster, "select count(*) from flow where state <> 'DIALLING'", CALLS / 2);
            String killed = unlucky.incarnation();
            unlucky.kill();
            out.accept(killed + " is killed while people talk, and a new one starts in its place.");
            unlucky.start();
            await(cluster, "select count(*) from flow where state in ('DONE', 'ABANDONED', 'FAILED')", CALLS);
            return report(cluster, killed);
        }
    }

    private static String phone(int i) {
        return "+1604555%05d".formatted(i);
    }

    private static void await(Cluster cluster, String sql, int count) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (cluster.database().number(sql) < count) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "The calls were not over within " + PATIENCE + ": "
                                                + cluster.database().states());
            }
            cluster.pause(PAUSE);
        }
    }

    private boolean report(Cluster cluster, String killed) throws SQLException {
        out.accept("");
        out.accept("  begun by      finished by   state       calls");
        for (Map<String, Object> row : cluster.database().rows(
                "select begun_by, finished_by, state, count(*) as calls from flow group by 1, 2, 3 order by 1, 2, 3")) {
            out.accept("  %-12s  %-12s  %-10s  %5d".formatted(
                    row.get("begun_by"), row.get("finished_by"), row.get("state"), row.get("calls")));
        }
        long saved = cluster.database().number(
                "select count(*) from flow where begun_by = ? and finished_by <> begun_by and state = 'DONE'", killed);
        long good = good(cluster.database().rows("select id, tones from flow where state = 'DONE'"));
        long rung = cluster.simulator().timeline().entries().stream()
                .filter(entry -> "ring".equals(entry.type())).count();
        out.accept("");
        out.accept("%d calls of %s were gone on with by others. %d phones rang, %d times in all. %d answers are stored."
                .formatted(saved, killed, CALLS, rung, good));
        boolean asExpected = good == CALLS && rung == CALLS;
        out.accept(asExpected ? "All calls are as they should be." : "Not all calls are as they should be.");
        return asExpected;
    }

    private static long good(List<Map<String, Object>> done) {
        return done.stream().filter(row -> row.get("id").equals("flow-" + Integer.parseInt((String) row.get("tones")))).count();
    }
}
