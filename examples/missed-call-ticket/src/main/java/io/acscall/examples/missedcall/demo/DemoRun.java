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
package io.acscall.examples.missedcall.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.acscall.simulator.people.PersonScript;

/** Every caller, the tickets, and what becomes of them when people are called back. */
public final class DemoRun {

    /** Whoever is not named here takes the call back. */
    private static final Map<Caller, String> NOT_REACHED = Map.of(
            Caller.FINDS_THE_DESK_BUSY, "BUSY", Caller.CALLS_IN_THE_EVENING, "NO_ANSWER");
    private static final Map<String, Consumer<PersonScript>> PHONES = Map.of(
            "BUSY", PersonScript::busy, "NO_ANSWER", PersonScript::doesNotAnswer);

    private final Consumer<String> out;

    /**
     * @param out gets each line
     */
    public DemoRun(Consumer<String> out) {
        this.out = out;
    }

    /**
     * Runs it.
     *
     * @return whether all tickets are as they should be
     */
    public boolean run() throws Exception {
        boolean asExpected = true;
        try (SimulatedDesk desk = SimulatedDesk.start()) {
            out.accept("The application, a simulator of Azure Communication Services, and who calls:");
            out.accept("");
            for (Caller caller : Caller.values()) {
                asExpected &= show(caller, desk.call(caller), caller.ticket());
            }
            List<Caller> missed = Stream.of(Caller.values()).filter(caller -> caller.ticket().isPresent()).toList();
            NOT_REACHED.forEach((caller, why) -> PHONES.get(why).accept(desk.simulator().person(caller.number())));
            desk.callBack(missed.size(), missed.stream().map(caller -> "1").collect(Collectors.joining(",")));
            out.accept("");
            out.accept("They are called back:");
            out.accept("");
            for (Caller caller : missed) {
                asExpected &= show(caller, desk.tickets().of(caller.number()), caller.ticket().map(t -> calledBack(caller, t)));
            }
        }
        out.accept("");
        out.accept(asExpected ? "All tickets are as they should be." : "Not all tickets are as they should be.");
        return asExpected;
    }

    private static Ticket calledBack(Caller caller, Ticket ticket) {
        String outcome = NOT_REACHED.getOrDefault(caller, "REACHED");
        return new Ticket(
                ticket.phone(), ticket.reason(), ticket.calls(), "REACHED".equals(outcome) ? "CLOSED" : "OPEN", 1, outcome);
    }

    private boolean show(Caller caller, List<Ticket> tickets, Optional<Ticket> expected) {
        List<String> texts = new ArrayList<>(tickets.stream().map(Ticket::describe).toList());
        boolean good = tickets.equals(expected.stream().toList());
        out.accept(String.format("  %-34s  %s%s", caller.describe(),
                texts.isEmpty() ? "no ticket" : String.join(" and ", texts), good ? "" : "  (wrong)"));
        return good;
    }
}
