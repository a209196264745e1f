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

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A program of this module in a process of its own, with the same JDK and class path. It takes commands, one a line,
 * and answers each with one line; {@link ChildCommands} is its side of that. It ends when this process does.
 */
public final class ChildProcess implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long END_SECONDS = 20;

    private final String name;
    private final Process process;
    private final BufferedWriter commands;
    private final BufferedReader answers;

    private ChildProcess(String name, Process process) {
        this.name = name;
        this.process = process;
        this.commands = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Starts a program and waits until it takes commands.
     *
     * @param main    has a main method that calls {@link ChildCommands#serve}
     * @param options of the JVM, for example {@code -Xmx512m}
     * @param args    of the program
     */
    public static ChildProcess start(Class<?> main, List<String> options, String... args) throws IOException {
        return start(main, System.getProperty("java.class.path"), options, args);
    }

    /** The same with another class path. */
    public static ChildProcess start(Class<?> main, String classPath, List<String> options, String... args)
            throws IOException {
        List<String> command = new ArrayList<>(
                List.of(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-classpath", classPath));
        command.addAll(options);
        command.add(main.getName());
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        ChildProcess child = new ChildProcess(main.getSimpleName(), process);
        try {
            child.answer();
        } catch (IOException | RuntimeException e) {
            child.close();
            throw e;
        }
        return child;
    }

    public long pid() {
        return process.pid();
    }

    /**
     * Has a command done and waits for the end of it.
     *
     * @return             what the program says, may be empty
     * @throws IOException when the program has ended or the command failed
     */
    public String ask(String... words) throws IOException {
        commands.write(String.join(" ", words));
        commands.newLine();
        commands.flush();
        return answer();
    }

    /** The same for a command that answers with {@link ChildCommands#numbers}. */
    public Map<String, Double> measure(String... words) throws IOException {
        return JSON.readValue(ask(words), new TypeReference<>() {
        });
    }

    private String answer() throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(ChildCommands.DONE)) {
                return line.substring(ChildCommands.DONE.length());
            }
            if (line.startsWith(ChildCommands.FAILED)) {
                throw new IOException(name + ": " + line.substring(ChildCommands.FAILED.length()));
            }
            System.err.println(name + ": " + line);
        }
        throw new IOException(name + " has ended with " + process.onExit().join().exitValue());
    }

    /** Ends the program. */
    @Override
    public void close() throws IOException {
        try (Stream<ProcessHandle> below = process.descendants()) {
            commands.close();
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            below.forEach(ProcessHandle::destroy);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
