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
package io.acscall.examples.lobby;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.acscall.examples.lobby.demo.Agent;
import io.acscall.examples.lobby.demo.Caller;
import io.acscall.examples.lobby.demo.Guest;
import io.acscall.examples.lobby.demo.Shift;
import io.acscall.examples.lobby.demo.SimulatedLobby;
import io.acscall.simulator.call.CallSnapshot;
import io.acscall.simulator.fault.CallbackFault;
import io.acscall.simulator.fault.CallbackRule;
import io.acscall.simulator.fault.Faults;
import io.acscall.simulator.fault.RestRule;
import io.acscall.simulator.timeline.EntryKind;
import io.acscall.simulator.timeline.TimelineListening;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Every guest gets to an agent or hears a word, and nobody is left alone, whatever people and the service do. */
class LobbyTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int PLACES = 3;
    private static final String GUEST = Caller.IS_ADMITTED.number();
    private static final String ANN = SimulatedLobby.PHONES.get("ann");

    /** Between the two requests somebody has time to hang up. */
    private static final RestRule THE_MOVE_LATER
            = RestRule.of("moveParticipants").answers(429).retryAfter(Duration.ofMillis(500)).times(1);

    private static SimulatedLobby lobby;

    @BeforeAll
    static void start() throws Exception {
        lobby = SimulatedLobby.start(Map.of("lobby.places", "" + PLACES));
    }

    @AfterAll
    static void stop() {
        lobby.close();
    }

    @BeforeEach
    void forget() throws Exception {
        lobby.simulator().reset();
        update("delete from guest");
        try (Agent ann = lobby.agent("ann")) {
            ann.awaitNobody();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyCallEndsAsItShouldThroughTheFaultsOfTheService(Caller caller) throws Exception {
        Faults faults = lobby.simulator().faults().seed(caller.ordinal());
        faults.callbacks(CallbackRule.every().sometimes(CallbackFault.TWICE, 0.3).sometimes(CallbackFault.EARLY, 0.3)
                .sometimes(CallbackFault.OUT_OF_ORDER, 0.3).waitAtMost(Duration.ofMillis(50)));
        faults.rest(RestRule.every().answers(429).retryAfter(Duration.ofMillis(20)).sometimes(0.2));
        faults.rest(RestRule.of("createCall").answers(503).retryAfter(Duration.ofMillis(20)).times(1));

        try (Shift shift = new Shift(lobby)) {
            assertThat(shift.serve(caller)).isEqualTo(caller.end());
        }
        awaitNoCalls();
    }

    @Test
    void ofTwoAgentsWhoAdmitAtTheSameMomentOneWins() throws Exception {
        try (Agent ann = lobby.agent("ann"); Agent ben = lobby.agent("ben")) {
            for (int round = 0; round < 5; round++) {
                lobby.placeCall(Caller.IS_ADMITTED);
                Guest guest = ann.awaitGuest(GUEST, any -> true);

                List<Integer> answers = List.of(ann, ben, ann, ben).stream()
                        .map(agent -> CompletableFuture.supplyAsync(() -> click(agent, "admit", guest))).toList().stream()
                        .map(CompletableFuture::join).toList();

                assertThat(answers).containsOnlyOnce(202).containsOnly(202, 409);
                Guest talking = ann.awaitGuest(GUEST, now -> now.is("TALKING"));
                assertThat(lobby.simulator().timeline().requests("createCall")).hasSize(1);
                hangUp(SimulatedLobby.PHONES.get(talking.agent()));
                ann.awaitGone(GUEST);
                awaitNoCalls();
                lobby.simulator().reset();
            }
        }
    }

    @Test
    void anAgentWhosePhoneRingsAdmitsNobodyElse() throws Exception {
        try (Agent ann = lobby.agent("ann")) {
            lobby.placeCall(Caller.IS_ADMITTED);
            lobby.placeCall(Caller.HANGS_UP_WHILE_ANN_IS_RUNG);
            Guest first = ann.awaitGuest(Caller.HANGS_UP_WHILE_ANN_IS_RUNG.number(), any -> true);
            Guest second = ann.awaitGuest(GUEST, any -> true);

            assertThat(ann.click("admit", first)).isEqualTo(202);
            assertThat(ann.click("admit", second)).isEqualTo(409);
            assertThat(ann.click("turn-away", first)).isEqualTo(409);
            assertThat(ann.click("done", second)).isEqualTo(409);
        }
    }

    @Test
    void theMoveGoesToTheCallOfTheAgentAndTheLobbyIsLeft() throws Exception {
        try (Agent ann = lobby.agent("ann")) {
            String waits = lobby.placeCall(Caller.IS_ADMITTED);
            ann.click("admit", ann.awaitGuest(GUEST, any -> true));
            ann.awaitGuest(GUEST, now -> now.is("TALKING"));

            CallSnapshot talk = lobby.simulator().callOf(ANN).orElseThrow();
            assertThat(talk.callId()).isNotEqualTo(waits);
            assertThat(lobby.simulator().timeline().requests("moveParticipants")).singleElement()
                    .satisfies(move -> assertThat(move.callId()).isEqualTo(talk.callId()));
            await().atMost(SOON).until(() -> lobby.simulator().calls().stream().noneMatch(
                    call -> call.callId().equals(waits) && call.endedAt() == null));
        }
    }

    @Test
    void whoeverHangsUpFirstTheOtherIsNotLeftAlone() throws Exception {
        try (Agent ann = lobby.agent("ann")) {
            for (String first : List.of(GUEST, ANN)) {
                lobby.placeCall(Caller.IS_ADMITTED);
                ann.click("admit", ann.awaitGuest(GUEST, any -> true));
                ann.awaitGuest(GUEST, now -> now.is("TALKING"));

                hangUp(first);

                ann.awaitGone(GUEST);
                awaitNoCalls();
            }
        }
    }

    @Test
    void anAgentWhoHangsUpBeforeTheMoveLeavesTheGuestInTheLobby() throws Exception {
        lobby.simulator().faults().rest(THE_MOVE_LATER);
        TimelineListening listening = lobby.simulator().timeline().onEntry(entry -> {
            if (entry.kind() == EntryKind.REQUEST && "moveParticipants".equals(entry.type())) {
                hangUp(ANN);
            }
        });
        try (listening; Agent ann = lobby.agent("ann"); Agent ben = lobby.agent("ben")) {
            lobby.placeCall(Caller.IS_ADMITTED);
            ann.click("admit", ann.awaitGuest(GUEST, any -> true));

            Guest again = ann.awaitGuest(GUEST, now -> now.note() != null);

            assertThat(again.status()).isEqualTo("WAITING");
            assertThat(again.note()).startsWith("ann: ");
            listening.close();
            ben.click("admit", again);
            assertThat(ben.awaitGuest(GUEST, now -> now.is("TALKING")).agent()).isEqualTo("ben");
        }
    }

    @Test
    void aGuestWhoHangsUpWhileBeingMovedIsGoneAndTheAgentHearsSo() throws Exception {
        lobby.simulator().faults().rest(THE_MOVE_LATER);
        TimelineListening listening = lobby.simulator().timeline().onEntry(entry -> {
            if (entry.kind() == EntryKind.REQUEST && "moveParticipants".equals(entry.type())) {
                hangUp(GUEST);
            }
        });
        try (listening; Agent ann = lobby.agent("ann")) {
            lobby.placeCall(Caller.IS_ADMITTED);
            ann.click("admit", ann.awaitGuest(GUEST, any -> true));

            ann.awaitGone(GUEST);

            awaitWords("The caller could not be brought to you.");
            awaitNoCalls();
        }
    }

    @Test
    void aMoveThatIsNotReportedIsLookedUp() throws Exception {
        lobby.simulator().faults().callbacks(CallbackRule.of("MoveParticipantSucceeded").always(CallbackFault.LOST));
        try (Agent ann = lobby.agent("ann")) {
            lobby.placeCall(Caller.IS_ADMITTED);
            ann.click("admit", ann.awaitGuest(GUEST, any -> true));
            ann.awaitGuest(GUEST, now -> now.is("MOVING"));
            await().atMost(SOON).until(() -> lobby.simulator().callOf(GUEST).map(CallSnapshot::callId)
                    .equals(lobby.simulator().callOf(ANN).map(CallSnapshot::callId)));

            update("update guest set rung_at = rung_at - interval '1' day");

            ann.awaitGuest(GUEST, now -> now.is("TALKING"));
            assertThat(lobby.simulator().callOf(GUEST)).isPresent();
        }
    }

    @Test
    void aPhoneOfWhichNothingIsHeardIsGivenUpAndRingsNoMore() throws Exception {
        try (Agent ann = lobby.agent("ann")) {
            lobby.placeCall(Caller.HANGS_UP_WHILE_ANN_IS_RUNG);
            String phone = Caller.HANGS_UP_WHILE_ANN_IS_RUNG.number();
            ann.click("admit", ann.awaitGuest(phone, any -> true));
            await().atMost(SOON).until(() -> lobby.simulator().callOf(ANN).isPresent());
            ann.awaitGuest(phone, now -> now.is("RINGING"));

            update("update guest set rung_at = rung_at - interval '1' day");

            assertThat(ann.awaitGuest(phone, now -> now.note() != null).note()).startsWith("ann: ");
            await().atMost(SOON).until(() -> lobby.simulator().callOf(ANN).isEmpty());
        }
    }

    @Test
    void whoFindsNoPlaceHearsSo() throws Exception {
        try (Agent ann = lobby.agent("ann")) {
            for (int i = 0; i < PLACES; i++) {
                lobby.simulator().placeCall("+1604555017" + i, SimulatedLobby.NUMBER);
                ann.awaitGuest("+1604555017" + i, any -> true);
            }

            lobby.placeCall(Caller.IS_ADMITTED);

            awaitWords("We are sorry, too many people are waiting.");
            await().atMost(SOON).until(() -> lobby.simulator().callOf(GUEST).isEmpty());
            assertThat(IntStream.range(0, PLACES).mapToObj(i -> lobby.simulator().callOf("+1604555017" + i)))
                    .allMatch(call -> call.isPresent());
        }
    }

    @Test
    void whoIsTurnedAwayOrMissedHearsSo() throws Exception {
        try (Shift shift = new Shift(lobby)) {
            shift.serve(Caller.IS_TURNED_AWAY);
            awaitWords("We are sorry, we cannot take your call.");
            shift.serve(Caller.IS_ADMITTED_BY_NOBODY);
            awaitWords("We are sorry, nobody is free. We call you back.");
        }
    }

    @Test
    void rowsOfWhoHasGoneAreForgottenInTheEnd() throws Exception {
        update("insert into guest (lobby_call, phone, status, came_at) values"
               + " ('old', '+16045550170', 'DONE', current_timestamp - interval '40' day),"
               + " ('new', '+16045550171', 'DONE', current_timestamp),"
               + " ('ticket', '+16045550172', 'TICKET', current_timestamp - interval '40' day)");

        lobby.context().createProducerTemplate().sendBody("sql:classpath:sql/forget-guests.sql", null);

        assertThat(update("delete from guest")).isEqualTo(2);
    }

    private static int click(Agent agent, String button, Guest guest) {
        try {
            return agent.click(button, guest);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void hangUp(String phone) {
        lobby.simulator().callOf(phone).ifPresent(call -> lobby.simulator().hangUp(call.callId(), phone));
    }

    private static void awaitNoCalls() {
        await("nobody is left alone").atMost(SOON)
                .until(() -> lobby.simulator().calls().stream().allMatch(call -> call.endedAt() != null));
    }

    private static void awaitWords(String beginning) {
        await(beginning).atMost(SOON)
                .untilAsserted(() -> assertThat(lobby.simulator().timeline().requests("play")).anyMatch(
                        play -> play.body().at("/playSources/0/text/text").asText().startsWith(beginning)));
    }

    private static int update(String sql) throws SQLException {
        try (Connection connection = lobby.dataSource().getConnection(); Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
