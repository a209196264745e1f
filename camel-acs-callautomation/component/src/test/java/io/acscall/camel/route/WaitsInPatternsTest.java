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

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.acscall.camel.CallOperationFailedException;
import io.acscall.camel.LeftBehind;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.outcome.Outcome;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.apache.camel.builder.AggregationStrategies;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.saga.InMemorySagaService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A step that waits is a step like any other inside Camel's patterns.
 */
class WaitsInPatternsTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final String CALL = "acs-call:createCall?sourceCallerId=+18005550100&awaitEvent=true";
    private static final String GOOD = "+16045550100";
    private static final String BUSY = "+16045550101";
    private CallApp app;

    @BeforeEach
    void start(AcsSimulator simulator) throws Exception {
        simulator.person(BUSY).busy();
        app = CallApp.start(simulator, routes());
    }

    @AfterEach
    void nothingStaysBehind() {
        await("waits and lanes").atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(LeftBehind.in(app.component())).isZero());
        app.close();
    }

    private static RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() throws Exception {
                getContext().addService(new InMemorySagaService());
                from("direct:doTry").doTry().to(CALL).to("mock:reached")
                        .doCatch(CallOperationFailedException.class).to("mock:caught").doFinally().to("mock:finally").end();
                from("direct:onException").onException(CallOperationFailedException.class).handled(true).to("mock:handled")
                        .end().to(CALL);
                from("direct:redelivery").errorHandler(defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(0))
                        .to(CALL);
                from("direct:split").split(body().tokenize(","), AggregationStrategies.groupedExchange()).parallelProcessing()
                        .setHeader("CamelAcsCallTarget", body()).to(CALL).end().to("mock:splitDone");
                from("direct:multicast").multicast(AggregationStrategies.groupedExchange()).to("direct:one", "direct:one").end()
                        .to("mock:multicastDone");
                from("direct:one").to(CALL);
                from("direct:recipients").recipientList(constant("direct:one,direct:one"))
                        .aggregationStrategy(AggregationStrategies.groupedExchange()).end().to("mock:recipientsDone");
                from("direct:aggregate").to(CALL).aggregate(constant(true), AggregationStrategies.groupedExchange())
                        .completionSize(2)
                        .to("mock:aggregated");
                from("direct:wireTap").wireTap("direct:tapped").to("mock:original");
                from("direct:tapped").to(CALL).to("mock:tapDone");
                from("direct:variable").toV("direct:one", null, "event").to("mock:variable");
                from("direct:saga").saga().compensation("mock:compensated").to(CALL).to("mock:sagaDone");
                from("direct:outcome").to(CALL + "&throwExceptionOnFailure=false").choice()
                        .when(simple("${header.CamelAcsCallOutcome} == 'BUSY' && ${header.CamelAcsCallRetryable}"))
                        .to("mock:busy")
                        .otherwise().to("mock:other");
            }
        };
    }

    @Test
    void doTryCatchesAFailedWait() throws Exception {
        expect("caught", 1);
        expect("finally", 1);
        expect("reached", 0);

        send("direct:doTry", BUSY);

        MockEndpoint.assertIsSatisfied(app.context());
    }

    @Test
    void onExceptionHandlesAFailedWait() throws Exception {
        expect("handled", 1);

        assertThat(send("direct:onException", BUSY).getException()).isNull();

        MockEndpoint.assertIsSatisfied(app.context());
    }

    @Test
    void anErrorHandlerRingsAgainAfterAKnownFailure(AcsSimulator simulator) {
        Exchange done = send("direct:redelivery", BUSY);

        assertThat(done.getException(CallOperationFailedException.class).getOutcome()).isEqualTo(Outcome.BUSY);
        assertThat(simulator.timeline().requests("createCall")).hasSize(3);
    }

    @Test
    void childrenOfASplitWaitEachForItsOwnCall() throws Exception {
        expect("splitDone", 1);

        app.template().sendBody("direct:split", "+16045550111,+16045550112,+16045550113");

        MockEndpoint.assertIsSatisfied(app.context());
        List<?> children = app.mock("splitDone").getExchanges().get(0).getMessage().getBody(List.class);
        assertThat(children).hasSize(3);
    }

    @Test
    void branchesOfAMulticastWait() throws Exception {
        expect("multicastDone", 1);

        send("direct:multicast", GOOD);

        MockEndpoint.assertIsSatisfied(app.context());
    }

    @Test
    void recipientsOfAListWait() throws Exception {
        expect("recipientsDone", 1);

        send("direct:recipients", GOOD);

        MockEndpoint.assertIsSatisfied(app.context());
    }

    @Test
    void anAggregatorGetsWhatHasWaited() throws Exception {
        expect("aggregated", 1);

        send("direct:aggregate", GOOD);
        send("direct:aggregate", GOOD);

        MockEndpoint.assertIsSatisfied(app.context());
    }

    @Test
    void aWireTapWaitsOnItsOwn() throws Exception {
        expect("original", 1);
        expect("tapDone", 1);

        send("direct:wireTap", GOOD);

        MockEndpoint.assertIsSatisfied(app.context());
    }

    @Test
    void theResultCanGoIntoAVariable() throws Exception {
        MockEndpoint mock = expect("variable", 1);

        send("direct:variable", GOOD);

        MockEndpoint.assertIsSatisfied(app.context());
        assertThat(mock.getExchanges().get(0).getVariable("event", CallEvent.class).shortType()).isEqualTo("CallConnected");
    }

    @Test
    void aSagaCompensatesAFailedWait() throws Exception {
        expect("compensated", 1);
        expect("sagaDone", 0);

        assertThat(send("direct:saga", BUSY).getException()).isNotNull();

        MockEndpoint.assertIsSatisfied(app.context());
    }

    @Test
    void aRouteChoosesByTheOutcome() throws Exception {
        expect("busy", 1);
        expect("other", 1);

        send("direct:outcome", BUSY);
        send("direct:outcome", GOOD);

        MockEndpoint.assertIsSatisfied(app.context());
    }

    private MockEndpoint expect(String mock, int count) {
        MockEndpoint endpoint = app.mock(mock);
        endpoint.expectedMessageCount(count);
        return endpoint;
    }

    private Exchange send(String route, String target) {
        return app.template().request(route, exchange -> exchange.getMessage().setHeaders(new HashMap<>(
                Map.of("CamelAcsCallTarget", target))));
    }
}
