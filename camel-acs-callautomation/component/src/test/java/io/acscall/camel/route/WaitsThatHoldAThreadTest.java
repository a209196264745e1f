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

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.acscall.camel.AcsCallEndpoint;
import io.acscall.camel.CallDisconnectedException;
import io.acscall.camel.LeftBehind;
import io.acscall.camel.client.CapturedLog;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.call.CallerDetails;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Transacted blocks, circuit breakers and templates keep their thread while a step waits, a transaction its connection
 * too. With two threads and two connections ten of them come to their end all the same.
 */
class WaitsThatHoldAThreadTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR
            = new AcsSimulatorExtension(builder -> builder.playTime(Duration.ofMillis(100)));

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int FEW = 2;
    private static final int CALLS = 10;
    private static final String PLAY = "acs-call:play?file=https://media.example.com/a.wav&awaitEvent=true";
    private static final String NOTE = "sql:insert into note values (:#${header.CamelAcsCallConnectionId})?dataSource=#db";

    private HikariDataSource connections;
    private CallApp app;

    @BeforeEach
    void start(AcsSimulator simulator) throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        config.setMaximumPoolSize(FEW);
        connections = new HikariDataSource(config);
        execute("create table note (call varchar(100))");
        app = CallApp.start(simulator, settings -> settings.setCompletionPoolSize(FEW), routes()).subscribed();
    }

    @AfterEach
    void nothingStaysBehind() {
        await("waits and lanes").atMost(SOON).untilAsserted(() -> assertThat(LeftBehind.in(app.component())).isZero());
        app.close();
        connections.close();
    }

    private RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                getContext().getRegistry().bind("db", connections);
                getContext().getRegistry().bind("transaction",
                        new SpringTransactionPolicy(new DataSourceTransactionManager(connections)));
                // from here on the exchange is on one of the two threads
                from("acs-call:incomingCall").to("acs-call:answer?awaitEvent=true")
                        .toD("direct:${header.CamelAcsCallCallerDisplayName}").to("mock:done");
                from("direct:transacted").transacted("transaction").to(NOTE).to(PLAY).to(NOTE);
                from("direct:circuitBreaker").circuitBreaker().to(PLAY).end();
                from("direct:template").process(exchange -> exchange.getContext().createProducerTemplate()
                        .send(PLAY, copy -> copy.getMessage().setHeaders(exchange.getMessage().getHeaders())));
                from("direct:forEver").transacted("transaction").to(NOTE).to(PLAY + "&loop=true");
                from("direct:fallback").circuitBreaker().to(PLAY + "&loop=true").onFallback().to("mock:fallback").end();
                from("direct:impatient").circuitBreaker().resilience4jConfiguration().timeoutEnabled(true).timeoutDuration(200)
                        .end().to(PLAY + "&loop=true&awaitTimeout=1s").onFallback().to("mock:fallback").end();
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = { "transacted", "circuitBreaker", "template" })
    void tenAreNotHeldUpByEachOther(String block, AcsSimulator simulator) throws Exception {
        MockEndpoint done = expect("done", CALLS);

        for (int i = 0; i < CALLS; i++) {
            placeCall(simulator, "+1604555%04d".formatted(i), block);
        }

        done.assertIsSatisfied();
        assertThat(done.getExchanges()).allSatisfy(exchange -> assertThat(exchange.getException()).isNull());
        simulator.awaitCallbacks("PlayCompleted", CALLS, SOON);
        assertThat(notes()).isEqualTo("transacted".equals(block) ? 2 * CALLS : 0);
    }

    @Test
    void whoHoldsAConnectionIsNotHeldUpByThoseWhoWantIt(AcsSimulator simulator) throws Exception {
        MockEndpoint done = expect("done", FEW);
        ProducerTemplate template = app.template();
        List<String> calls = List.of(app.call("+16045550101"), app.call("+16045550102"));
        var holding = calls.stream().map(call -> template.asyncSend("direct:forEver",
                exchange -> exchange.getMessage().setHeader("CamelAcsCallConnectionId", call))).toList();
        simulator.awaitRequests("play", FEW, SOON);
        for (int i = 0; i < FEW; i++) {
            placeCall(simulator, "+1604555%04d".formatted(i), "transacted");
        }
        await("both threads want a connection").atMost(SOON)
                .until(() -> connections.getHikariPoolMXBean().getThreadsAwaitingConnection() == FEW);

        simulator.hangUp(calls.get(0), "+16045550101");
        simulator.hangUp(calls.get(1), "+16045550102");

        assertThat(holding).allSatisfy(one -> assertThat(one.get(SOON.toSeconds(), TimeUnit.SECONDS).getException())
                .hasCauseInstanceOf(CallDisconnectedException.class));
        done.assertIsSatisfied();
        assertThat(notes()).as("what the others wrote was rolled back").isEqualTo(2 * FEW);
    }

    @Test
    void aWaitInATransactionSaysOnceWhatItCosts() {
        String call = app.call("+16045550101");
        try (CapturedLog log = CapturedLog.listen()) {
            for (int i = 0; i < 2; i++) {
                assertThat(in(call, "direct:transacted").getException()).isNull();
            }

            assertThat(log.linesOf(AcsCallEndpoint.class)).singleElement().asString()
                    .contains("acs-call:play waits inside a transaction", "holds a thread and a database connection",
                            "before or after the transacted block");
        }
    }

    @Test
    void aCircuitBreakerFallsBackWhenTheWaitFails(AcsSimulator simulator) throws Exception {
        MockEndpoint fallback = expect("fallback", 1);
        String call = app.call("+16045550101");
        var waiting = app.template().asyncSend("direct:fallback",
                exchange -> exchange.getMessage().setHeader("CamelAcsCallConnectionId", call));
        simulator.awaitRequest("play", SOON);

        simulator.hangUp(call, "+16045550101");

        assertThat(waiting.get(SOON.toSeconds(), TimeUnit.SECONDS).getException()).isNull();
        fallback.assertIsSatisfied();
        assertThat(fallback.getExchanges().get(0).getProperty(Exchange.EXCEPTION_CAUGHT))
                .isInstanceOf(CallDisconnectedException.class);
    }

    @Test
    void aCircuitBreakerThatIsLessPatientThanTheWaitLeavesNothingBehind() throws Exception {
        MockEndpoint fallback = expect("fallback", 1);

        assertThat(in(app.call("+16045550101"), "direct:impatient").getException()).isNull();

        fallback.assertIsSatisfied();
    }

    private static void placeCall(AcsSimulator simulator, String caller, String block) {
        simulator.placeCall(caller, CallApp.OUR_NUMBER, new CallerDetails(block, null, null));
    }

    private Exchange in(String call, String route) {
        return app.template().request(route,
                exchange -> exchange.getMessage().setHeader("CamelAcsCallConnectionId", call));
    }

    private MockEndpoint expect(String mock, int count) {
        MockEndpoint endpoint = app.mock(mock);
        endpoint.expectedMessageCount(count);
        endpoint.setResultWaitTime(SOON.toMillis());
        return endpoint;
    }

    private void execute(String statement) throws Exception {
        try (Connection connection = connections.getConnection(); Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private int notes() throws Exception {
        try (Connection connection = connections.getConnection();
             Statement sql = connection.createStatement();
             ResultSet rows = sql.executeQuery("select count(*) from note")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
