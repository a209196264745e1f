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
import java.util.List;
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
     * Presses keys when asked for, after all that was said before about what to do when asked. A recognition takes the
     * first that it can hear and that this call has not used yet; once all are used up the person stays silent. The
     * start of continuous DTMF recognition asks for keys once, too, and hears all that are pressed after it.
     *
     * @param  tones                    such as {@code 12#}; several times are separated by commas, {@code 1,12#} is
     *                                  {@code 1} for the first recognition and {@code 12#} for the second, {@code ,1}
     *                                  silence for the first
     * @throws IllegalArgumentException when there is something that is not a key
     */
    public PersonScript presses(String tones) {
        return does(Input.toneList(tones));
    }

    /**
     * Says something when asked for; in its turn, as {@link #presses}.
     *
     * @param speech the words; blank for a mumble that is not understood (8563)
     */
    public PersonScript says(String speech) {
        return does(List.of(Input.speech(speech)));
    }

    /**
     * Makes a choice when asked for, by saying its first phrase; in its turn, as {@link #presses}.
     *
     * @param label the label of the choice, in any case; one that is not offered is a choice that does not match (8547)
     */
    public PersonScript chooses(String label) {
        return does(List.of(Input.choice(label)));
    }

    /** Does nothing when asked for something, once; in its turn, as {@link #presses}. */
    public PersonScript staysSilent() {
        return does(List.of(Input.silence()));
    }

    private PersonScript does(List<Input> inputs) {
        return change(script -> script.withMore(inputs));
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
