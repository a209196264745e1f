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
package io.acscall.camel.route;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import io.acscall.camel.AcsCallConfiguration;
import io.acscall.camel.client.CapturedLog;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.mdc.MDCService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LogLinesOfCallsTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final Logger LOG = LoggerFactory.getLogger("bean");
    private static final String CALL = "CamelAcsCallConnectionId";
    private static final String CORRELATION = "CamelAcsCallCorrelationId";
    private static final String ANN = "+16045550100";
    private static final String BOB = "+16045550101";
    private static final String CATHY = "+16045550102";

    private CapturedLog log;

    @BeforeEach
    void listen() {
        log = CapturedLog.listen();
    }

    @AfterEach
    void stopListening() {
        log.close();
    }

    /** One thread each, so that the lines of one call come from a thread that ran another one before. */
    private static void oneThreadEach(AcsCallConfiguration configuration) {
        configuration.setConsumerPoolSize(1);
        configuration.setCompletionPoolSize(1);
        configuration.setCognitiveServicesEndpoint("https://cog.example.com/");
    }

    private static void mdc(CamelContext context) {
        MDCService mdc = new MDCService();
        mdc.setCamelContext(context);
        mdc.setCustomHeaders(CALL + "," + CORRELATION);
        mdc.init(context);
    }

    private static void say(Exchange exchange) {
        LOG.warn(
                "{} {}", exchange.getFromRouteId(),
                exchange.getMessage().getHeader("CamelAcsCallEventType", "nothing", String.class));
    }

    private static RouteBuilder routes(boolean withMdc) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                if (withMdc) {
                    mdc(getContext());
                }
                from("acs-call:incomingCall").routeId("calls").process(LogLinesOfCallsTest::say)
                        .to("acs-call:answer?awaitEvent=true&hangUpOn=none").process(LogLinesOfCallsTest::say)
                        .to("acs-call:play?text=Welcome&voice=en-US-JennyNeural&awaitEvent=true")
                        .process(LogLinesOfCallsTest::say)
                        .filter(header("CamelAcsCallFrom").isEqualTo(BOB)).throwException(new IllegalStateException("broken"));
                // goes on elsewhere, and leaves what it has put into the lines of its thread
                from("acs-call:events?eventTypes=PlayCompleted").routeId("events").process(LogLinesOfCallsTest::say)
                        .to("acs-call:getCallProperties").process(LogLinesOfCallsTest::say).to("mock:done");
            }
        };
    }

    private List<CapturedLog.Line> linesOf(String correlation) {
        return log.lines().stream().filter(line -> line.logger().equals("bean"))
                .filter(line -> correlation.equals(line.context().get(CORRELATION))).toList();
    }

    private void assertLinesOf(CallApp app, String correlation) {
        await().atMost(20, TimeUnit.SECONDS).untilAsserted(() -> assertThat(linesOf(correlation))
                .extracting(CapturedLog.Line::text).containsExactlyInAnyOrder(
                        "calls IncomingCall", "calls CallConnected", "calls PlayCompleted", "events PlayCompleted",
                        "events PlayCompleted"));
        String call = legOf(app, correlation);
        assertThat(linesOf(correlation)).allSatisfy(line -> assertThat(line.context().get(CALL)).as(line.text())
                .isEqualTo(line.text().equals("calls IncomingCall") ? null : call));
    }

    /** The leg that the route has answered. */
    private static String legOf(CallApp app, String correlation) {
        return await().atMost(20, TimeUnit.SECONDS).until(
                () -> app.mock("done").getExchanges().stream().map(Exchange::getMessage)
                        .filter(done -> correlation.equals(done.getHeader(CORRELATION)))
                        .map(done -> done.getHeader(CALL, String.class)).findFirst().orElse(null),
                Objects::nonNull);
    }

    private void callsOneAfterTheOther(AcsSimulator simulator, CallApp app) {
        for (String who : List.of(ANN, BOB, CATHY)) {
            assertLinesOf(app, simulator.placeCall(who, CallApp.OUR_NUMBER).correlationId());
        }
    }

    @Test
    void withCamelMdcEachLineOfARouteNamesItsCallOnAllThreads(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.start(simulator, LogLinesOfCallsTest::oneThreadEach, routes(true)).subscribed()) {
            callsOneAfterTheOther(simulator, app);

            assertThat(app.mock("done").getExchanges()).hasSize(3);
            List<String> routes
                    = log.lines().stream().map(line -> line.context().get("camel.routeId")).distinct().toList();
            assertThat(routes).as("what camel-mdc adds itself").contains("calls", "events");
        }
    }

    @Test
    void withoutItTheThreadsOfTheComponentNameTheCallAsWell(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.start(simulator, LogLinesOfCallsTest::oneThreadEach, routes(false)).subscribed()) {
            callsOneAfterTheOther(simulator, app);

            assertThat(app.mock("done").getExchanges()).hasSize(3);
        }
    }

    @Test
    void theLineOfAFailureNamesTheCall(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.start(simulator, LogLinesOfCallsTest::oneThreadEach, routes(true)).subscribed()) {
            String correlation = simulator.placeCall(BOB, CallApp.OUR_NUMBER).correlationId();

            CapturedLog.Line failure = await().atMost(20, TimeUnit.SECONDS).until(
                    () -> log.lines().stream().filter(line -> line.text().startsWith("Error processing event")).findFirst()
                            .orElse(null),
                    Objects::nonNull);
            assertThat(failure.context())
                    .containsAllEntriesOf(Map.of(CALL, legOf(app, correlation), CORRELATION, correlation));
        }
    }
}
