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
package io.acscall.examples.reminders.demo;

import java.util.Locale;
import java.util.function.Consumer;

import io.acscall.simulator.people.PersonScript;

/** Kinds of people who have an appointment, what they do when it rings, and what must come of it. */
public enum Person {

    CONFIRMS(14, p -> p.presses("1"), "CONFIRMED", "CONFIRMED"),
    SAYS_YES(3, p -> p.chooses("Confirm"), "CONFIRMED", "CONFIRMED"),
    CANCELS(5, p -> p.presses("2"), "CANCELLED", "CANCELLED"),
    WANTS_TO_TALK(4, p -> p.presses("3"), "TRANSFERRED", "TRANSFERRED"),
    IS_BUSY_AT_FIRST(5, PersonScript::busy, "CONFIRMED", "BUSY, CONFIRMED"),
    ANSWERS_THE_SECOND_TIME(3, PersonScript::doesNotAnswer, "CONFIRMED", "NO_ANSWER, CONFIRMED"),
    PRESSES_NONSENSE(2, p -> p.presses("9"), "GIVEN_UP", "NO_MATCH, NO_MATCH, NO_MATCH"),
    IS_ASLEEP_AT_FIRST(4, p -> p.presses("1"), "CONFIRMED", "CONFIRMED"),
    IS_A_MAILBOX(3, PersonScript::accepts, "GIVEN_UP", "SILENCE, SILENCE, SILENCE"),
    NEVER_ANSWERS(3, PersonScript::doesNotAnswer, "GIVEN_UP", "NO_ANSWER, NO_ANSWER, NO_ANSWER"),
    DECLINES(4, PersonScript::declines, "GIVEN_UP", "DECLINED");

    private final int people;
    private final Consumer<PersonScript> script;
    private final String status;
    private final String results;

    Person(int people, Consumer<PersonScript> script, String status, String results) {
        this.people = people;
        this.script = script;
        this.status = status;
        this.results = results;
    }

    /** How many of this kind there are. */
    public int people() {
        return people;
    }

    /** The number of one of them, counted from 0. */
    public String number(int which) {
        return "+1604555%02d%02d".formatted(10 + ordinal(), which);
    }

    /** Where they live: it is morning in Vancouver's summer, and the middle of the night in Auckland. */
    public String zone() {
        return this == IS_ASLEEP_AT_FIRST ? "Pacific/Auckland" : "America/Vancouver";
    }

    /** What must stand in the database about one of them in the end. */
    public Reminder expected(int which) {
        return new Reminder(number(which), status, results.split(", ").length, results);
    }

    /** What they do, for people. */
    public String describe() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    void first(PersonScript phone) {
        script.accept(phone.accepts());
    }

    void later(PersonScript phone) {
        if (results.endsWith(", CONFIRMED")) {
            phone.accepts().presses("1,1");
        }
    }
}
