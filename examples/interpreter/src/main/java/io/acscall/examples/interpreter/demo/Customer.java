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
package io.acscall.examples.interpreter.demo;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import io.acscall.simulator.people.PersonScript;

/** People who call, whom they get to talk to, and what should become of each call. */
public enum Customer {

    PRESSES_A_KEY(person -> person.presses("1"), Map.of("Olena", PersonScript::busy),
                  new Conversation("OVER", "Taras", null, List.of("Olena BUSY", "Taras JOINED"))),
    SAYS_A_WORD(person -> person.says("Portuguese"), Map.of("Rui", PersonScript::doesNotAnswer),
                new Conversation("OVER", "Ines", null, List.of("Ines JOINED", "Rui CANCELLED"))),
    MUMBLES_FIRST(person -> person.says(" ").presses("2"), Map.of("Ines", PersonScript::declines),
                  new Conversation("OVER", "Rui", null, List.of("Ines DECLINED", "Rui JOINED"))),
    WAITS_FOR_THE_SECOND_WAVE(person -> person.presses("3"),
                              Map.of("Amal", PersonScript::doesNotAnswer, "Basim", PersonScript::busy),
                              new Conversation(
                                      "OVER", "Dalia", null,
                                      List.of("Amal NO_ANSWER", "Basim BUSY", "Dalia JOINED"))),
    REACHES_NO_INTERPRETER(person -> person.presses("1"),
                           Map.of("Olena", PersonScript::doesNotAnswer, "Taras", PersonScript::declines),
                           new Conversation("FAILED", null, "NO_INTERPRETER", List.of("Olena NO_ANSWER", "Taras DECLINED"))),
    HANGS_UP_WHILE_THEY_RING(person -> person.presses("1"),
                             Map.of("Olena", PersonScript::doesNotAnswer, "Taras", PersonScript::doesNotAnswer),
                             new Conversation("FAILED", null, "HUNG_UP", List.of("Olena CANCELLED", "Taras CANCELLED"))),
    FINDS_THE_OFFICE_BUSY(person -> person.presses("2"), Map.of(SimulatedOffice.OFFICE, PersonScript::busy),
                          new Conversation("FAILED", null, "NO_OFFICE", List.of())),
    SAYS_NOTHING(person -> {
    }, Map.of(), new Conversation("FAILED", null, "NO_LANGUAGE", List.of()));

    private static final Duration MOMENT = Duration.ofMillis(500);

    private final Consumer<PersonScript> acts;
    private final Map<String, Consumer<PersonScript>> others;
    private final Conversation expected;

    Customer(Consumer<PersonScript> acts, Map<String, Consumer<PersonScript>> others, Conversation expected) {
        this.acts = acts;
        this.others = others;
        this.expected = expected;
    }

    /** The number of this customer. */
    public String number() {
        return "+1604555%04d".formatted(100 + ordinal());
    }

    /** What must become of the call. */
    public Conversation expected() {
        return expected;
    }

    /** What this customer does, for people. */
    public String describe() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    boolean hangsUpWhileTheyRing() {
        return this == HANGS_UP_WHILE_THEY_RING;
    }

    void script(PersonScript customer) {
        acts.accept(customer);
    }

    /** What somebody does whose phone rings for this customer; who is not named here takes a moment and answers. */
    Consumer<PersonScript> phoneOf(String name) {
        return others.getOrDefault(name, person -> person.answersAfter(MOMENT));
    }
}
