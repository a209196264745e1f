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
package io.acscall.simulator;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import io.acscall.simulator.eventgrid.EventGridSchema;

/**
 * What the program was asked to do.
 *
 * @param port              TCP port
 * @param eventGridEndpoint webhook to subscribe to Event Grid, or null
 * @param eventGridSchema   the form of its events
 * @param people            file that says how people behave, or null
 * @param seed              of all ids, or null
 * @param strict            whether it is as strict as the service
 * @param help              whether only the usage is wanted
 */
record CommandLine(int port, URI eventGridEndpoint, EventGridSchema eventGridSchema, Path people, Long seed, boolean strict,
        boolean help) {

    /** The port where the simulator is expected when nobody says otherwise. */
    static final int DEFAULT_PORT = 8089;

    static final String USAGE = String.join("\n",
            "Usage: java -jar acs-call-simulator-standalone.jar [options]",
            "  --port PORT                  TCP port on 127.0.0.1, 0 for a free one (default " + DEFAULT_PORT + ")",
            "  --event-grid-endpoint URL    deliver Event Grid events to this webhook, as soon as it passes the handshake",
            "  --event-grid-schema SCHEMA   " + String.join(" or ", EventGridSchema.wireNames()) + " (default eventGrid)",
            "  --people FILE                how people behave, in YAML: a line such as \"+16045550100\": {answer: busy} for each",
            "  --seed NUMBER                makes the ids of a run repeatable",
            "  --strict                     refuse http callback addresses, newer api-versions and bearer tokens that are no JWT",
            "  --help                       show this");

    private static final int HIGHEST_PORT = 65_535;

    /** How each option that has a value changes the command line. */
    private static final Map<String, BiFunction<CommandLine, String, CommandLine>> WITH_VALUE = Map.of(
            "--port", (line, value) -> new CommandLine(
                    portOf(value), line.eventGridEndpoint, line.eventGridSchema, line.people, line.seed, line.strict,
                    line.help),
            "--event-grid-endpoint", (line, value) -> new CommandLine(
                    line.port, endpointOf(value), line.eventGridSchema, line.people, line.seed, line.strict, line.help),
            "--event-grid-schema", (line, value) -> new CommandLine(
                    line.port, line.eventGridEndpoint, schemaOf(value), line.people, line.seed, line.strict, line.help),
            "--people", (line, value) -> new CommandLine(
                    line.port, line.eventGridEndpoint, line.eventGridSchema, Path.of(value), line.seed, line.strict, line.help),
            "--seed", (line, value) -> new CommandLine(
                    line.port, line.eventGridEndpoint, line.eventGridSchema, line.people, seedOf(value), line.strict,
                    line.help));

    /**
     * @throws IllegalArgumentException with a sentence for the user
     */
    static CommandLine parse(String... arguments) {
        CommandLine line = new CommandLine(DEFAULT_PORT, null, EventGridSchema.EVENT_GRID, null, null, false, false);
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            String option = rest.removeFirst();
            int equals = option.indexOf('=');
            if (option.startsWith("--") && equals > 0) {
                rest.addFirst(option.substring(equals + 1));
                option = option.substring(0, equals);
            }
            line = line.with(option, rest);
        }
        return line;
    }

    private CommandLine with(String option, Deque<String> rest) {
        if ("--strict".equals(option)) {
            return new CommandLine(port, eventGridEndpoint, eventGridSchema, people, seed, true, help);
        }
        if ("--help".equals(option)) {
            return new CommandLine(port, eventGridEndpoint, eventGridSchema, people, seed, strict, true);
        }
        if (!WITH_VALUE.containsKey(option)) {
            throw new IllegalArgumentException("Unknown option " + option + ".");
        }
        if (rest.isEmpty()) {
            throw new IllegalArgumentException("Option " + option + " needs a value.");
        }
        return WITH_VALUE.get(option).apply(this, rest.removeFirst());
    }

    private static int portOf(String value) {
        if (value.matches("\\d{1,5}") && Integer.parseInt(value) <= HIGHEST_PORT) {
            return Integer.parseInt(value);
        }
        throw new IllegalArgumentException("--port is \"" + value + "\"; it must be 0 to " + HIGHEST_PORT + ", such as 8089.");
    }

    private static Long seedOf(String value) {
        if (value.matches("-?\\d{1,18}")) {
            return Long.valueOf(value);
        }
        throw new IllegalArgumentException("--seed is \"" + value + "\"; it must be a whole number, such as 42.");
    }

    private static URI endpointOf(String value) {
        try {
            URI uri = new URI(value);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw badEndpoint(value);
        }
        throw badEndpoint(value);
    }

    private static IllegalArgumentException badEndpoint(String value) {
        return new IllegalArgumentException(
                "--event-grid-endpoint is \"" + value
                                            + "\"; it must look like http://localhost:8080/acs-call/event-grid.");
    }

    private static EventGridSchema schemaOf(String value) {
        return EventGridSchema.of(value).orElseThrow(() -> new IllegalArgumentException(
                "--event-grid-schema is \"" + value + "\"; it must be one of " + EventGridSchema.wireNames() + "."));
    }
}
