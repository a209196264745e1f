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
package io.acscall.benchmarks.stream;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.acscall.benchmarks.harness.Benchmark;
import io.acscall.benchmarks.harness.BenchmarkSettings;
import io.acscall.benchmarks.harness.ChildProcess;
import io.acscall.benchmarks.harness.Comparison;
import io.acscall.benchmarks.harness.Result;
import io.acscall.benchmarks.harness.RoundRunner;
import io.acscall.benchmarks.server.MeasuredServer;

/**
 * Audio through {@code acs-call:mediaStream} and back by {@code acs-call:sendAudio}, at the pace of speech and as fast
 * as it goes.
 */
public final class StreamsBenchmark implements Benchmark {

    private static final List<Integer> STREAMS = List.of(50, 200, 500);
    private static final double MILLIS_OF_A_SECOND = 1e3;
    private static final double NANOS_OF_A_MICROSECOND = 1e3;
    private static final double NANOS_OF_A_SECOND = 1e9;

    @Override
    public String name() {
        return "streams";
    }

    @Override
    public Result run(BenchmarkSettings settings) throws Exception {
        try (MeasuredServer echo = MeasuredServer.start(StreamServer.class, StreamServer.ECHO);
             MeasuredServer take = MeasuredServer.start(StreamServer.class, StreamServer.TAKE);
             ChildProcess sender = ChildProcess.start(StreamSender.class, List.of("-Xmx1g"))) {
            int millis = settings.pick(4_000, 200);
            Paced most = new Paced(echo, sender, settings.pick(500, 4), millis);
            Unpaced unpaced = new Unpaced(take, sender, settings.pick(50, 4), millis);
            for (int time = 0; time < settings.pick(8, 0); time++) {
                most.measure();
                unpaced.measure();
            }
            if (settings.profile()) {
                echo.record();
            }
            List<Comparison> comparisons = new ArrayList<>();
            for (int streams : settings.pick(STREAMS, List.of(4))) {
                comparisons.add(rounds(settings, streams + " streams at the pace of speech, and back",
                        new Paced(echo, sender, streams, millis)));
            }
            if (settings.profile()) {
                echo.profile(settings.resultFolder().resolve("streams.jfr"));
            }
            comparisons.add(rounds(settings, unpaced.streams() + " streams without a pace, one way", unpaced));
            return new Result(name(), conditions(), comparisons, List.of());
        }
    }

    private static Comparison rounds(BenchmarkSettings settings, String name, RoundRunner.Measurement measurement)
            throws Exception {
        return RoundRunner.of(settings).run(name, null, Map.of("acs-call", measurement));
    }

    private static Map<String, String> conditions() {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("load", "one thread of another process on the same machine");
        conditions.put("a frame", "640 bytes, 20 ms of 16 kHz, as base64 in JSON: 1 KB on the wire");
        conditions.put("pace of speech", "50 frames a second of each stream; a frame that is not back after a second is lost");
        conditions.put("without a pace", "onOverflow=backPressure: what is not taken is not read");
        conditions.put("a round", "4 s");
        conditions.put("bytes/frame", "of all threads of the server, for a frame that comes in and, where it does, goes back");
        return conditions;
    }

    private static Map<String, Double> cost(MeasuredServer.Usage used, Map<String, Double> values) {
        values.put("bytes/frame", used.allocatedBytes() / used.seen());
        values.put("CPU us/frame", used.cpuNanos() / used.seen() / NANOS_OF_A_MICROSECOND);
        return values;
    }

    private record Paced(MeasuredServer server, ChildProcess sender, int streams, int millis)
            implements
                RoundRunner.Measurement {

        @Override
        public Map<String, Double> measure() throws IOException {
            MeasuredServer.Usage before = server.usage();
            Map<String, Double> sent = sender.measure(
                    StreamSender.PACED, server.port(), String.valueOf(streams), String.valueOf(millis));
            Map<String, Double> values = new LinkedHashMap<>();
            values.put("frames/s in", sent.get("sent") / millis * MILLIS_OF_A_SECOND);
            values.put("frames/s back", sent.get("back") / millis * MILLIS_OF_A_SECOND);
            values.put("lost", sent.get("sent") - sent.get("back"));
            values.put("p50 ms", sent.get("p50 ms"));
            values.put("p99 ms", sent.get("p99 ms"));
            return cost(server.usage().since(before), values);
        }
    }

    private record Unpaced(MeasuredServer server, ChildProcess sender, int streams, int millis)
            implements
                RoundRunner.Measurement {

        @Override
        public Map<String, Double> measure() throws IOException {
            MeasuredServer.Usage before = server.usage();
            long begin = System.nanoTime();
            sender.ask(StreamSender.UNPACED, server.port(), String.valueOf(streams), String.valueOf(millis));
            MeasuredServer.Usage used = server.usage().since(before);
            // what was on its way at the end is still taken before the streams are closed
            long took = System.nanoTime() - begin;
            Map<String, Double> values = new LinkedHashMap<>();
            values.put("frames/s in", used.seen() / took * NANOS_OF_A_SECOND);
            return cost(used, values);
        }
    }
}
