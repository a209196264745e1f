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
package io.acscall.benchmarks.startup;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

import com.sun.management.OperatingSystemMXBean;
import io.acscall.benchmarks.harness.ChildCommands;
import io.acscall.benchmarks.harness.LiveHeap;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/**
 * An application that starts: camel-main with platform-http and one route, and, where it is asked for, a consumer and
 * an action of acs-call.
 */
public final class StartUpProgram {

    static final String READ = "read";
    static final String STARTED = "ms until started";
    static final String PROCESSOR = "ms of the processors until started";
    static final String ANSWERED = "ms until the first action is answered";
    static final String HEAP = "KiB live";

    private static final double KIBI = 1024;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final String CALL = "CamelAcsCallConnectionId";

    private StartUpProgram() {
    }

    /**
     * Starts it and runs it until no more commands come.
     *
     * @param args where the service is; nothing for an application without acs-call
     */
    public static void main(String[] args) throws Exception {
        Main main = new Main();
        main.addProperty("camel.server.enabled", "true");
        main.addProperty("camel.server.host", "127.0.0.1");
        main.addProperty("camel.server.port", "0");
        main.configure().addRoutesBuilder(new Greeting());
        if (args.length > 0) {
            options(args[0]).forEach((name, value) -> main.addProperty("camel.component.acs-call." + name, value));
            main.configure().addRoutesBuilder(new Calls());
        }
        main.start();
        Map<String, Double> values = new LinkedHashMap<>();
        values.put(STARTED, sinceStart());
        values.put(PROCESSOR, processorTime());
        if (args.length > 0) {
            act(main);
        }
        values.put(ANSWERED, sinceStart());
        values.put(HEAP, LiveHeap.bytes() / KIBI);
        ChildCommands.serve(Map.of(READ, words -> ChildCommands.numbers(values)));
        main.stop();
        System.exit(0);
    }

    private static Map<String, String> options(String service) {
        return Map.of("connection-string", "endpoint=" + service + "/;accesskey=a2V5IG9mIHRoZSBiZW5jaG1hcmtz",
                "callback-base-uri", "https://app.example.com",
                "immutable-resource-id", "11111111-2222-4333-8444-555555555555",
                "event-grid-secret", "a secret of the benchmarks that is long enough");
    }

    private static void act(Main main) throws Exception {
        Exchange looked = main.getCamelTemplate().request("direct:look",
                exchange -> exchange.getMessage().setHeader(CALL, CannedService.CALL));
        if (looked.getException() != null) {
            throw new IllegalStateException("The first action has failed", looked.getException());
        }
    }

    private static double processorTime() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / NANOS_PER_MILLI;
    }

    private static double sinceStart() {
        return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    /** What is there in any case. */
    private static final class Greeting extends RouteBuilder {

        @Override
        public void configure() {
            from("platform-http:/hello").setBody(constant("hello"));
        }
    }

    /** What is measured. */
    private static final class Calls extends RouteBuilder {

        @Override
        public void configure() {
            from("acs-call:incomingCall").to("acs-call:answer?awaitEvent=true");
            from("direct:look").to("acs-call:getCallProperties");
        }
    }
}
