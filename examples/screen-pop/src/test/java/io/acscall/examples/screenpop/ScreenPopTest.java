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
package io.acscall.examples.screenpop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;

import io.acscall.examples.screenpop.demo.Agent;
import io.acscall.examples.screenpop.demo.Caller;
import io.acscall.examples.screenpop.demo.Card;
import io.acscall.examples.screenpop.demo.Shift;
import io.acscall.examples.screenpop.demo.SimulatedScreenPop;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.fault.CallbackFault;
import io.acscall.simulator.fault.CallbackRule;
import io.acscall.simulator.fault.EventGridFault;
import io.acscall.simulator.fault.EventGridRule;
import io.acscall.simulator.fault.Faults;
import io.acscall.simulator.fault.RestRule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Every caller gets an agent or a word, and every card is closed, whatever the CRM and the service do. */
class ScreenPopTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String CUSTOMER = Caller.IS_A_CUSTOMER.number();
    private static final String ANN = SimulatedScreenPop.PHONES.get("ann");

    private static SimulatedScreenPop screenPop;

    @BeforeAll
    static void start() throws Exception {
        screenPop = SimulatedScreenPop.start();
    }

    @AfterAll
    static void stop() {
        screenPop.close();
    }

    @AfterEach
    void hangUp() {
        AcsSimulator simulator = screenPop.simulator();
        simulator.calls().stream().filter(call -> call.onTheLine().contains(call.from()))
                .forEach(call -> simulator.hangUp(call.callId(), call.from()));
        await("nothing stays behind").atMost(SOON)
                .untilAsserted(() -> assertThat(screenPop.context().getInflightRepository().size()).isZero());
    }

    @BeforeEach
    void forget() throws Exception {
        screenPop.simulator().reset();
        update("delete from card");
        try (Agent ann = screenPop.agent("ann")) {
            ann.awaitNoCards();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyCallEndsAsItShouldThroughTheFaultsOfTheService(Caller caller) throws Exception {
        Faults faults = screenPop.simulator().faults().seed(caller.ordinal());
        faults.callbacks(CallbackRule.every().sometimes(CallbackFault.TWICE, 0.3).sometimes(CallbackFault.EARLY, 0.3)
                .sometimes(CallbackFault.OUT_OF_ORDER, 0.3).waitAtMost(Duration.ofMillis(50)));
        faults.eventGrid(EventGridRule.every().always(EventGridFault.TWICE));
        faults.rest(RestRule.every().answers(429).retryAfter(Duration.ofMillis(20)).sometimes(0.2));
        faults.rest(RestRule.of("transferCallToParticipant").answers(503).retryAfter(Duration.ofMillis(20)).times(1));

        try (Shift shift = new Shift(screenPop)) {
            Shift.Served served = shift.serve(caller);

            assertThat(served.popped().crm()).isEqualTo(caller.crm());
            assertThat(served.end()).isEqualTo(caller.end());
        }
    }

    @Test
    void theCardIsThereBeforeTheCrmHasAnswered() throws Exception {
        try (Agent ann = screenPop.agent("ann")) {
            screenPop.placeCall(Caller.CALLS_WHILE_THE_CRM_IS_SLOW);

            Card card = ann.awaitCard(Caller.CALLS_WHILE_THE_CRM_IS_SLOW.number(), any -> true);

            assertThat(card.crm()).isEqualTo("ASKED");
        }
    }

    static Stream<String> answers() {
        return Stream.of("<html>Please log in</html>", "", "[]", "7", "{", "{\"name\": \"" + "x".repeat(8_000) + "\"}");
    }

    @ParameterizedTest
    @MethodSource("answers")
    void whatTheCrmShouldNotSayIsNotShown(String answer) throws Exception {
        try (Agent ann = screenPop.agent("ann")) {
            screenPop.crm().knows("+16045550170", answer);

            screenPop.simulator().placeCall("+16045550170", SimulatedScreenPop.NUMBER);

            Card card = ann.awaitCard("+16045550170", Card::isLookedUp);
            assertThat(card.crm()).isEqualTo("DOWN");
            assertThat(card.customer()).isNull();
        }
    }

    @Test
    void theCallerHearsThatTheNextAgentIsTriedAndInTheEndThatNobodyIsFree() throws Exception {
        try (Agent ann = screenPop.agent("ann")) {
            screenPop.placeCall(Caller.FINDS_ANN_BUSY);
            String phone = Caller.FINDS_ANN_BUSY.number();
            ann.click("accept", ann.awaitCard(phone, any -> true));

            Card again = ann.awaitCard(phone, card -> card.note() != null);

            assertThat(again.status()).isEqualTo("WAITING");
            awaitWords("Thank you for waiting.");
            update("update card set came_at = came_at - interval '1' day");
            ann.awaitClosed(phone);
            awaitWords("We are sorry, nobody is free.");
            screenPop.simulator().awaitRequest("terminateCall", SOON);
        }
    }

    @Test
    void oneOfTwoAgentsGetsTheCallAndNobodyRingsTwice() throws Exception {
        try (Agent ann = screenPop.agent("ann"); Agent ben = screenPop.agent("ben")) {
            screenPop.placeCall(Caller.HANGS_UP_WHILE_ANN_IS_RUNG);
            screenPop.placeCall(Caller.IS_A_CUSTOMER);
            screenPop.simulator().person(ANN).doesNotAnswer();
            Card first = ann.awaitCard(Caller.HANGS_UP_WHILE_ANN_IS_RUNG.number(), any -> true);
            Card second = ann.awaitCard(CUSTOMER, any -> true);

            assertThat(ann.click("accept", first)).isEqualTo(202);
            assertThat(ben.click("accept", first)).isEqualTo(409);
            assertThat(ann.click("accept", second)).isEqualTo(409);
            assertThat(ben.click("done", first)).isEqualTo(409);

            screenPop.simulator().awaitRequest("transferCallToParticipant", SOON);
            assertThat(screenPop.simulator().timeline().requests("transferCallToParticipant")).hasSize(1);
        }
    }

    @Test
    void aPhoneOfWhichNothingIsHeardIsGivenUp() throws Exception {
        try (Agent ann = screenPop.agent("ann")) {
            screenPop.placeCall(Caller.FINDS_ANN_BUSY);
            screenPop.simulator().faults().callbacks(CallbackRule.of("CallTransferFailed").always(CallbackFault.LOST));
            String phone = Caller.FINDS_ANN_BUSY.number();
            ann.click("accept", ann.awaitCard(phone, any -> true));
            ann.awaitCard(phone, card -> "RINGING".equals(card.status()));

            update("update card set rung_at = rung_at - interval '1' day");

            assertThat(ann.awaitCard(phone, card -> card.note() != null).note()).isEqualTo("ann: NO_NEWS");
        }
    }

    @Test
    void aPhoneThatMayNotBeRungIsSaidSo() throws Exception {
        try (Agent ann = screenPop.agent("ann")) {
            screenPop.placeCall(Caller.IS_A_CUSTOMER);
            update("update agent set phone = '+14165550100' where name = 'ann'");
            ann.click("accept", ann.awaitCard(CUSTOMER, any -> true));

            Card card = ann.awaitCard(CUSTOMER, now -> now.note() != null);

            assertThat(card.status()).isEqualTo("WAITING");
            assertThat(screenPop.simulator().timeline().requests("transferCallToParticipant")).isEmpty();
        } finally {
            update("update agent set phone = '" + ANN + "' where name = 'ann'");
        }
    }

    @Test
    void cardsOutliveARestartAndTheCallGoesOn(@TempDir Path folder) throws Exception {
        String database = "jdbc:h2:file:" + folder.resolve("cards") + ";MODE=PostgreSQL";
        AcsSimulator simulator = SimulatedScreenPop.newSimulator();
        try (SimulatedScreenPop before = SimulatedScreenPop.start(simulator, Map.of("screen-pop.database-url", database))) {
            String call;
            try (Agent ann = before.agent("ann")) {
                call = before.placeCall(Caller.IS_A_CUSTOMER);
                ann.awaitCard(CUSTOMER, Card::isLookedUp);
            }
            // the calls that are up know its address
            String port = "" + URI.create(before.address()).getPort();
            before.stopApplication();
            assertThat(simulator.call(call)).isPresent();
            try (SimulatedScreenPop after = SimulatedScreenPop.start(simulator, Map.of(
                    "screen-pop.database-url", database, "camel.server.port", port));
                 Agent ann = after.agent("ann")) {
                Card card = ann.awaitCard(CUSTOMER, Card::isLookedUp);
                assertThat(ann.click("accept", card)).isEqualTo(202);
                assertThat(ann.awaitCard(CUSTOMER, now -> "ANSWERED".equals(now.status())).agent()).isEqualTo("ann");
            }
        }
    }

    @Test
    void nobodySeesAnythingWithoutTheRightPassword() throws Exception {
        for (String path : new String[] {
                "/agent", "/agent/", "/agent/agent.js", "/agent/events", "//agent/", "/agent/../agent/" }) {
            assertThat(get(path, null).statusCode()).as(path).isIn(401, 404);
            assertThat(get(path, "ann:wrong").statusCode()).as(path).isIn(401, 404);
        }
        assertThat(get("/agent/", null).statusCode()).isEqualTo(401);
        HttpResponse<String> page = get("/agent/", "ann:" + screenPop.password());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(
                policy -> assertThat(policy).contains("default-src 'none'").contains("frame-ancestors 'none'"));
        assertThat(get("/agent/../application.properties", "ann:" + screenPop.password()).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "" })
    void aFormOfAnotherSiteClicksNothing(String type) throws Exception {
        try (Agent ann = screenPop.agent("ann")) {
            screenPop.placeCall(Caller.IS_A_CUSTOMER);
            Card card = ann.awaitCard(CUSTOMER, any -> true);

            assertThat(post("{\"card\": " + card.id() + "}", type)).isBetween(400, 499);

            assertThat(screenPop.simulator().timeline().requests("transferCallToParticipant")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{", "[]", "{\"card\": \"x\"}", "{}" })
    void aClickThatIsNoneIsRefused(String body) throws Exception {
        assertThat(post(body, "application/json")).isBetween(400, 499);
    }

    private static void awaitWords(String beginning) {
        await(beginning).atMost(SOON)
                .untilAsserted(() -> assertThat(screenPop.simulator().timeline().requests("play")).anyMatch(
                        play -> play.body().at("/playSources/0/text/text").asText().startsWith(beginning)));
    }

    private static HttpResponse<String> get(String path, String credentials) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(screenPop.address() + path));
        return send(credentials == null ? request : request.header("Authorization", basic(credentials)));
    }

    private static int post(String body, String type) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(screenPop.address() + "/agent/accept"))
                .header("Authorization", basic("ann:" + screenPop.password()))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(type.isEmpty() ? request : request.header("Content-Type", type)).statusCode();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.timeout(SOON).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    private static void update(String sql) throws SQLException {
        try (Connection connection = screenPop.dataSource().getConnection();
             Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
