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
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The commands of a program that {@link ChildProcess} starts. They come on the standard input; when that ends, the
 * program is to end.
 */
public final class ChildCommands {

    static final String DONE = "done ";
    static final String FAILED = "failed ";

    private static final ObjectMapper JSON = new ObjectMapper();

    private ChildCommands() {
    }

    /** Does what a command asks for. */
    @FunctionalInterface
    public interface Command {

        /**
         * @param  words     what follows the name of the command
         * @return           the answer, one line, may be empty
         * @throws Exception is told to the one who asked
         */
        String run(List<String> words) throws Exception;
    }

    /** Says that the program is ready, then does one command after the other; returns when no more will come. */
    public static void serve(Map<String, Command> commands) throws IOException {
        PrintStream out = System.out;
        // what libraries print is no answer
        System.setOut(System.err);
        out.println(DONE);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            List<String> words = List.of(line.split(" "));
            try {
                Command command = commands.get(words.get(0));
                if (command == null) {
                    throw new IllegalArgumentException("No command " + words.get(0) + " among " + commands.keySet());
                }
                out.println(DONE + command.run(words.subList(1, words.size())));
            } catch (Exception e) {
                e.printStackTrace();
                out.println(FAILED + e);
            }
            out.flush();
        }
    }

    /** An answer of numbers by name, for {@link ChildProcess#measure}. */
    public static String numbers(Map<String, Double> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
