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
package io.acscall.examples.frontdesk;

import java.time.Duration;
import java.util.Map;

import io.acscall.camel.AcsCallComponent;
import io.acscall.examples.frontdesk.demo.Scenario;
import io.acscall.examples.frontdesk.demo.SimulatedDesk;
import io.acscall.examples.frontdesk.demo.Ticket;
import io.acscall.simulator.timeline.Timeline;
import org.junit.jupiter.api.Test;

import static io.acscall.examples.frontdesk.demo.Scenario.HARBOUR_BOOKS;
import static io.acscall.examples.frontdesk.demo.Scenario.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The application as it is, over HTTP, against the simulator. */
class FrontDeskTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration QUIET = Duration.ofMillis(300);

    @Test
    void greetsACustomerByNameWritesATicketAndHangsUp() throws Exception {
        try (SimulatedDesk desk = SimulatedDesk.start()) {
            new Scenario(desk).aCustomerCalls();

            Timeline timeline = desk.simulator().timeline();
            assertThat(timeline.requests("answerCall")).hasSize(1);
            assertThat(timeline.requests("play")).singleElement().satisfies(
                    play -> assertThat(play.body().at("/playSources/0/text/text").asText()).startsWith("Hello Harbour Books,"));
            assertThat(timeline.requests("terminateCall")).hasSize(1);
            assertThat(desk.tickets()).containsExactly(open("GREETED", HARBOUR_BOOKS, "Harbour Books"));
        }
    }

    @Test
    void rejectsANumberThatTheCrmDoesNotKnow() throws Exception {
        try (SimulatedDesk desk = SimulatedDesk.start()) {
            new Scenario(desk).aStrangerCalls();

            Timeline timeline = desk.simulator().timeline();
            assertThat(timeline.requests("rejectCall")).singleElement()
                    .satisfies(reject -> assertThat(reject.body().path("callRejectReason").asText()).isEqualTo("forbidden"));
            assertThat(timeline.requests("answerCall")).isEmpty();
            assertThat(desk.tickets()).containsExactly(open("UNKNOWN", STRANGER, null));
        }
    }

    @Test
    void rejectsACustomerAfterHours() throws Exception {
        try (SimulatedDesk desk = SimulatedDesk.start()) {
            new Scenario(desk).aCustomerCallsAfterHours();

            Timeline timeline = desk.simulator().timeline();
            assertThat(timeline.requests("rejectCall")).singleElement()
                    .satisfies(reject -> assertThat(reject.body().path("callRejectReason").asText()).isEqualTo("busy"));
            assertThat(timeline.requests("answerCall")).isEmpty();
            assertThat(desk.tickets()).containsExactly(open("AFTER_HOURS", Scenario.MAPLE_BAKERY, "Maple Bakery"));
        }
    }

    @Test
    void notesACallerWhoIsGoneWhenTheDeskAnswers() throws Exception {
        try (SimulatedDesk desk = SimulatedDesk.start()) {
            new Scenario(desk).aCustomerIsImpatient();

            assertThat(desk.simulator().timeline().requests("play")).isEmpty();
            assertThat(desk.tickets()).containsExactly(open("MISSED", Scenario.CORNER_GARAGE, "Corner Garage"));
        }
    }

    @Test
    void notesACallerWhoHangsUpDuringTheGreeting() throws Exception {
        try (SimulatedDesk desk = SimulatedDesk.start()) {
            desk.simulator().person(HARBOUR_BOOKS).hangsUpAfter(Duration.ofMillis(200));

            new Scenario(desk).aCustomerCalls();

            assertThat(desk.simulator().timeline().requests("play")).hasSize(1);
            assertThat(desk.simulator().timeline().requests("terminateCall")).isEmpty();
            assertThat(desk.tickets()).containsExactly(open("MISSED", HARBOUR_BOOKS, "Harbour Books"));
        }
    }

    @Test
    void endsTheCallAndNotesTheCallerWhenTheGreetingCanNotBeSpoken() throws Exception {
        try (SimulatedDesk desk = SimulatedDesk.start()) {
            desk.context().getComponent("acs-call", AcsCallComponent.class).getConfiguration()
                    .setCognitiveServicesEndpoint(null);

            new Scenario(desk).aCustomerCalls();

            desk.simulator().awaitRequest("terminateCall", SOON);
            assertThat(desk.tickets()).containsExactly(open("FAILED", HARBOUR_BOOKS, "Harbour Books"));
        }
    }

    @Test
    void closesTheTicketOfACustomerWhoTakesTheCallBack() throws Exception {
        try (SimulatedDesk desk = SimulatedDesk.start()) {
            new Scenario(desk).aCustomerCalls();

            callBack(desk);

            desk.simulator().awaitRequests("terminateCall", 2, SOON);
            await().atMost(SOON).untilAsserted(() -> assertThat(desk.tickets()).containsExactly(
                    new Ticket("GREETED", HARBOUR_BOOKS, "Harbour Books", "CLOSED", "REACHED", 1)));
            assertThat(desk.simulator().timeline().requests("play").get(1).body().at("/playSources/0/text/text").asText())
                    .startsWith("Hello Harbour Books, this is the front desk");
        }
    }

    @Test
    void leavesTheTicketOpenWithTheOutcomeAndRingsNobodyMoreThanThreeTimes() throws Exception {
        try (SimulatedDesk desk = SimulatedDesk.start(Map.of("front-desk.call-back.every", "50"))) {
            new Scenario(desk).aStrangerCalls();
            desk.simulator().person(STRANGER).busy();

            callBack(desk);

            desk.simulator().awaitRequests("createCall", 3, SOON);
            desk.simulator().timeline().awaitQuiet(QUIET);
            assertThat(desk.simulator().timeline().requests("createCall")).hasSize(3);
            assertThat(desk.tickets()).containsExactly(new Ticket("UNKNOWN", STRANGER, null, "OPEN", "BUSY", 3));
        }
    }

    @Test
    void callsNobodyBackWhileItIsClosed() throws Exception {
        try (SimulatedDesk desk = SimulatedDesk.start(Map.of("front-desk.call-back.every", "50"))) {
            new Scenario(desk).aCustomerCallsAfterHours();

            callBack(desk);

            desk.simulator().timeline().awaitQuiet(QUIET);
            assertThat(desk.simulator().timeline().requests("createCall")).isEmpty();
            desk.clock().set(SimulatedDesk.NEXT_MORNING);
            desk.simulator().awaitRequest("createCall", SOON);
        }
    }

    @Test
    void callsOnlyNumbersBackThatAreAllowed() throws Exception {
        try (SimulatedDesk desk = SimulatedDesk.start(Map.of("camel.component.acs-call.allowed-targets", "+1416*"))) {
            new Scenario(desk).aStrangerCalls();

            callBack(desk);

            await().atMost(SOON).untilAsserted(() -> assertThat(desk.tickets()).containsExactly(
                    new Ticket("UNKNOWN", STRANGER, null, "OPEN", "INVALID_REQUEST", 1)));
            assertThat(desk.simulator().timeline().requests("createCall")).isEmpty();
        }
    }

    @Test
    void callsNobodyBackWhoHidesTheNumber() throws Exception {
        try (SimulatedDesk desk = SimulatedDesk.start(Map.of("camel.component.acs-call.allowed-targets", "4:*,+*"))) {
            desk.simulator().placeCall("4:anonymous", SimulatedDesk.NUMBER);
            await().atMost(SOON).untilAsserted(() -> assertThat(desk.tickets()).hasSize(1));
            new Scenario(desk).aStrangerCalls();

            callBack(desk);

            desk.simulator().awaitRequest("createCall", SOON);
            await().atMost(SOON).untilAsserted(() -> assertThat(desk.tickets()).containsExactlyInAnyOrder(
                    open("UNKNOWN", "4:anonymous", null),
                    new Ticket("UNKNOWN", STRANGER, null, "CLOSED", "REACHED", 1)));
        }
    }

    @Test
    void twoDesksInOneJvmKnowNothingOfEachOther() throws Exception {
        try (SimulatedDesk one = SimulatedDesk.start(); SimulatedDesk other = SimulatedDesk.start()) {
            new Scenario(one).aStrangerCalls();

            assertThat(one.tickets()).hasSize(1);
            assertThat(other.tickets()).isEmpty();
        }
    }

    private static void callBack(SimulatedDesk desk) throws Exception {
        desk.context().getRouteController().startRoute(FrontDeskRoutes.CALL_BACK);
    }

    private static Ticket open(String kind, String phone, String customer) {
        return new Ticket(kind, phone, customer, "OPEN", null, 0);
    }
}
