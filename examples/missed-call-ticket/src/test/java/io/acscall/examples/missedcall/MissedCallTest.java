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
package io.acscall.examples.missedcall;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.examples.missedcall.demo.Caller;
import io.acscall.examples.missedcall.demo.SimulatedDesk;
import io.acscall.examples.missedcall.demo.Ticket;
import io.acscall.simulator.fault.CallbackFault;
import io.acscall.simulator.fault.CallbackRule;
import io.acscall.simulator.fault.EventGridFault;
import io.acscall.simulator.fault.EventGridRule;
import io.acscall.simulator.fault.Faults;
import io.acscall.simulator.fault.RestRule;
import io.acscall.simulator.timeline.EntryKind;
import io.acscall.simulator.timeline.TimelineEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.acscall.examples.missedcall.demo.SimulatedDesk.DESK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whoever was missed has one ticket, however often and however that happened, and whatever the service does. */
class MissedCallTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int MOST = 4;
    private static final String BUSY_CALLER = Caller.FINDS_THE_DESK_BUSY.number();

    private static SimulatedDesk desk;

    @BeforeAll
    static void start() throws Exception {
        desk = SimulatedDesk.start(Map.of("missed-call.look-every", "200", "missed-call.most-calls", "" + MOST));
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @BeforeEach
    void forget() throws SQLException {
        desk.simulator().reset();
        desk.clock().set(SimulatedDesk.MORNING);
        update("delete from ticket");
        update("delete from incoming_call");
    }

    @ParameterizedTest
    @EnumSource
    void everyCallerHasTheTicketThatThereMustBeThroughTheFaultsOfTheService(Caller caller) throws Exception {
        Faults faults = desk.simulator().faults().seed(caller.ordinal());
        faults.callbacks(CallbackRule.every().sometimes(CallbackFault.TWICE, 0.4).sometimes(CallbackFault.EARLY, 0.3)
                .sometimes(CallbackFault.OUT_OF_ORDER, 0.3).waitAtMost(Duration.ofMillis(50)));
        faults.eventGrid(EventGridRule.every().always(EventGridFault.TWICE));
        faults.rest(RestRule.every().answers(429).retryAfter(Duration.ofMillis(20)).sometimes(0.2));
        faults.rest(RestRule.of("answerCall").answers(503).retryAfter(Duration.ofMillis(20)).times(1));

        assertThat(desk.call(caller)).isEqualTo(caller.ticket().stream().toList());
        await("nothing stays behind").atMost(SOON)
                .untilAsserted(() -> assertThat(desk.context().getInflightRepository().size()).isZero());
        assertThat(count("select count(*) from incoming_call where result is null")).isZero();
    }

    @Test
    void whoCallsInTheEveningHearsSoAndTheLineIsFree() throws Exception {
        desk.call(Caller.CALLS_IN_THE_EVENING);

        assertThat(desk.simulator().timeline().requests("play")).singleElement().satisfies(
                play -> assertThat(play.body().at("/playSources/0/text/text").asText()).startsWith("We are closed."));
        assertThat(desk.simulator().timeline().requests("terminateCall")).hasSize(1);
        assertThat(desk.simulator().timeline().requests("transferCallToParticipant")).isEmpty();
    }

    @Test
    void manyCallsOfOnePersonAtOnceAreOneTicket() {
        desk.simulator().person(DESK).busy();

        for (int i = 0; i < MOST; i++) {
            desk.simulator().placeCall(BUSY_CALLER, SimulatedDesk.NUMBER);
        }

        await().atMost(SOON).untilAsserted(() -> assertThat(desk.tickets().all()).containsExactly(
                Ticket.open(BUSY_CALLER, "NOBODY_FREE", MOST)));
    }

    @Test
    void nobodyPromisesACallBackToAHiddenNumber() throws Exception {
        desk.call(Caller.HIDES_THE_NUMBER);

        assertThat(desk.simulator().timeline().requests("play")).last().satisfies(
                play -> assertThat(play.body().at("/playSources/0/text/text").asText()).contains("Please call again"));
    }

    @Test
    void aCallThatIsAnnouncedAgainUnderAnotherIdIsNoSecondCall() throws Exception {
        desk.call(Caller.FINDS_THE_DESK_BUSY);
        TimelineEntry announced = desk.simulator().timeline().entries().stream()
                .filter(entry -> entry.kind() == EntryKind.EVENT_GRID && "IncomingCall".equals(entry.type())).findFirst()
                .orElseThrow();

        for (int i = 0; i < 3; i++) {
            announce(announced.body().deepCopy());
        }

        await().atMost(SOON).untilAsserted(() -> assertThat(desk.context().getInflightRepository().size()).isZero());
        assertThat(desk.tickets().all()).containsExactly(Ticket.open(BUSY_CALLER, "NOBODY_FREE", 1));
        assertThat(desk.simulator().timeline().requests("answerCall")).hasSize(1);
    }

    @Test
    void callsOfAnotherWindowAreAnotherTicketAndOneCallBackClosesBoth() throws Exception {
        desk.call(Caller.FINDS_THE_DESK_BUSY);
        update("update incoming_call set slot = slot - interval '1' day");
        update("update ticket set slot = slot - interval '1' day");

        desk.call(Caller.FINDS_THE_DESK_BUSY);

        Ticket open = Ticket.open(BUSY_CALLER, "NOBODY_FREE", 1);
        assertThat(desk.tickets().all()).containsExactly(open, open);
        desk.callBack(1, "1");
        Ticket closed = new Ticket(BUSY_CALLER, "NOBODY_FREE", 1, "CLOSED", 1, "REACHED");
        assertThat(desk.tickets().all()).containsExactly(closed, closed);
    }

    @Test
    void aTicketIsOpenAgainWhenTheCallerIsMissedAgain() throws Exception {
        desk.call(Caller.FINDS_THE_DESK_BUSY);
        desk.callBack(1, "1");

        assertThat(desk.call(Caller.FINDS_THE_DESK_BUSY)).containsExactly(Ticket.open(BUSY_CALLER, "NOBODY_FREE", 2));
    }

    @Test
    void whoCallsAgainAndReachesTheDeskNeedsNoCallBack() throws Exception {
        desk.call(Caller.FINDS_THE_DESK_BUSY);
        desk.simulator().person(DESK).accepts();

        desk.simulator().placeCall(BUSY_CALLER, SimulatedDesk.NUMBER);

        await().atMost(SOON).untilAsserted(() -> assertThat(desk.tickets().all()).containsExactly(
                new Ticket(BUSY_CALLER, "NOBODY_FREE", 1, "CLOSED", 0, "REACHED")));
    }

    @Test
    void whoCallsTooOftenIsRejected() throws Exception {
        for (int i = 0; i <= MOST; i++) {
            desk.call(Caller.FINDS_THE_DESK_BUSY);
        }

        assertThat(desk.simulator().timeline().requests("rejectCall")).hasSize(1);
        assertThat(desk.tickets().all()).containsExactly(Ticket.open(BUSY_CALLER, "NOBODY_FREE", MOST));
    }

    @Test
    void whoIsNotReachedIsTriedAgainButNotForEver() throws Exception {
        desk.call(Caller.FINDS_THE_DESK_BUSY);
        desk.simulator().person(BUSY_CALLER).busy();

        for (int attempt = 1; attempt <= 3; attempt++) {
            update("update ticket set rung_at = null");
            desk.callBack(1, "1");
            assertThat(desk.tickets().all()).containsExactly(
                    new Ticket(BUSY_CALLER, "NOBODY_FREE", 1, "OPEN", attempt, "BUSY"));
        }

        assertThat(count("select count(*) from ticket where status = 'OPEN' and attempts < 3")).isZero();
        assertThat(desk.simulator().timeline().requests("play").stream()
                .map(play -> play.body().at("/playSources/0/text/text").asText()))
                .contains("The caller could not be reached. Goodbye.");
    }

    @Test
    void nobodyIsCalledBackBeforeSomebodyAtTheDeskIsReady() throws Exception {
        desk.call(Caller.FINDS_THE_DESK_BUSY);

        desk.callBack(1, "7");

        assertThat(desk.tickets().all()).containsExactly(
                new Ticket(BUSY_CALLER, "NOBODY_FREE", 1, "OPEN", 0, "NOBODY_AT_THE_DESK"));
        desk.simulator().awaitRequest("terminateCall", SOON);
        assertThat(desk.simulator().timeline().requests("transferCallToParticipant")).hasSize(1);
    }

    @Test
    void nobodyIsCalledBackWhileTheDeskIsClosed() throws Exception {
        desk.call(Caller.CALLS_IN_THE_EVENING);

        desk.context().getRouteController().startRoute(CallBackRoutes.CALL_BACK);
        desk.simulator().timeline().awaitQuiet(Duration.ofMillis(300));
        desk.context().getRouteController().stopRoute(CallBackRoutes.CALL_BACK);

        assertThat(desk.simulator().timeline().requests("createCall")).isEmpty();
        assertThat(desk.tickets().all()).containsExactly(Caller.CALLS_IN_THE_EVENING.ticket().orElseThrow());
    }

    @Test
    void aCallThatAnApplicationLeftBehindIsMissed() throws Exception {
        update("insert into incoming_call (correlation_id, phone, slot, came_at) values ('" + UUID.randomUUID()
               + "', '+16045550170', current_timestamp, current_timestamp - interval '1' hour)");

        await().atMost(SOON).untilAsserted(() -> assertThat(desk.tickets().all()).containsExactly(
                Ticket.open("+16045550170", "LOST", 1)));
    }

    private static void announce(JsonNode events) throws IOException, InterruptedException {
        ((ObjectNode) (events.isArray() ? events.get(0) : events)).put("id", UUID.randomUUID().toString());
        String body = events.isArray() ? events.toString() : "[" + events + "]";
        HttpResponse<Void> answer = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(desk.eventGrid()).header("Content-Type", "application/json")
                        .header("aeg-event-type", "Notification").POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static void update(String sql) throws SQLException {
        try (Connection connection = desk.dataSource().getConnection(); Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static int count(String sql) throws SQLException {
        try (Connection connection = desk.dataSource().getConnection(); Statement statement = connection.createStatement();
             ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
