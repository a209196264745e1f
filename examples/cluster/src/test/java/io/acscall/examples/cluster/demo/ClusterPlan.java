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

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a cluster is set up.
 *
 * @param ingress    how many ingress nodes
 * @param workers    how many workers
 * @param partitions of the topics of events and of dial requests
 * @param speechRate characters a second that the simulator speaks
 * @param timeline   how many entries its timeline keeps
 * @param jvm        options of the JVM of each node
 * @param settings   of the workers, beside what is in their properties
 */
public record ClusterPlan(int ingress, int workers, int partitions, int speechRate, int timeline, List<String> jvm,
        Map<String, String> settings) {

    private static final List<String> QUICK = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    public ClusterPlan {
        jvm = List.copyOf(jvm);
        settings = Map.copyOf(settings);
    }

    /** Two and two, quick to start, with times short enough for people who watch. */
    public static ClusterPlan small() {
        return new ClusterPlan(
                2, 2, 8, 100, 50_000, QUICK,
                impatient("20s", "22"));
    }

    /**
     * Two ingress nodes, and as many workers as wanted; nobody counts what they do. Code is compiled once and quickly,
     * so that after a minute no node spends time on that any more.
     */
    public static ClusterPlan measured(int workers) {
        return new ClusterPlan(
                2, workers, 12, 100, 200_000, QUICK, with(impatient("20s", "25"), Map.of("cluster.ledger", "false")));
    }

    /**
     * Two ingress nodes and three workers that are killed all the time, in JVMs that are quick to start. What is killed
     * and started takes much of a small machine, so requests have the time that they have by default.
     */
    public static ClusterPlan restless() {
        return new ClusterPlan(
                2, 3, 12, 100, 200_000, QUICK,
                with(impatient("60s", "65"), Map.of("camel.component.acs-call.request-timeout", "15s")));
    }

    private static Map<String, String> with(Map<String, String> settings, Map<String, String> others) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(others);
        return all;
    }

    /**
     * Nobody waits for minutes here, yet longer than Kafka takes to miss a worker (6 s): its partitions rest until
     * then.
     */
    private static Map<String, String> impatient(String step, String leftAloneSeconds) {
        return Map.of("cluster.ledger", "true", "cluster.step-timeout", step, "cluster.left-alone-seconds", leftAloneSeconds,
                "cluster.look-every", "1s", "camel.component.acs-call.node-lease", "5s",
                "camel.component.acs-call.reply-timeout", "2s", "camel.component.acs-call.request-timeout", "3s",
                "camel.component.acs-call.max-retries", "1",
                "camel.component.acs-call-kafka.additional-properties[session.timeout.ms]", "6000");
    }
}
