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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import io.acscall.simulator.callback.Spread;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.tls.TlsIdentity;

/**
 * What the program was asked to do.
 *
 * @param port              TCP port
 * @param eventGridEndpoint webhook to subscribe to Event Grid, or null
 * @param eventGridSchema   the form of its events
 * @param people            file that says how people behave, or null
 * @param seed              of all ids, or null
 * @param tls               how it speaks https, or null for http
 * @param strict            whether it is as strict as the service
 * @param help              whether only the usage is wanted
 */
record CommandLine(int port, URI eventGridEndpoint, EventGridSchema eventGridSchema, Spread spread, Path people, Long seed,
        TlsOptions tls,
        boolean strict, boolean help) {

    /** The port where the simulator is expected when nobody says otherwise. */
    static final int DEFAULT_PORT = 8089;

    static final String USAGE = String.join("\n",
            "Usage: java -jar acs-call-simulator-standalone.jar [options]",
            "  --port PORT                  TCP port on 127.0.0.1, 0 for a free one (default " + DEFAULT_PORT + ")",
            "  --event-grid-endpoint URL    deliver Event Grid events to this webhook, as soon as it passes the handshake",
            "  --event-grid-schema SCHEMA   " + String.join(" or ", EventGridSchema.wireNames()) + " (default eventGrid)",
            "  --spread BASE=NODE,NODE      what goes to the address BASE goes to these nodes in turn",
            "  --people FILE                how people behave, in YAML: a line such as \"+16045550100\": {answer: busy} for each",
            "  --seed NUMBER                makes the ids of a run repeatable",
            "  --tls                        https, with a certificate for localhost and 127.0.0.1 that is made at start",
            "  --tls-keystore FILE          https, with the key and certificate of a PKCS12 file; its password is taken from",
            "                               the environment variable " + TlsOptions.PASSWORD,
            "  --tls-password-file FILE     the password of the keystore, in a file",
            "  --tls-trust FILE             write the certificate that applications have to trust: a truststore when the name",
            "                               ends in .p12 (password " + TlsIdentity.TRUSTSTORE_PASSWORD + "), else PEM",
            "  --strict                     refuse http callback addresses, newer api-versions and bearer tokens that are no JWT",
            "  --help                       show this");

    private static final int HIGHEST_PORT = 65_535;

    private static final String TLS = "--tls";
    private static final List<String> WITH_VALUE = List.of("--port", "--event-grid-endpoint", "--event-grid-schema", "--spread",
            "--people", "--seed", "--tls-keystore", "--tls-password-file", "--tls-trust");
    private static final List<String> WITHOUT_VALUE = List.of(TLS, "--strict", "--help");

    /**
     * @throws IllegalArgumentException with a sentence for the user
     */
    static CommandLine parse(String... arguments) {
        Map<String, String> given = new HashMap<>();
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            String option = rest.removeFirst();
            int equals = option.indexOf('=');
            if (option.startsWith("--") && equals > 0) {
                rest.addFirst(option.substring(equals + 1));
                option = option.substring(0, equals);
            }
            given.put(option, value(option, rest));
        }
        return new CommandLine(
                value(given, "--port", CommandLine::portOf, DEFAULT_PORT),
                value(given, "--event-grid-endpoint", CommandLine::endpointOf, null),
                value(given, "--event-grid-schema", CommandLine::schemaOf, EventGridSchema.EVENT_GRID),
                value(given, "--spread", CommandLine::spreadOf, null),
                value(given, "--people", Path::of, null), value(given, "--seed", CommandLine::seedOf, null), tls(given),
                given.containsKey("--strict"), given.containsKey("--help"));
    }

    private static String value(String option, Deque<String> rest) {
        if (WITHOUT_VALUE.contains(option)) {
            return "";
        }
        if (!WITH_VALUE.contains(option)) {
            throw new IllegalArgumentException("Unknown option " + option + ".");
        }
        if (rest.isEmpty()) {
            throw new IllegalArgumentException("Option " + option + " needs a value.");
        }
        return rest.removeFirst();
    }

    private static <T> T value(Map<String, String> given, String option, Function<String, T> reader, T otherwise) {
        String value = given.get(option);
        return value == null ? otherwise : reader.apply(value);
    }

    /** Whoever says something about TLS wants it. */
    private static TlsOptions tls(Map<String, String> given) {
        if (given.keySet().stream().noneMatch(option -> option.startsWith(TLS))) {
            return null;
        }
        TlsOptions tls = new TlsOptions(
                value(given, "--tls-keystore", Path::of, null), value(given, "--tls-password-file", Path::of, null),
                value(given, "--tls-trust", Path::of, null));
        if (tls.keystore() == null && tls.passwordFile() != null) {
            throw new IllegalArgumentException(
                    "--tls-password-file needs the keystore that it is for: --tls-keystore simulator.p12.");
        }
        return tls;
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

    private static Spread spreadOf(String value) {
        int equals = value.indexOf('=');
        try {
            return new Spread(
                    URI.create(value.substring(0, Math.max(0, equals))),
                    Stream.of(value.substring(equals + 1).split(",")).map(String::trim).map(URI::create).toList());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "--spread is \"" + value + "\"; it must look like "
                                               + "http://localhost:8080=http://localhost:8081,http://localhost:8082.",
                    e);
        }
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
