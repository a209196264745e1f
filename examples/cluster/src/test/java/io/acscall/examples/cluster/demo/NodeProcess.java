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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of this class path in a JVM of its own, which can be killed and run again. */
public final class NodeProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 40;

    private final String name;
    private final Path log;
    private final List<String> command;
    private final Map<String, String> environment;
    private Process process;
    private Duration spent = Duration.ZERO;
    private int runs;

    /**
     * A program, not started.
     *
     * @param name        of the node; HOSTNAME of the program is this and the number of the run
     * @param log         the file that gets what it prints
     * @param jvm         options of the JVM
     * @param program     the class and its arguments
     * @param environment added to that of this JVM
     */
    public NodeProcess(String name, Path log, List<String> jvm, List<String> program, Map<String, String> environment) {
        this.name = name;
        this.log = log;
        this.environment = environment;
        command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.addAll(program);
    }

    /** Runs it; once more, when it was killed. */
    public synchronized NodeProcess start() {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        runs++;
        builder.environment().putAll(environment);
        builder.environment().put("HOSTNAME", incarnation());
        try {
            process = builder.start();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** The name of this run, which is in the tables. */
    public String incarnation() {
        return name + "#" + runs;
    }

    /** Whether it runs. */
    public boolean runs() {
        return process != null && process.isAlive();
    }

    /** Kills it as SIGKILL does: it does nothing more. */
    public synchronized void kill() {
        spent = cpuTime();
        process.destroyForcibly();
        await();
        process = null;
    }

    /** Asks it to stop, as SIGTERM does. */
    public synchronized void terminate() {
        spent = cpuTime();
        process.destroy();
        await();
        process = null;
    }

    private void await() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Processor time of all its runs so far. */
    public synchronized Duration cpuTime() {
        Duration now = process == null
                ? Duration.ZERO : process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
        return spent.plus(now);
    }

    /** What it printed. */
    public String output() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        if (process != null) {
            process.destroyForcibly();
            await();
            process = null;
        }
    }
}
