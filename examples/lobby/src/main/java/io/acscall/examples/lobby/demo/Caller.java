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
package io.acscall.examples.lobby.demo;

import java.util.Locale;
import java.util.function.Consumer;

import io.acscall.simulator.people.PersonScript;

/** People who call, and what the phone of the first agent does. */
public enum Caller {

    IS_ADMITTED(PersonScript::accepts, "talks to ann"),
    FINDS_ANN_BUSY(PersonScript::busy, "ann: BUSY, talks to ben"),
    IS_DECLINED_BY_ANN(PersonScript::declines, "ann: DECLINED, talks to ben"),
    IS_NOT_ANSWERED_BY_ANN(PersonScript::doesNotAnswer, "ann: NO_ANSWER, talks to ben"),
    HIDES_THE_NUMBER(PersonScript::accepts, "talks to ann"),
    HANGS_UP_WHILE_WAITING(PersonScript::accepts, "gone"),
    HANGS_UP_WHILE_ANN_IS_RUNG(PersonScript::doesNotAnswer, "gone"),
    IS_TURNED_AWAY(PersonScript::accepts, "gone"),
    IS_ADMITTED_BY_NOBODY(PersonScript::accepts, "ticket");

    private final Consumer<PersonScript> ann;
    private final String end;

    Caller(Consumer<PersonScript> ann, String end) {
        this.ann = ann;
        this.end = end;
    }

    /** The number of this caller, or what stands for it. */
    public String number() {
        return this == HIDES_THE_NUMBER ? "4:anonymous" : "+1604555%04d".formatted(100 + ordinal());
    }

    /** What becomes of the call, as the page shows it. */
    public String end() {
        return end;
    }

    /** What this caller does, for people. */
    public String describe() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Prepares the phone of the first agent. */
    void script(PersonScript annsPhone) {
        ann.accept(annsPhone);
    }
}
