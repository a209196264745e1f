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

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.acscall.simulator.eventgrid.EventGridRefusedException;
import io.acscall.simulator.eventgrid.EventGridSubscription;

/**
 * The simulator as a program. It runs until it is told to stop (SIGTERM or Ctrl-C), and prints what an application
 * needs.
 */
public final class AcsSimulatorMain {

    /** The header in which the component looks for the shared secret of Event Grid. */
    private static final String SECRET_HEADER = "X-Acs-Call-Secret";
    private static final String APPLICATION = "http://127.0.0.1:8080";
    private static final int USAGE_ERROR = 2;
    private static final int FAILURE = 1;
    /** People who press keys by hand need the time that the application gives them; the service knows no longer one. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(300);
    private static final Duration HANDSHAKE_PAUSE = Duration.ofSeconds(1);

    private AcsSimulatorMain() {
    }

    public static void main(String[] arguments) {
        int status = run(System.out, System.err, arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    /**
     * Starts the program; it goes on in the background when 0 is returned, unless only help was wanted.
     *
     * @return the exit status: 0 good, 1 could not start, 2 wrong options
     */
    static int run(PrintStream out, PrintStream err, String... arguments) {
        CommandLine line;
        try {
            line = CommandLine.parse(arguments);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println(CommandLine.USAGE);
            return USAGE_ERROR;
        }
        if (line.help()) {
            out.println(CommandLine.USAGE);
            return 0;
        }
        try {
            live(start(line), line, out);
            return 0;
        } catch (IllegalStateException e) {
            err.println(e.getMessage());
            return FAILURE;
        }
    }

    private static AcsSimulator start(CommandLine line) {
        AcsSimulatorBuilder builder
                = AcsSimulator.builder().port(line.port()).strict(line.strict()).maxSilence(LONGEST_SILENCE);
        if (line.seed() != null) {
            builder.seed(line.seed());
        }
        if (line.tls() != null) {
            line.tls().addTo(builder);
        }
        if (line.spread() != null) {
            builder.spread(line.spread().base(), line.spread().nodes().toArray(URI[]::new));
        }
        AcsSimulator simulator = builder.start();
        try {
            if (line.tls() != null && line.tls().trust() != null) {
                simulator.tls().orElseThrow().writeTrust(line.tls().trust());
            }
            if (line.people() != null) {
                simulator.people(line.people());
            }
            return simulator;
        } catch (IllegalStateException e) {
            simulator.close();
            throw e;
        }
    }

    private static void live(AcsSimulator simulator, CommandLine line, PrintStream out) {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stopped.countDown();
            simulator.close();
        }, "acs-simulator-stop"));
        out.println(greeting(simulator, line));
        out.flush();
        if (line.eventGridEndpoint() != null) {
            EventGridSubscription wanted = EventGridSubscription.to(line.eventGridEndpoint(), line.eventGridSchema())
                    .withHeader(SECRET_HEADER, AcsSimulator.EVENT_GRID_SECRET);
            new Thread(() -> subscribe(simulator, wanted, stopped, out), "acs-simulator-event-grid").start();
        }
    }

    /** The application usually starts after the simulator, so the handshake is tried until it succeeds. */
    private static void subscribe(
            AcsSimulator simulator, EventGridSubscription wanted, CountDownLatch stopped, PrintStream out) {
        String last = "";
        try {
            do {
                try {
                    simulator.subscribeEventGrid(wanted);
                    out.println("Event Grid events go to " + wanted.endpoint());
                    return;
                } catch (EventGridRefusedException e) {
                    if (!last.equals(e.getMessage())) {
                        last = e.getMessage();
                        out.println("Waiting for " + wanted.endpoint() + ": " + last);
                    }
                }
            } while (!stopped.await(HANDSHAKE_PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String greeting(AcsSimulator simulator, CommandLine line) {
        return String.join(System.lineSeparator(),
                "The simulator listens at " + simulator.endpoint() + " (stop it with Ctrl-C)." + trust(line.tls()),
                "Put this into application.properties of a Camel application:",
                "",
                "camel.component.acs-call.connection-string=" + simulator.connectionString(),
                "camel.component.acs-call.immutable-resource-id=" + simulator.resourceId(),
                "camel.component.acs-call.open-id-configuration-uri=" + simulator.openIdConfigurationUri(),
                "camel.component.acs-call.event-grid-secret=" + AcsSimulator.EVENT_GRID_SECRET,
                "camel.component.acs-call.callback-base-uri=" + application(line.eventGridEndpoint()),
                "camel.component.acs-call.cognitive-services-endpoint=https://speech.example.com/",
                "camel.component.acs-call.source-caller-id=+18005550100",
                "",
                line.eventGridEndpoint() == null
                        ? "To hear of incoming calls, start it with --event-grid-endpoint " + APPLICATION
                          + "/acs-call/event-grid"
                        : "Incoming calls go to the application once it has started.",
                "Place a call:",
                "curl " + (line.tls() == null ? "" : line.tls().curl()) + "-X POST " + simulator.endpoint()
                                 + "/simulator/incoming-calls"
                                 + " -d '{\"from\":\"+16045550100\",\"to\":\"+18005550100\"}'");
    }

    private static String trust(TlsOptions tls) {
        return tls == null ? "" : System.lineSeparator() + tls.advice();
    }

    /** Where the application listens: where it takes events of Event Grid, else on Camel's usual port. */
    private static String application(URI eventGridEndpoint) {
        return eventGridEndpoint == null
                ? APPLICATION : eventGridEndpoint.getScheme() + "://" + eventGridEndpoint.getRawAuthority();
    }
}
