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
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.acscall.camel.AcsCallEndpoint;
import io.acscall.camel.LeftBehind;
import io.acscall.camel.client.CapturedLog;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.fault.CallbackFault;
import io.acscall.simulator.fault.CallbackRule;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
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
 * hold looks at the person, and downloadRecording writes a file: neither may queue behind those who hold all threads
 * that exchanges go on with, and wait for just that.
 */
class LooksAndDownloadsThatHoldAThreadTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final List<String> PEOPLE = List.of("+16045550101", "+16045550102");

    private final CyclicBarrier allThreadsAreHeld = new CyclicBarrier(PEOPLE.size());
    private volatile Map<String, Object> recorded = Map.of();
    private HikariDataSource connections;
    private CallApp app;

    @BeforeEach
    void start(AcsSimulator simulator) throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        config.setMaximumPoolSize(PEOPLE.size());
        connections = new HikariDataSource(config);
        app = CallApp.start(simulator, settings -> settings.setCompletionPoolSize(PEOPLE.size()), routes()).subscribed();
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
                getContext().getRegistry().bind("transaction",
                        new SpringTransactionPolicy(new DataSourceTransactionManager(connections)));
                from("acs-call:events").to("mock:events");
                from("acs-call:recordingFile").to("mock:files");
                // after the first step the exchange is on one of the two threads
                from("direct:both").to("acs-call:getCallProperties")
                        .process(exchange -> allThreadsAreHeld.await(SOON.toSeconds(), TimeUnit.SECONDS))
                        .toD("direct:${header.block}");
                from("direct:transacted").transacted("transaction").toD("direct:${header.step}");
                from("direct:template").process(exchange -> {
                    Exchange inner = app.template().send("direct:" + exchange.getMessage().getHeader("step"),
                            copy -> copy.getMessage().setHeaders(exchange.getMessage().getHeaders()));
                    exchange.setException(inner.getException());
                });
                from("direct:hold").to("acs-call:hold?awaitEvent=true");
                from("direct:download").process(exchange -> exchange.getMessage().getHeaders().putAll(recorded))
                        .to("acs-call:downloadRecording");
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = { "transacted", "template" })
    void holdSeesThePersonInOneLook(String block, AcsSimulator simulator) {
        List<String> calls = PEOPLE.stream().map(app::call).toList();
        simulator.faults().callbacks(CallbackRule.of("ParticipantsUpdated").always(CallbackFault.LOST));

        bothGoOn(calls, block, "hold");
    }

    @ParameterizedTest
    @ValueSource(strings = { "transacted", "template" })
    void downloadRecordingHasItsFile(String block) {
        List<String> calls = PEOPLE.stream().map(app::call).toList();
        recorded = record(calls.get(0));

        bothGoOn(calls, block, "download");
    }

    @Test
    void holdInATransactionSaysOnceWhatItCosts() {
        String call = app.call(PEOPLE.get(0));

        assertThat(warnings("hold", call)).singleElement().asString()
                .contains("acs-call:hold waits inside a transaction", "until the event comes");
    }

    @Test
    void downloadRecordingInATransactionSaysOnceWhatItCosts() {
        String call = app.call(PEOPLE.get(0));
        recorded = record(call);

        assertThat(warnings("download", call)).singleElement().asString()
                .contains("acs-call:downloadRecording waits inside a transaction", "until the file is complete");
    }

    private List<String> warnings(String step, String call) {
        Map<String, Object> headers = Map.of("CamelAcsCallConnectionId", call, "CamelAcsCallRemoteParty", PEOPLE.get(0),
                "step", step);
        try (CapturedLog log = CapturedLog.listen()) {
            for (int i = 0; i < 2; i++) {
                assertThat(app.send("direct:transacted", null, headers).getException()).isNull();
            }
            return log.linesOf(AcsCallEndpoint.class);
        }
    }

    private void bothGoOn(List<String> calls, String block, String step) {
        var begun = PEOPLE.stream().map(person -> app.template().asyncSend("direct:both",
                exchange -> exchange.getMessage().setHeaders(new HashMap<>(
                        Map.of("CamelAcsCallConnectionId", calls.get(PEOPLE.indexOf(person)),
                                "CamelAcsCallRemoteParty", person, "block", block, "step", step)))))
                .toList();

        assertThat(begun).allSatisfy(
                one -> assertThat(one.get(SOON.toSeconds(), TimeUnit.SECONDS).getException()).isNull());
    }

    private Map<String, Object> record(String call) {
        Exchange started = app.send("acs-call:startRecording?awaitEvent=true", null, Map.of("CamelAcsCallConnectionId", call));
        assertThat(started.getException()).isNull();
        assertThat(app.send("acs-call:stopRecording?awaitEvent=true", null, started.getMessage().getHeaders()).getException())
                .isNull();
        await("the file").atMost(SOON).until(() -> !app.mock("files").getExchanges().isEmpty());
        Map<String, Object> headers = new HashMap<>(app.mock("files").getExchanges().get(0).getMessage().getHeaders());
        headers.remove("CamelAcsCallConnectionId");
        return headers;
    }
}
