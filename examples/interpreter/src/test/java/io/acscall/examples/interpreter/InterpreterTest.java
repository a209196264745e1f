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
package io.acscall.examples.interpreter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import io.acscall.examples.interpreter.demo.Conversation;
import io.acscall.examples.interpreter.demo.Customer;
import io.acscall.examples.interpreter.demo.SimulatedOffice;
import io.acscall.simulator.fault.CallbackFault;
import io.acscall.simulator.fault.CallbackRule;
import io.acscall.simulator.fault.Faults;
import io.acscall.simulator.fault.RestRule;
import io.acscall.simulator.timeline.EntryKind;
import io.acscall.simulator.timeline.Timeline;
import io.acscall.simulator.timeline.TimelineListening;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.acscall.examples.interpreter.demo.SimulatedOffice.INTERPRETERS;
import static io.acscall.examples.interpreter.demo.SimulatedOffice.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Every customer gets an interpreter or a ticket, and nobody else stays in a call, whatever the service does. */
class InterpreterTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String CUSTOMER = "+16045550150";
    private static final String INES = INTERPRETERS.get("Ines");
    private static final String RUI = INTERPRETERS.get("Rui");

    private static SimulatedOffice office;

    @BeforeAll
    static void start() throws Exception {
        office = SimulatedOffice.start(Map.of("interpreter.grace-seconds", "1"));
    }

    @AfterAll
    static void stop() {
        office.close();
    }

    @BeforeEach
    void forget() {
        office.simulator().reset();
    }

    @ParameterizedTest
    @EnumSource
    void everyCustomerGetsAnInterpreterOrATicketThroughTheFaultsOfTheService(Customer customer) throws Exception {
        Faults faults = office.simulator().faults().seed(customer.ordinal());
        faults.callbacks(CallbackRule.every().sometimes(CallbackFault.TWICE, 0.3).sometimes(CallbackFault.EARLY, 0.3)
                .sometimes(CallbackFault.OUT_OF_ORDER, 0.3).waitAtMost(Duration.ofMillis(50)));
        faults.rest(RestRule.every().answers(429).retryAfter(Duration.ofMillis(20)).sometimes(0.2));
        faults.rest(RestRule.of("addParticipant").answers(503).retryAfter(Duration.ofMillis(20)).times(1));

        assertThat(office.call(customer)).containsExactly(customer.expected());
        nothingStaysBehind();
    }

    @Test
    void everybodyHearsWhoHasJoinedAndTheOthersPhonesStopRinging() throws Exception {
        office.call(Customer.SAYS_A_WORD);

        Timeline timeline = office.simulator().timeline();
        assertThat(timeline.requests("play")).last().satisfies(play -> {
            assertThat(play.body().at("/playSources/0/text/text").asText())
                    .isEqualTo("Ines, who interprets Portuguese, has joined.");
            assertThat(play.body().path("playTo").isMissingNode() || play.body().path("playTo").isEmpty()).isTrue();
        });
        assertThat(timeline.requests("cancelAddParticipantOperation")).hasSize(1);
        assertThat(timeline.callbacks("CancelAddParticipantSucceeded")).hasSize(1);
    }

    @Test
    void whoAnswersAlthoughTheInvitationWasToBeCancelledIsThankedAndRemoved() {
        office.simulator().faults().rest(RestRule.of("cancelAddParticipantOperation").answers(400));
        office.simulator().person(INES).answersAfter(Duration.ofMillis(300));
        office.simulator().person(RUI).answersAfter(Duration.ofMillis(700));

        String call = callInPortuguese();

        office.simulator().awaitCallback("RemoveParticipantSucceeded", SOON);
        assertThat(office.simulator().timeline().requests("play")).last().satisfies(play -> {
            assertThat(play.body().at("/playSources/0/text/text").asText()).startsWith("Thank you.");
            assertThat(play.body().at("/playTo/0/rawId").asText()).endsWith(RUI);
        });
        await().atMost(SOON).untilAsserted(() -> assertThat(onTheLine(call)).containsExactlyInAnyOrder(
                "4:" + CUSTOMER, "4:" + SimulatedOffice.OFFICE, "4:" + INES));
        endsWith(call, new Conversation("OVER", "Ines", null, List.of("Ines JOINED", "Rui LATE")));
    }

    @Test
    void anInterpreterIsSeenInTheCallWhenTheEventOfTheAnswerGetsLost() {
        office.simulator().person(INES).answersAfter(Duration.ofMillis(400));
        office.simulator().person(RUI).doesNotAnswer();
        TimelineListening listening = whenInterpretersAreRung(() -> office.simulator().faults()
                .callbacks(CallbackRule.of("AddParticipantSucceeded").always(CallbackFault.LOST)));

        String call = callInPortuguese();

        office.simulator().timeline().await(
                entry -> office.simulator().timeline().isRequest("play").test(entry)
                        && entry.body().at("/playSources/0/text/text").asText().endsWith("has joined."),
                1, SOON, "the announcement");
        listening.close();
        endsWith(call, new Conversation("OVER", "Ines", null, List.of("Ines JOINED", "Rui CANCELLED")));
    }

    @Test
    void aWaveOfWhichNothingIsHeardIsGivenUp() throws Exception {
        office.simulator().faults()
                .callbacks(CallbackRule.of("AddParticipantFailed").always(CallbackFault.LOST));

        List<Conversation> conversations = office.call(Customer.REACHES_NO_INTERPRETER);

        assertThat(conversations).containsExactly(
                new Conversation("FAILED", null, "NO_INTERPRETER", List.of("Olena LOST", "Taras LOST")));
    }

    @Test
    void aNumberThatMayNotBeRungIsPassedOver() throws Exception {
        insert("Zoe", "+14165550100", "Portuguese");
        try {
            List<Conversation> conversations = office.call(Customer.SAYS_A_WORD);

            assertThat(conversations).containsExactly(
                    new Conversation("OVER", "Ines", null, List.of("Zoe INVALID_REQUEST", "Ines JOINED")));
        } finally {
            update("update interpreter set on_duty = false where name = 'Zoe'");
        }
    }

    @Test
    void whenTheOfficeAndTheInterpreterLeaveTheCustomerIsNotLeftAlone() {
        office.simulator().person(RUI).doesNotAnswer();
        String call = callInPortuguese();
        office.simulator().awaitCallback("CancelAddParticipantSucceeded", SOON);

        office.simulator().hangUp(call, SimulatedOffice.OFFICE);
        office.simulator().hangUp(call, INES);

        office.simulator().awaitRequest("terminateCall", SOON);
        await().atMost(SOON).untilAsserted(() -> assertThat(office.book().of(CUSTOMER)).last()
                .extracting(Conversation::status).isEqualTo("OVER"));
    }

    @Test
    void aListThatIsOlderThanTheInterpreterEndsNothing() {
        office.simulator().person(RUI).doesNotAnswer();
        String call = callInPortuguese();
        office.simulator().awaitCallback("CancelAddParticipantSucceeded", SOON);

        // as if it had been on its way since before the office answered
        try (ProducerTemplate template = office.context().createProducerTemplate()) {
            template.sendBody("acs-call:dispatch", """
                    [{"id": "late", "source": "calling/callConnections/%1$s", "specversion": "1.0",
                      "type": "Microsoft.Communication.ParticipantsUpdated", "subject": "calling/callConnections/%1$s",
                      "time": "2026-01-01T10:00:00Z", "datacontenttype": "application/json",
                      "data": {"version": "2025-06-15", "callConnectionId": "%1$s", "serverCallId": "s", "correlationId": "c",
                        "sequenceNumber": 1000, "participants": [{"identifier": {"rawId": "4:%2$s", "kind": "phoneNumber",
                          "phoneNumber": {"value": "%2$s"}}, "isMuted": false, "isOnHold": false}]}}]
                    """.formatted(connection(), CUSTOMER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }

        office.simulator().awaitRequest("listParticipants", call, SOON);
        nothingStaysBehind();
        assertThat(office.simulator().timeline().requests("terminateCall")).isEmpty();
        assertThat(onTheLine(call)).contains("4:" + CUSTOMER, "4:" + INES);
        // its lists are old now, next to that one; its end is not
        List.of(SimulatedOffice.OFFICE, INES, CUSTOMER).forEach(person -> office.simulator().hangUp(call, person));
        await().atMost(SOON).untilAsserted(() -> assertThat(office.book().of(CUSTOMER)).last()
                .isEqualTo(new Conversation("OVER", "Ines", null, List.of("Ines JOINED", "Rui CANCELLED"))));
        nothingStaysBehind();
    }

    private static void insert(String name, String phone, String language) throws SQLException {
        update("insert into interpreter (name, phone, language, turn) values ('%s', '%s', '%s', 0)"
                .formatted(name, phone, language));
    }

    private static void update(String sql) throws SQLException {
        DataSource dataSource = office.context().getRegistry().findSingleByType(DataSource.class);
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static TimelineListening whenInterpretersAreRung(Runnable action) {
        Timeline timeline = office.simulator().timeline();
        return timeline.onEntry(entry -> {
            if (timeline.isRequest("addParticipant").test(entry)
                    && !entry.body().at("/participantToAdd/rawId").asText().endsWith(SimulatedOffice.OFFICE)) {
                action.run();
            }
        });
    }

    private static String callInPortuguese() {
        office.simulator().person(CUSTOMER).presses("2");
        return office.simulator().placeCall(CUSTOMER, NUMBER).callId();
    }

    /** The call by the name that the application has for it. */
    private static String connection() {
        return office.simulator().timeline().entries().stream()
                .filter(entry -> entry.kind() == EntryKind.RESPONSE && "answerCall".equals(entry.type())).findFirst()
                .orElseThrow()
                .body().path("callConnectionId").asText();
    }

    private static List<String> onTheLine(String call) {
        return office.simulator().call(call).orElseThrow().onTheLine();
    }

    private static void endsWith(String call, Conversation expected) {
        await().atMost(SOON).untilAsserted(() -> assertThat(office.book().of(CUSTOMER)).last()
                .extracting(Conversation::status).isEqualTo("JOINED"));
        office.simulator().hangUp(call, CUSTOMER);
        await().atMost(SOON).untilAsserted(() -> assertThat(office.book().of(CUSTOMER)).last().isEqualTo(expected));
        nothingStaysBehind();
    }

    private static void nothingStaysBehind() {
        await("nothing stays behind").atMost(SOON)
                .untilAsserted(() -> assertThat(office.context().getInflightRepository().size()).isZero());
    }
}
