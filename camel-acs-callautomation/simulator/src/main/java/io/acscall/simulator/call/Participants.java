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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.json.Json;

/**
 * Who is in a call, as the service shows it (CallParticipant): applications that are connected and people who are on
 * the line. Nobody whose phone rings is among them. Called under the lock of the call.
 */
public final class Participants {

    private Participants() {
    }

    /** All of them, applications first, in the order they came. */
    public static List<ObjectNode> of(Call call) {
        List<ObjectNode> all = new ArrayList<>();
        call.legs().stream().filter(leg -> leg.state() == LegState.CONNECTED && leg.answersAs() == null)
                .forEach(leg -> all.add(json(leg.setup().app(), false, false)));
        call.joined().forEach(party -> all.add(json(party)));
        return all;
    }

    /** One of them. */
    public static Optional<ObjectNode> of(Call call, Identifier who) {
        return of(call).stream().filter(one -> who.rawId().equals(one.at("/identifier/rawId").textValue())).findFirst();
    }

    /** A person, whether on the line or not. */
    public static ObjectNode json(Party party) {
        return json(party.identifier(), party.muted(), party.onHold());
    }

    /** Who can be heard, in the order they came. */
    static List<Identifier> voices(Call call) {
        return call.joined().stream().filter(party -> !party.muted() && !party.onHold()).map(Party::identifier).toList();
    }

    static ArrayNode array(Call call) {
        ArrayNode array = Json.array();
        of(call).forEach(array::add);
        return array;
    }

    private static ObjectNode json(Identifier identifier, boolean muted, boolean onHold) {
        ObjectNode json = Json.object();
        json.set("identifier", identifier.toJson());
        return json.put("isMuted", muted).put("isOnHold", onHold);
    }
}
