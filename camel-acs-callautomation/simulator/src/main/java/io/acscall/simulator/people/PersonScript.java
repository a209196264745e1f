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
package io.acscall.simulator.people;

import java.time.Duration;
import java.util.function.UnaryOperator;

import io.acscall.simulator.identity.Identifier;

/**
 * Says how a person on the phone behaves. Each method takes effect at once, for calls that come after it. A person
 * without a script accepts every call at once and stays until the other side hangs up.
 */
public final class PersonScript {

    private final People people;
    private final Identifier person;

    public PersonScript(People people, Identifier person) {
        this.people = people;
        this.person = person;
    }

    /** Takes the call when it rings. */
    public PersonScript accepts() {
        return change(script -> script.withAnswer(Answer.ACCEPT));
    }

    /**
     * Takes the call after it rang for a while.
     *
     * @param ringing how long it rings; zero for at once
     */
    public PersonScript answersAfter(Duration ringing) {
        return change(script -> script.withAnswer(Answer.ACCEPT).withAfter(notNegative(ringing)));
    }

    /** Refuses the call (603), after the delay that was set last, at once by default. */
    public PersonScript declines() {
        return change(script -> script.withAnswer(Answer.DECLINE));
    }

    /** Is on the phone already (486/560486). */
    public PersonScript busy() {
        return change(script -> script.withAnswer(Answer.BUSY));
    }

    /** Lets it ring until the service gives up (487/10004). */
    public PersonScript doesNotAnswer() {
        return change(script -> script.withAnswer(Answer.NO_ANSWER));
    }

    /**
     * Hangs up after a while on the line, counted from joining the call: for a callee from taking it, for a caller from
     * being answered.
     */
    public PersonScript hangsUpAfter(Duration onTheLine) {
        return change(script -> script.withHangsUpAfter(notNegative(onTheLine)));
    }

    /** As a caller, hangs up when nobody has answered after a while; the incoming call is then gone (404/8522). */
    public PersonScript givesUpAfter(Duration ringing) {
        return change(script -> script.withGivesUpAfter(notNegative(ringing)));
    }

    /**
     * Presses keys when asked for.
     *
     * @param tones such as {@code 12#}
     */
    public PersonScript presses(String tones) {
        return change(script -> script.withTones(tones));
    }

    /**
     * Says something when asked for.
     *
     * @param speech the words
     */
    public PersonScript says(String speech) {
        return change(script -> script.withSpeech(speech));
    }

    private PersonScript change(UnaryOperator<Script> change) {
        people.change(person, change);
        return this;
    }

    private static Duration notNegative(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException(
                    "A person cannot act before the call: " + duration + "; use Duration.ZERO or more");
        }
        return duration;
    }
}
