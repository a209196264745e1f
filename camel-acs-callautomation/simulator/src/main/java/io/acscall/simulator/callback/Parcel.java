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
package io.acscall.simulator.callback;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.acscall.simulator.fault.CallbackFate;
import io.acscall.simulator.fault.CallbackFault;
import io.acscall.simulator.token.TokenKind;

/**
 * A callback request that is to be sent.
 *
 * @param number  number of its newest event within the call
 * @param target  where to
 * @param body    an array of events
 * @param fate    what is to go wrong with it
 * @param marks   what went wrong with it so far, as the timeline shows it
 * @param attempt which attempt this is, from 1
 */
record Parcel(long number, URI target, JsonNode body, CallbackFate fate, List<String> marks, int attempt) {

    Parcel {
        marks = List.copyOf(marks);
    }

    static Parcel of(long number, URI target, JsonNode body, CallbackFate fate) {
        Parcel parcel = new Parcel(number, target, body, fate, List.of(), 1);
        for (CallbackFault fault : fate.faults()) {
            parcel = fault.token() == TokenKind.VALID ? parcel : parcel.marked(fault);
        }
        return parcel;
    }

    boolean has(CallbackFault fault) {
        return fate.has(fault);
    }

    Parcel marked(CallbackFault fault) {
        List<String> all = new ArrayList<>(marks);
        if (!all.contains(fault.wireName())) {
            all.add(fault.wireName());
        }
        return new Parcel(number, target, body, fate, all, attempt);
    }

    /** One request for the events of both. */
    Parcel with(Parcel next) {
        ArrayNode all = body.deepCopy();
        next.body.forEach(all::add);
        return new Parcel(next.number, target, all, fate, marks, attempt).marked(CallbackFault.BATCHED);
    }

    Parcel again() {
        return new Parcel(number, target, body, fate, marks, attempt + 1);
    }

    /** What the timeline calls its faults; null for none. */
    String fault() {
        return marks.isEmpty() ? null : String.join(", ", marks);
    }
}
