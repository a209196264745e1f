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
package io.acscall.benchmarks.harness;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * A recording of this JVM by the JDK's flight recorder: where the processors worked and what was allocated.
 */
public final class FlightProfile {

    private static final int SHOWN = 40;
    private static final int DEPTH = 24;
    private static final Duration SAMPLES = Duration.ofMillis(10);

    private final Recording recording = new Recording();

    /** Starts to record. */
    public FlightProfile() {
        recording.enable("jdk.ExecutionSample").withPeriod(SAMPLES);
        recording.enable("jdk.ObjectAllocationSample").with("throttle", "1000/s").withStackTrace();
        recording.start();
    }

    /**
     * Stops, keeps the recording in a file and prints where most was spent: the frames on top, then the frames of our
     * own or of libraries in whose calls it was spent.
     */
    public void stop(Path file, PrintStream out) throws IOException {
        recording.stop();
        Files.createDirectories(file.toAbsolutePath().getParent());
        recording.dump(file);
        recording.close();
        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
        Counts time = new Counts();
        Counts memory = new Counts();
        for (RecordedEvent event : events) {
            if (event.getStackTrace() == null) {
                continue;
            }
            List<RecordedFrame> frames = event.getStackTrace().getFrames();
            switch (event.getEventType().getName()) {
                case "jdk.ExecutionSample" -> time.add(frames, "", 1);
                case "jdk.ObjectAllocationSample" -> memory.add(
                        frames, event.getClass("objectClass").getName() + " in ", event.getLong("weight"));
                default -> {
                    // not asked for
                }
            }
        }
        out.println("Recorded in " + file);
        time.print("time", out);
        memory.print("allocation", out);
    }

    /** Sums by frame. */
    private static final class Counts {

        private final Map<String, Long> tops = new HashMap<>();
        private final Map<String, Long> within = new HashMap<>();
        private long all;

        void add(List<RecordedFrame> frames, String prefix, long weight) {
            all += weight;
            tops.merge(prefix + name(frames.get(0)), weight, Long::sum);
            frames.stream().limit(DEPTH).map(Counts::name).distinct()
                    .forEach(name -> within.merge(name, weight, Long::sum));
        }

        private static String name(RecordedFrame frame) {
            return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
        }

        void print(String what, PrintStream out) {
            print(what + ", on top", tops, out);
            print(what + ", in calls of", within, out);
        }

        private void print(String title, Map<String, Long> counts, PrintStream out) {
            out.println(title);
            counts.entrySet().stream().sorted(Map.Entry.<String, Long> comparingByValue().reversed()).limit(SHOWN)
                    .forEach(one -> out.printf("%6.1f %%  %s%n", 100.0 * one.getValue() / all, one.getKey()));
        }
    }
}
