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

import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.acscall.examples.cluster.demo.Cluster;
import io.acscall.examples.cluster.demo.Database;

/** Compares what the simulator has sent with what stands in the database of the workers. */
final class Inspection {

    private final Deliveries deliveries;
    private final Database database;
    private final int first;
    private final int flows;
    private final Set<String> killed;

    /**
     * @param killed the runs of nodes that were killed
     */
    Inspection(Cluster cluster, Deliveries deliveries, int first, int flows, Set<String> killed) {
        this.deliveries = deliveries;
        this.database = cluster.database();
        this.first = first;
        this.flows = flows;
        this.killed = killed;
    }

    /** Events that were answered with 200 and that no route has seen. */
    Set<String> lost() throws SQLException {
        Set<String> lost = new HashSet<>(deliveries.answered());
        // not by their flows: CreateCallFailed comes without the context that names one
        database.rows("select distinct event_id as id from handled where route = 'events'")
                .forEach(row -> lost.remove(row.get("id")));
        return lost;
    }

    Findings findings(Costs costs) throws SQLException {
        Map<String, Object> latency = noted("""
                select percentile_cont(0.5) within group (order by ms) as p50,
                       percentile_cont(0.99) within group (order by ms) as p99
                from (select extract(epoch from handled_at - event_time) * 1000 as ms from noted where route = 'events') as one
                """).get(0);
        return new Findings(
                flows, outcomes(), deliveries.calls(), deliveries.rungTwice().size(), wrongTones(), lost().size(),
                again(false), again(true),
                count("select count(*) as n from (select 1 from noted where route = 'once' group by event_id having count(*) > 1) as twice"),
                count("""
                        select count(*) as n from
                        (select 1 from noted where route not in ('events', 'once') group by flow, route, event_id having count(*) > 1) as twice
                        """),
                waits("ends > 1"), openWaits(), count("select count(*) as n from noted where orphaned and route = 'events'"),
                count("""
                        select count(*) as n from noted event
                        join noted step on step.event_id = event.event_id and step.route not in ('events', 'once')
                        where event.route = 'events' and event.awaited and step.worker <> event.worker
                        """),
                killed.size(), deliveries.callbacks().get(0), deliveries.callbacks().get(1), costs,
                number(latency.get("p50")), number(latency.get("p99")));
    }

    /**
     * Events that the route has had more than once: because the worker that had it was killed, which is what at least
     * once means, or else.
     */
    private long again(boolean afterKill) throws SQLException {
        return noted("""
                select string_agg(worker, ',' order by number) as workers from noted where route = 'events'
                group by event_id having count(*) > 1
                """).stream().map(row -> List.of(((String) row.get("workers")).split(",")))
                .filter(workers -> killed.containsAll(workers.subList(0, workers.size() - 1)) == afterKill).count();
    }

    private long waits(String which) throws SQLException {
        return database.number("select count(*) from step where " + which + " and " + Database.FLOWS.replace("(id", "(flow"),
                first, first + flows - 1);
    }

    /** Waits that have not ended, of workers that were not killed. */
    long openWaits() throws SQLException {
        return waits("ends = 0" + killed.stream().map(node -> " and worker <> '" + node + "'").collect(Collectors.joining()));
    }

    private Map<String, Long> outcomes() throws SQLException {
        Map<String, Long> outcomes = new LinkedHashMap<>();
        for (Map<String, Object> row : database.rows("select state || coalesce(' ' || result, '') as what, count(*) as n "
                                                     + "from flow where " + Database.FLOWS + " group by what order by what",
                first, first + flows - 1)) {
            outcomes.put((String) row.get("what"), (Long) row.get("n"));
        }
        return outcomes;
    }

    /** Flows that are done, and not with what the person has pressed. */
    private long wrongTones() throws SQLException {
        return database.rows("select id, tones from flow where state = 'DONE'").stream().filter(row -> !ClusterRun
                .tones(Integer.parseInt(((String) row.get("id")).substring("flow-".length()))).equals(row.get("tones")))
                .count();
    }

    /** A query of what was noted about the flows of this run. */
    private List<Map<String, Object>> noted(String sql) throws SQLException {
        return database.rows(
                "with noted as (select event_id, route, flow, handled.worker, awaited, orphaned, event_time, handled_at, "
                             + "handled.id as number from handled join flow on flow.id = handled.flow where "
                             + Database.FLOWS.replace("(id", "(flow.id") + ") " + sql,
                first, first + flows - 1);
    }

    private long count(String sql) throws SQLException {
        return (Long) noted(sql).get(0).get("n");
    }

    private static double number(Object value) {
        return value == null ? 0 : ((Number) value).doubleValue();
    }
}
