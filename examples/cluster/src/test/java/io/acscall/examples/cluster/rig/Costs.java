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

import io.acscall.examples.cluster.demo.Cluster;

/**
 * What a run has cost. Numbers per event are per event that was answered with 200.
 *
 * @param seconds            from the first request to the end of the last flow
 * @param flowsPerSecond     on average
 * @param eventsPerSecond    on average
 * @param eventsPerFlow      on average, of all types
 * @param actionsPerFlow     requests to the service
 * @param bodyBytesPerEvent  of the bodies of callbacks
 * @param cpuMillisPerEvent  by kind of node, and of Kafka and PostgreSQL where they are ours
 * @param databasePerEvent   transactions
 * @param walBytesPerEvent   written by PostgreSQL to its log
 * @param kafkaBytesPerEvent in the topics of events and of answers
 */
record Costs(double seconds, double flowsPerSecond, double eventsPerSecond, double eventsPerFlow, double actionsPerFlow,
        double bodyBytesPerEvent, Map<String, Double> cpuMillisPerEvent, double databasePerEvent, double walBytesPerEvent,
        double kafkaBytesPerEvent) {

    static Costs of(int flows, Duration took, Deliveries deliveries, Meter spent) {
        double seconds = took.toMillis() / 1000.0;
        double events = deliveries.events();
        Map<String, Double> cpu = new LinkedHashMap<>();
        spent.cpu().forEach((kind, time) -> cpu.put(kind, time.toMillis() / events));
        return new Costs(
                seconds, flows / seconds, events / seconds, events / flows, (double) deliveries.actions() / flows,
                deliveries.bodyBytes() / events, cpu, spent.transactions() / events, spent.wal() / events,
                spent.kafka() / events);
    }

    /**
     * What was spent so far.
     *
     * @param cpu          processor time by kind of node
     * @param transactions of the database
     * @param wal          bytes of the log of the database
     * @param kafka        bytes in the topics of events and of answers
     */
    record Meter(Map<String, Duration> cpu, long transactions, long wal, long kafka) {

        static Meter read(Cluster cluster) throws Exception {
            Map<String, Duration> cpu = new LinkedHashMap<>();
            cluster.nodes().forEach(
                    node -> cpu.merge(node.name().replaceAll("-\\d+$", ""), node.cpuTime(), Duration::plus));
            if (cluster.broker() != null) {
                cpu.put("kafka", cluster.broker().cpuTime());
            }
            cluster.database().cpuTime().ifPresent(time -> cpu.put("postgresql", time));
            return new Meter(
                    cpu, cluster.database().number(
                            "select xact_commit + xact_rollback from pg_stat_database where datname = current_database()"),
                    cluster.database().number("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')"),
                    cluster.topics().bytes());
        }

        Meter minus(Meter before) {
            Map<String, Duration> spent = new LinkedHashMap<>();
            for (String kind : Set.copyOf(cpu.keySet())) {
                spent.put(kind, cpu.get(kind).minus(before.cpu.get(kind)));
            }
            return new Meter(spent, transactions - before.transactions, wal - before.wal, kafka - before.kafka);
        }
    }
}
