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
package io.acscall.simulator.replay;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.call.CallerDetails;
import io.acscall.simulator.call.Direction;
import io.acscall.simulator.call.Place;
import io.acscall.simulator.json.Json;

/**
 * How a recorded call began and whether it was over.
 *
 * @param direction    who began it
 * @param from         who called, of an incoming call; null for others
 * @param to           who was called, of an incoming call; null for others
 * @param details      what the caller brought along; never null
 * @param participants who talked before the application came, of a call between people
 * @param place        group or room; never null
 * @param ended        whether it was over when it was recorded
 * @param endReason    why, for people; or null
 */
public record RecordedCall(Direction direction, String from, String to, CallerDetails details, List<String> participants,
        Place place, boolean ended, String endReason) {

    public RecordedCall {
        participants = List.copyOf(participants);
    }

    static RecordedCall of(FileNode call) {
        String name = call.text("direction");
        Direction direction = Direction.of(name).orElseThrow(
                () -> call.wrong("direction", "it must be incoming, outgoing or betweenPeople"));
        boolean incoming = direction == Direction.INCOMING;
        List<String> participants = call.texts("participants");
        if (direction == Direction.BETWEEN_PEOPLE && participants.isEmpty()) {
            throw call.wrong("participants", "who talked must be told");
        }
        CallerDetails details = new CallerDetails(
                call.optionalText("displayName").orElse(null), call.object("customContext").orElse(null),
                call.object("onBehalfOf").orElse(null));
        return new RecordedCall(
                direction, incoming ? call.text("from") : null, incoming ? call.text("to") : null, details, participants,
                new Place(call.optionalText("groupId").orElse(null), call.optionalText("roomId").orElse(null)),
                call.flag("ended"), call.optionalText("endReason").orElse(null));
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object().put("direction", direction.wireName());
        putText(json, "from", from);
        putText(json, "to", to);
        putText(json, "displayName", details.displayName());
        putObject(json, "customContext", details.customContext());
        putObject(json, "onBehalfOf", details.onBehalfOf());
        if (!participants.isEmpty()) {
            ArrayNode all = json.putArray("participants");
            participants.forEach(all::add);
        }
        putText(json, "groupId", place.groupCallId());
        putText(json, "roomId", place.roomId());
        json.put("ended", ended);
        putText(json, "endReason", endReason);
        return json;
    }

    private static void putText(ObjectNode json, String name, String value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private static void putObject(ObjectNode json, String name, JsonNode value) {
        if (value != null) {
            json.set(name, value);
        }
    }
}
