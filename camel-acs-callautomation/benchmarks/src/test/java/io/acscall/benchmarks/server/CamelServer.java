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
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

import io.acscall.benchmarks.harness.ChildCommands;
import io.acscall.benchmarks.harness.FlightProfile;
import io.acscall.benchmarks.harness.ProcessUsage;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/**
 * An application of camel-main with platform-http on a random port of this machine, which says what it has used.
 * {@link MeasuredServer} is the other side.
 */
public final class CamelServer {

    static final String PORT = "port";
    static final String USAGE = "usage";
    static final String RECORD = "record";
    static final String PROFILE = "profile";
    static final String ALLOCATED = "allocated";
    static final String CPU = "cpu";
    static final String SEEN = "seen";

    private final int port;
    private final LongAdder seen = new LongAdder();
    private final ProcessUsage usage = new ProcessUsage();
    private final Main main = new Main();
    private FlightProfile profile;

    private CamelServer(int port) {
        this.port = port;
    }

    /**
     * Runs it until no more commands come.
     *
     * @param options the properties of the application, made from the address of its server
     * @param routes  its routes, which count what they have seen
     */
    public static void run(Function<String, Map<String, String>> options, Function<LongAdder, RouteBuilder> routes)
            throws Exception {
        CamelServer server = new CamelServer(freePort());
        server.start(options, routes);
        ChildCommands.serve(Map.of(
                PORT, words -> String.valueOf(server.port),
                USAGE, words -> server.usage(),
                RECORD, words -> server.record(),
                PROFILE, server::profile));
        server.main.stop();
        System.exit(0);
    }

    /** For an application that only has component options beside its server. */
    public static Map<String, String> component(String address, Map<String, String> more) {
        Map<String, String> options = new LinkedHashMap<>();
        // nothing is asked of the service
        options.put("connectionString", "endpoint=http://127.0.0.1:1/;accesskey=c2VjcmV0");
        options.put("callbackBaseUri", address);
        options.putAll(more);
        Map<String, String> named = new LinkedHashMap<>();
        options.forEach((name, value) -> named.put("camel.component.acs-call." + name, value));
        return named;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void start(Function<String, Map<String, String>> options, Function<LongAdder, RouteBuilder> routes)
            throws Exception {
        main.addProperty("camel.server.enabled", "true");
        main.addProperty("camel.server.host", "127.0.0.1");
        main.addProperty("camel.server.port", String.valueOf(port));
        options.apply("http://127.0.0.1:" + port).forEach(main::addProperty);
        main.configure().addRoutesBuilder(routes.apply(seen));
        main.start();
    }

    private String usage() {
        ProcessUsage.Reading now = usage.read();
        return ChildCommands.numbers(Map.of(
                ALLOCATED, (double) now.allocatedBytes(), CPU, (double) now.cpuNanos(), SEEN, (double) seen.sum()));
    }

    private String record() {
        profile = new FlightProfile();
        return "";
    }

    private String profile(List<String> words) throws IOException {
        profile.stop(Path.of(words.get(0)), System.err);
        return "";
    }
}
