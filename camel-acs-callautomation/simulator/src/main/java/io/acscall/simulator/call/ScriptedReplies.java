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
package io.acscall.simulator.call;

import java.util.Optional;
import java.util.function.Predicate;

import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.people.Input;
import io.acscall.simulator.people.People;

/** What people in a call do by script when they are asked for something. All under the lock of the call. */
public final class ScriptedReplies {

    private final People people;
    private final CallNotes notes;

    public ScriptedReplies(People people, CallNotes notes) {
        this.people = people;
        this.notes = notes;
    }

    /**
     * The first thing in somebody's script, as it is now, that was not done in this call yet. Who hears keys all the
     * time hears it, too, and so do streams.
     *
     * @param  wanted which of that will do
     * @return        empty when there is nothing more, or the person is not on the line
     */
    public Optional<Input> next(Call call, Identifier person, Predicate<Input> wanted) {
        Optional<Input> next = call.party(person).filter(party -> !party.isRinging())
                .flatMap(party -> party.next(people.script(person).inputs(), wanted));
        next.ifPresent(input -> {
            notes.input(call, person, input, false);
            call.legs().forEach(leg -> {
                leg.tones().hear(person, input);
                leg.streams().hear(person, input, null);
            });
        });
        return next;
    }
}
