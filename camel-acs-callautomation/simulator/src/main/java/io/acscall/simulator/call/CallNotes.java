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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.people.Input;
import io.acscall.simulator.timeline.EntryKind;
import io.acscall.simulator.timeline.Timeline;
import io.acscall.simulator.timeline.TimelineDraft;

/** Writes down what people do. */
public final class CallNotes {

    private final Timeline timeline;

    public CallNotes(Timeline timeline) {
        this.timeline = timeline;
    }

    /**
     * @param action what was done, in one word
     * @param detail a sentence, or null for "person action"
     */
    public void person(Call call, Identifier person, String action, String detail) {
        person(call, person, action, detail, Json.object());
    }

    /** As {@link #person(Call, Identifier, String, String)}, by somebody who may be led by hand. */
    void person(Call call, Party party, String action, String detail) {
        person(call, party.identifier(), action, detail,
                party.ledByHand() ? Json.object().put("byHand", true) : Json.object());
    }

    /**
     * As {@link #person(Call, Identifier, String, String)}, for programs too.
     *
     * @param facts what else there is to know
     */
    void person(Call call, Identifier person, String action, String detail, ObjectNode facts) {
        ObjectNode body = Json.object().put("person", person.rawId());
        body.setAll(facts);
        timeline.add(TimelineDraft.of(EntryKind.PERSON, action).call(call.identity().id())
                .detail(person.display() + " " + (detail == null ? action : detail)).body(body));
    }

    /** Somebody answers a question: with keys, words, a choice or silence. */
    void input(Call call, Identifier person, Input input, boolean byHand) {
        ObjectNode facts = Json.object();
        if (byHand) {
            facts.put("byHand", true);
        }
        person(call, person, input.kind().wireName(), input.sentence(), facts.put("text", input.text()));
    }

    /** Anything else about a call. */
    public void note(Call call, String type, String detail) {
        timeline.add(TimelineDraft.of(EntryKind.NOTE, type).call(call.identity().id()).detail(detail));
    }

    /** As {@link #note}, of something that brings in somebody who is rung in another call. */
    void elsewhere(Call call, String type, String detail, Identifier rung) {
        timeline.add(TimelineDraft.of(EntryKind.NOTE, type).call(call.identity().id()).detail(detail)
                .body(Json.object().put("person", rung.rawId())));
    }
}
