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
package io.acscall.benchmarks.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.acscall.benchmarks.harness.Benchmark;
import io.acscall.benchmarks.harness.BenchmarkSettings;
import io.acscall.benchmarks.harness.ChildProcess;
import io.acscall.benchmarks.harness.Comparison;
import io.acscall.benchmarks.harness.Reach;
import io.acscall.benchmarks.harness.Result;
import io.acscall.benchmarks.harness.RoundRunner;
import io.acscall.benchmarks.server.MeasuredServer;
import io.acscall.benchmarks.token.TokenIssuer;

/**
 * Events from a webhook to the end of a route: with the component, with a bare route that only reads the JSON, and with
 * the SDK's parser in such a route.
 */
public final class EventsBenchmark implements Benchmark {

    private static final String COMPONENT = "acs-call";
    private static final String JSON_ONLY = "JSON only";
    private static final String SDK = "SDK parser";
    private static final String WITH_TOKENS = "acs-call, tokens checked";
    private static final String RATE = "events/s";
    private static final double NANOS_OF_A_SECOND = 1e9;
    private static final double NANOS_OF_A_MICROSECOND = 1e3;
    private static final double FASTER_THAN_SDK = 1.5;
    private static final double OF_JSON_ONLY = 0.8;

    @Override
    public String name() {
        return "events";
    }

    @Override
    public Result run(BenchmarkSettings settings) throws Exception {
        int connections = settings.pick(64, 4);
        Path tokens = Files.createTempFile("tokens", ".txt");
        try (TokenIssuer issuer = new TokenIssuer(); Servers servers = new Servers();
             ChildProcess sender = ChildProcess.start(EventSender.class, List.of("-Xmx1g"), String.valueOf(connections))) {
            Files.write(tokens, Stream.generate(issuer::next).limit(settings.pick(5_000, 20)).toList());
            servers.start(COMPONENT, EventTaker.COMPONENT);
            servers.start(JSON_ONLY, EventTaker.JSON_ONLY);
            servers.start(SDK, EventTaker.SDK);
            servers.start(WITH_TOKENS, EventTaker.COMPONENT, issuer.configuration().toString());
            Map<String, RoundRunner.Measurement> subjects = new LinkedHashMap<>();
            servers.all.forEach((subject, server) -> subjects.put(
                    subject, new Post(server, sender, settings.pick(4_000, 200), WITH_TOKENS.equals(subject) ? tokens : null)));
            servers.warmUp(subjects, settings);
            Comparison comparison = RoundRunner.of(settings).run(connections + " connections", JSON_ONLY, subjects);
            servers.profile(settings);
            return result(comparison, sender.ask("kinds"), settings);
        } finally {
            Files.delete(tokens);
        }
    }

    private Result result(Comparison comparison, String kinds, BenchmarkSettings settings) {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("load", "one thread of another process on the same machine, HTTP/1.1 with keep-alive, "
                               + comparison.name() + ", each sends the next event when it has the answer to the one before");
        conditions.put("events", kinds + " real bodies in turn, a new event id each, of 10,000 calls");
        conditions.put("a round", settings.pick("4 s", "0.2 s") + " of each");
        conditions.put("events/s", "until the last route has ended; an event that was lost or refused ends the run");
        conditions.put("bytes/event", "of all threads of the server, HTTP included");
        conditions.put("tokens", "5,000 different ones in turn, RS256 with 2,048 bit");
        return new Result(
                name(), conditions, List.of(comparison), List.of(
                        Reach.atLeast("events/s by those of a bare route that only reads the JSON", OF_JSON_ONLY,
                                comparison.ratio(COMPONENT, JSON_ONLY, RATE).median()),
                        Reach.atLeast("events/s by those of a route with the SDK's parser", FASTER_THAN_SDK,
                                comparison.ratio(COMPONENT, SDK, RATE).median())));
    }

    /** One subject for the length of a round. */
    private record Post(MeasuredServer server, ChildProcess sender, int millis, Path tokens)
            implements
                RoundRunner.Measurement {

        @Override
        public Map<String, Double> measure() throws IOException {
            MeasuredServer.Usage before = server.usage();
            List<String> words = new ArrayList<>(List.of("send", server.port(), String.valueOf(millis)));
            if (tokens != null) {
                words.add(tokens.toString());
            }
            Map<String, Double> sent = sender.measure(words.toArray(String[]::new));
            double events = sent.get("taken");
            if (sent.get("refused") > 0) {
                throw new IllegalStateException(sent.get("refused") + " events were refused");
            }
            long answered = System.nanoTime();
            MeasuredServer.Usage used = server.usageWhenSeen(before, events);
            double nanos = sent.get("nanos") + System.nanoTime() - answered;
            Map<String, Double> values = new LinkedHashMap<>();
            values.put(RATE, events / nanos * NANOS_OF_A_SECOND);
            values.put("p50 ms", sent.get("p50 ms"));
            values.put("p99 ms", sent.get("p99 ms"));
            values.put("bytes/event", used.allocatedBytes() / events);
            values.put("CPU us/event", used.cpuNanos() / events / NANOS_OF_A_MICROSECOND);
            return values;
        }
    }

    /** The servers, which all run from the beginning. */
    private static final class Servers implements AutoCloseable {

        private static final int WARM_UPS = 20;

        private final Map<String, MeasuredServer> all = new LinkedHashMap<>();

        void start(String subject, EventTaker taker, String... more) throws IOException {
            all.put(subject, MeasuredServer.start(
                    EventServer.class, Stream.concat(Stream.of(taker.name()), Stream.of(more)).toArray(String[]::new)));
        }

        /** Until the compiler has done what it will do. */
        void warmUp(Map<String, RoundRunner.Measurement> subjects, BenchmarkSettings settings) throws Exception {
            for (RoundRunner.Measurement subject : subjects.values()) {
                for (int time = 0; time < settings.pick(WARM_UPS, 1); time++) {
                    subject.measure();
                }
            }
            if (settings.profile()) {
                all.get(COMPONENT).record();
            }
        }

        void profile(BenchmarkSettings settings) throws IOException {
            if (settings.profile()) {
                all.get(COMPONENT).profile(settings.resultFolder().resolve("events.jfr"));
            }
        }

        @Override
        public void close() throws IOException {
            for (MeasuredServer server : all.values()) {
                server.close();
            }
        }
    }
}
