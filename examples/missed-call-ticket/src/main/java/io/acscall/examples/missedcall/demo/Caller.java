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

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import io.acscall.simulator.people.PersonScript;

/** People who call, what the desk does, and the ticket that there must be. */
public enum Caller {

    REACHES_THE_DESK(PersonScript::accepts, HangsUp.NEVER, null),
    HANGS_UP_BEFORE_WE_ANSWER(PersonScript::accepts, HangsUp.BEFORE_THE_ANSWER, "HUNG_UP"),
    HANGS_UP_IN_THE_PROMPT(PersonScript::accepts, HangsUp.IN_THE_PROMPT, "HUNG_UP"),
    HANGS_UP_WHILE_THE_DESK_RINGS(PersonScript::doesNotAnswer, HangsUp.WHILE_THE_DESK_RINGS, "HUNG_UP"),
    FINDS_THE_DESK_BUSY(PersonScript::busy, HangsUp.NEVER, "NOBODY_FREE"),
    FINDS_NOBODY_THREE_TIMES(PersonScript::doesNotAnswer, HangsUp.NEVER, "NOBODY_FREE"),
    CALLS_IN_THE_EVENING(PersonScript::accepts, HangsUp.NEVER, "AFTER_HOURS"),
    CALLS_IN_THE_EVENING_AND_HANGS_UP(PersonScript::accepts, HangsUp.IN_THE_PROMPT, "AFTER_HOURS"),
    HIDES_THE_NUMBER(PersonScript::busy, HangsUp.NEVER, null),
    IS_BLOCKED(PersonScript::accepts, HangsUp.NEVER, null);

    private static final Duration AT_ONCE = Duration.ofMillis(50);

    private final Consumer<PersonScript> desk;
    private final HangsUp hangsUp;
    private final String reason;

    /** When a caller hangs up. */
    enum HangsUp {
        NEVER,
        BEFORE_THE_ANSWER,
        IN_THE_PROMPT,
        WHILE_THE_DESK_RINGS
    }

    Caller(Consumer<PersonScript> desk, HangsUp hangsUp, String reason) {
        this.desk = desk;
        this.hangsUp = hangsUp;
        this.reason = reason;
    }

    /** The number of this caller, or what stands for it. */
    public String number() {
        return switch (this) {
            case HIDES_THE_NUMBER -> "4:anonymous";
            case IS_BLOCKED -> "+19005550100";
            default -> "+1604555%04d".formatted(100 + ordinal());
        };
    }

    /** The ticket after all calls of this caller, before anybody calls back; empty for none. */
    public Optional<Ticket> ticket() {
        return Optional.ofNullable(reason).map(why -> Ticket.open(number(), why, calls()));
    }

    /** How often this caller calls. */
    public int calls() {
        return this == FINDS_NOBODY_THREE_TIMES ? 3 : 1;
    }

    /** What this caller does, for people. */
    public String describe() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    boolean inTheEvening() {
        return name().startsWith("CALLS_IN_THE_EVENING");
    }

    HangsUp hangsUp() {
        return hangsUp;
    }

    void script(PersonScript caller, PersonScript deskPhone) {
        desk.accept(deskPhone);
        if (hangsUp == HangsUp.BEFORE_THE_ANSWER) {
            caller.givesUpAfter(AT_ONCE);
        }
    }
}
