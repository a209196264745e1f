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
package io.acscall.examples.reminders;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.acscall.examples.reminders.demo.Person;
import io.acscall.examples.reminders.demo.Reminder;
import io.acscall.examples.reminders.demo.SimulatedTown;
import io.acscall.simulator.fault.CallbackFault;
import io.acscall.simulator.fault.CallbackRule;
import io.acscall.simulator.fault.Faults;
import io.acscall.simulator.fault.RestRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.acscall.examples.reminders.demo.SimulatedTown.DESK;
import static io.acscall.examples.reminders.demo.SimulatedTown.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

/** Who is rung when, how often, and what is written about it. */
class RemindersTest {

    private SimulatedTown town;

    @BeforeEach
    void start() throws Exception {
        town = SimulatedTown.start();
    }

    @AfterEach
    void stop() {
        town.close();
    }

    @Test
    void whoIsRungHearsNameAndTimeOnTheOwnClock() throws Exception {
        town.add(Person.CONFIRMS, 0);

        town.begin();
        town.awaitQuiet();

        assertThat(town.simulator().timeline().requests("recognize")).singleElement().satisfies(
                asked -> assertThat(asked.body().at("/playPrompt/text/text").asText())
                        .startsWith("Hello customer 00. You have an appointment on Thursday, 10 July, 10:00."));
        assertThat(town.reminders().all()).containsExactly(Person.CONFIRMS.expected(0));
        assertThat(town.simulator().callOf(Person.CONFIRMS.number(0))).as("a call that is up").isEmpty();
    }

    @Test
    void nobodyIsRungAtNight() throws Exception {
        town.add(Person.IS_ASLEEP_AT_FIRST, 0);

        town.begin();

        assertThat(town.untilNext()).contains(Instant.parse("2025-07-07T21:00:00Z"));
        assertThat(town.simulator().timeline().requests("createCall")).isEmpty();
        assertThat(town.untilNext()).isEmpty();
        assertThat(town.reminders().all()).containsExactly(Person.IS_ASLEEP_AT_FIRST.expected(0));
    }

    @Test
    void whoIsBusyIsRungAgainSoonButNotForEver() throws Exception {
        town.add(Person.IS_BUSY_AT_FIRST, 0);

        town.begin();

        assertThat(town.untilNext()).contains(MORNING.plus(Duration.ofMinutes(10)));
        assertThat(town.untilNext()).contains(MORNING.plus(Duration.ofMinutes(20)));
        assertThat(town.untilNext()).isEmpty();
        assertThat(town.reminders().all()).containsExactly(
                new Reminder(Person.IS_BUSY_AT_FIRST.number(0), "GIVEN_UP", 3, "BUSY, BUSY, BUSY"));
    }

    @Test
    void whoWantsToTalkAndReachesNobodyIsRungAgain() throws Exception {
        town.add(Person.WANTS_TO_TALK, 0);
        town.simulator().person(DESK).busy();

        town.begin();

        assertThat(town.untilNext()).contains(MORNING.plus(Duration.ofMinutes(30)));
        town.simulator().person(DESK).accepts();
        assertThat(town.untilNext()).isEmpty();
        assertThat(town.reminders().all()).containsExactly(
                new Reminder(Person.WANTS_TO_TALK.number(0), "TRANSFERRED", 2, "NOBODY_FREE, TRANSFERRED"));
    }

    @Test
    void whoHangsUpInTheQuestionIsRungAgain() throws Exception {
        town.add(Person.IS_A_MAILBOX, 0);
        town.simulator().person(Person.IS_A_MAILBOX.number(0)).hangsUpAfter(Duration.ofMillis(20));

        town.begin();

        town.awaitQuiet();
        assertThat(town.reminders().next()).contains(MORNING.plus(Duration.ofHours(1)));
        assertThat(town.reminders().all()).singleElement().extracting(Reminder::status, Reminder::attempts)
                .containsExactly("OPEN", 1);
    }

    @Test
    void aServiceThatIsDownCostsNoAttempt() throws Exception {
        town.add(Person.CONFIRMS, 0);
        town.simulator().faults().rest(RestRule.of("createCall").answers(503).retryAfter(Duration.ofMillis(10)));

        town.begin();

        town.awaitQuiet();
        assertThat(town.reminders().next()).contains(MORNING.plus(Duration.ofMinutes(5)));
        assertThat(town.reminders().all()).containsExactly(
                new Reminder(Person.CONFIRMS.number(0), "OPEN", 0, "SERVICE_ERROR"));
    }

    @Test
    void faultsOfTheServiceChangeNothing() throws Exception {
        Faults faults = town.simulator().faults().seed(7);
        faults.callbacks(CallbackRule.every().sometimes(CallbackFault.TWICE, 0.4).sometimes(CallbackFault.EARLY, 0.3)
                .sometimes(CallbackFault.OUT_OF_ORDER, 0.3).waitAtMost(Duration.ofMillis(50)));
        faults.rest(RestRule.every().answers(429).retryAfter(Duration.ofMillis(20)).sometimes(0.2));
        List<Person> people = List.of(Person.CONFIRMS, Person.SAYS_YES, Person.CANCELS, Person.WANTS_TO_TALK, Person.DECLINES);
        for (Person person : people) {
            town.add(person, 0);
        }

        town.begin();
        town.awaitQuiet();

        assertThat(town.reminders().all()).containsExactlyElementsOf(people.stream().map(p -> p.expected(0)).toList());
    }

    @Test
    void nobodyIsRungWhenTheAppointmentIsOver() throws Exception {
        town.reminders().add(Person.CONFIRMS.number(0), "UTC", MORNING.minusSeconds(1), MORNING.minusSeconds(2));

        town.begin();
        town.awaitQuiet();

        assertThat(town.reminders().all()).containsExactly(
                new Reminder(Person.CONFIRMS.number(0), "GIVEN_UP", 0, null));
        assertThat(town.simulator().timeline().requests("createCall")).isEmpty();
    }

    @Test
    void aNumberThatMustNotBeRungHoldsNobodyUp() throws Exception {
        town.reminders().add("+19005550100", "America/Vancouver", SimulatedTown.APPOINTMENT, MORNING);
        town.add(Person.CONFIRMS, 0);

        town.begin();
        town.awaitQuiet();

        assertThat(town.reminders().all()).extracting(Reminder::status).containsExactly("GIVEN_UP", "CONFIRMED");
        assertThat(town.simulator().timeline().requests("createCall")).hasSize(1);
    }
}
