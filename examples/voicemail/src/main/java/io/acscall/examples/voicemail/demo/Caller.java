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
package io.acscall.examples.voicemail.demo;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import io.acscall.simulator.people.PersonScript;

/** People who call, and what should become of each. */
public enum Caller {

    LEAVES_A_MESSAGE_AND_PRESSES_HASH("Please call me back about the blue door", Ending.PRESSES_HASH, "MESSAGE"),
    LEAVES_A_MESSAGE_AND_HANGS_UP("The parcel has come", Ending.HANGS_UP, "MESSAGE"),
    SAYS_NOTHING(null, Ending.WAITS, "SILENT"),
    HANGS_UP_INSTEAD_OF_SPEAKING(null, Ending.HANGS_UP, "SILENT"),
    HANGS_UP_DURING_THE_GREETING(null, Ending.HANGS_UP_EARLY, "MISSED", PersonScript::busy),
    HANGS_UP_WHILE_IT_RINGS(null, Ending.HANGS_UP_EARLY, "MISSED"),
    FINDS_THE_DESK_BUSY("You talk a lot", Ending.HANGS_UP, "MESSAGE", PersonScript::busy),
    REACHES_THE_DESK(null, Ending.WAITS, null, PersonScript::accepts);

    /** How long somebody speaks who says something. */
    static final Duration SPEAKS = Duration.ofMillis(1_500);
    /** After so long those hang up who do it early. */
    static final Duration EARLY = Duration.ofMillis(400);

    private final String words;
    private final Ending ending;
    private final String kind;
    private final Consumer<PersonScript> desk;

    /** What somebody does who has spoken, or has nothing to say. */
    enum Ending {
        PRESSES_HASH,
        HANGS_UP,
        /** Before there is anything to speak to. */
        HANGS_UP_EARLY,
        /** For whatever comes. */
        WAITS
    }

    Caller(String words, Ending ending, String kind) {
        this(words, ending, kind, PersonScript::doesNotAnswer);
    }

    Caller(String words, Ending ending, String kind, Consumer<PersonScript> desk) {
        this.words = words;
        this.ending = ending;
        this.kind = kind;
        this.desk = desk;
    }

    /** The number of this caller. */
    public String number() {
        return "+1604555%04d".formatted(100 + ordinal());
    }

    /** What this caller says; empty for nothing. */
    public Optional<String> words() {
        return Optional.ofNullable(words);
    }

    /** The kind of ticket that there must be; empty for no ticket. */
    public Optional<String> kind() {
        return Optional.ofNullable(kind);
    }

    /** Whether a recording must be stored. */
    public boolean isRecorded() {
        return kind != null && !"MISSED".equals(kind);
    }

    /** Whether these tickets are what there must be. */
    public boolean isServedBy(Iterable<Ticket> tickets) {
        int count = 0;
        boolean good = true;
        for (Ticket ticket : tickets) {
            count++;
            good &= ticket.kind().equals(kind) && words().equals(Optional.ofNullable(ticket.transcript()));
        }
        return good && count == (kind == null ? 0 : 1);
    }

    /** What this caller does, for people. */
    public String describe() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    Ending ending() {
        return ending;
    }

    void script(PersonScript person, PersonScript deskPhone) {
        desk.accept(deskPhone);
        if (ending == Ending.HANGS_UP_EARLY) {
            person.hangsUpAfter(EARLY);
        }
    }
}
