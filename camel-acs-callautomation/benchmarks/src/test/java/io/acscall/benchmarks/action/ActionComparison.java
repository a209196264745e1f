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
package io.acscall.benchmarks.action;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.acscall.benchmarks.harness.BenchmarkSettings;
import io.acscall.benchmarks.harness.ChildProcess;
import io.acscall.benchmarks.harness.Comparison;
import io.acscall.benchmarks.harness.RoundRunner;

/**
 * Several clients that call the same service, each in a process of its own.
 */
final class ActionComparison implements AutoCloseable {

    static final String RATE = "calls/s";
    static final String BYTES = "bytes/call";

    private static final List<Integer> IN_FLIGHT = List.of(1, 64, 1024);
    private static final List<String> HEAP = List.of("-Xms512m", "-Xmx512m");
    /**
     * As on a machine with three processors; with less the JDK starts a thread for each answer, and forgets what it
     * allocated.
     */
    private static final List<String> CLIENT
            = List.of("-Xms512m", "-Xmx512m", "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2");

    private final BenchmarkSettings settings;
    private final ChildProcess service;
    private final Map<CallingClient, ChildProcess> clients = new EnumMap<>(CallingClient.class);

    ActionComparison(BenchmarkSettings settings, List<CallingClient> compared) throws IOException {
        this.settings = settings;
        this.service = ChildProcess.start(AnsweringService.class, HEAP);
        for (CallingClient client : compared) {
            clients.put(client, ChildProcess.start(CallingProgram.class, CLIENT, client.name(), service.ask("port")));
        }
    }

    /** Each action at each number of calls in flight. */
    List<Comparison> run(List<MeasuredAction> actions, CallingClient peer) throws Exception {
        for (ChildProcess client : clients.values()) {
            warmUp(client);
        }
        List<Comparison> comparisons = new ArrayList<>();
        for (MeasuredAction action : actions) {
            for (int inFlight : IN_FLIGHT) {
                comparisons.add(compare(action, inFlight, peer));
            }
        }
        return comparisons;
    }

    private void warmUp(ChildProcess client) throws IOException {
        for (MeasuredAction action : MeasuredAction.values()) {
            client.measure("run", action.name(), "64", settings.pick("8000", "100"));
        }
        if (settings.profile()) {
            client.ask("record");
            for (MeasuredAction action : MeasuredAction.values()) {
                client.measure("run", action.name(), "64", "8000");
            }
            client.ask("recorded", settings.resultFolder().resolve("actions-" + client.pid() + ".jfr").toString());
        }
    }

    private Comparison compare(MeasuredAction action, int inFlight, CallingClient peer) throws Exception {
        String millis = settings.pick("2000", "100");
        Map<String, RoundRunner.Measurement> subjects = new LinkedHashMap<>();
        clients.forEach((client, process) -> subjects.put(
                client.title(), () -> process.measure("run", action.name(), String.valueOf(inFlight), millis)));
        RoundRunner rounds = new RoundRunner(settings.pick(1, 0), settings.rounds());
        return rounds.run(action + ", " + inFlight + " in flight", peer.title(), subjects);
    }

    /** What a reader must know of both benchmarks. */
    static Map<String, String> conditions() {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("a measurement", "2 s with so many calls in flight, each that is done begins the next");
        conditions.put("bytes", "what all threads of the measured program allocate, as the JVM counts it");
        conditions.put("programs",
                "512 MiB of heap each, and two threads in the JDK's common pool, which takes the answers of its"
                                   + " HTTP client; on one or two processors that would start a thread for each answer");
        conditions.put("service", "a Vert.x server in a process of its own with answers from memory; plain HTTP on loopback");
        return conditions;
    }

    @Override
    public void close() throws IOException {
        for (ChildProcess client : clients.values()) {
            client.close();
        }
        service.close();
    }
}
