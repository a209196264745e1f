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
package io.acscall.benchmarks.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.acscall.benchmarks.harness.ChildProcess;

/**
 * A {@link CamelServer} in a process of its own.
 */
public final class MeasuredServer implements AutoCloseable {

    /**
     * What it has used and done since it started.
     *
     * @param allocatedBytes of all threads
     * @param cpuNanos       of all threads, those of the JVM as well
     * @param seen           what its routes have seen
     */
    public record Usage(double allocatedBytes, double cpuNanos, double seen) {

        /** What came on top since an earlier one. */
        public Usage since(Usage earlier) {
            return new Usage(allocatedBytes - earlier.allocatedBytes, cpuNanos - earlier.cpuNanos, seen - earlier.seen);
        }
    }

    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final ChildProcess process;
    private final String port;

    private MeasuredServer(ChildProcess process, String port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts one.
     *
     * @param main calls {@link CamelServer#run}
     * @param args of the program
     */
    public static MeasuredServer start(Class<?> main, String... args) throws IOException {
        ChildProcess process = ChildProcess.start(main, List.of("-Xmx512m"), args);
        return new MeasuredServer(process, process.ask(CamelServer.PORT));
    }

    /** {@return where it listens} */
    public String port() {
        return port;
    }

    /** {@return what it has used until now} */
    public Usage usage() throws IOException {
        Map<String, Double> values = process.measure(CamelServer.USAGE);
        return new Usage(values.get(CamelServer.ALLOCATED), values.get(CamelServer.CPU), values.get(CamelServer.SEEN));
    }

    /**
     * What it has used when its routes have seen so much more.
     *
     * @throws IllegalStateException when that does not come, or more comes
     */
    public Usage usageWhenSeen(Usage before, double expected) throws IOException {
        long end = System.nanoTime() + MOST_NANOS;
        Usage used = usage().since(before);
        while (used.seen() < expected && System.nanoTime() < end) {
            used = usage().since(before);
        }
        if (used.seen() != expected) {
            throw new IllegalStateException("The routes have seen " + used.seen() + " of " + expected);
        }
        return used;
    }

    /** Starts to record where its time goes. */
    public void record() throws IOException {
        process.ask(CamelServer.RECORD);
    }

    /**
     * Prints where its time went.
     *
     * @param recording the file to keep the recording in
     */
    public void profile(Path recording) throws IOException {
        process.ask(CamelServer.PROFILE, recording.toString());
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
