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
package io.acscall.camel.action;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.camel.client.Participant;
import io.acscall.camel.client.ParticipantKind;

/**
 * Makes the JSON of a request: the user's raw fields below, the options over them.
 */
final class RequestBody {

    private final Inputs inputs;
    private final ObjectNode json;

    private RequestBody(Inputs inputs, ObjectNode json) {
        this.inputs = inputs;
        this.json = json;
    }

    RequestBody(Inputs inputs) {
        this.inputs = inputs;
        this.json = RawFields.of(inputs);
    }

    RequestBody text(String field, Option<String> option) {
        inputs.get(option).ifPresent(value -> json.put(field, value));
        return this;
    }

    RequestBody required(String field, Option<String> option) {
        json.put(field, inputs.require(option));
        return this;
    }

    /** The participant of an option that the action can do without. */
    RequestBody participant(String field, Option<Participant> option) {
        inputs.get(option).ifPresent(one -> json.set(field, one.toJson()));
        return this;
    }

    RequestBody seconds(String field, Option<Duration> option) {
        inputs.get(option).ifPresent(value -> json.put(field, value.toSeconds()));
        return this;
    }

    /** The option, else what the raw fields hold, else the default of the service's own clients. */
    RequestBody secondsOr(String field, Option<Duration> option, Duration otherwise) {
        if (inputs.get(option).isPresent() || !json.hasNonNull(field)) {
            json.put(field, inputs.get(option).orElse(otherwise).toSeconds());
        }
        return this;
    }

    /** The object in a field, over the raw fields that are there. */
    RequestBody nested(String field) {
        return new RequestBody(inputs, json.get(field) instanceof ObjectNode raw ? raw : json.putObject(field));
    }

    RequestBody flag(String field, Option<Boolean> option) {
        inputs.get(option).ifPresent(value -> json.put(field, value));
        return this;
    }

    RequestBody set(String field, JsonNode value) {
        if (value != null) {
            json.set(field, value);
        }
        return this;
    }

    /**
     * {@code {"value": "+1…"}}, the form of a caller id. The component's own one is meant for phones: calls to users go
     * without, because some kinds of them refuse it.
     */
    RequestBody callerId(List<Participant> targets) {
        boolean phone = targets.stream().anyMatch(target -> target.kind() == ParticipantKind.PHONE_NUMBER);
        if (phone || inputs.raw(Options.SOURCE_CALLER_ID) != null) {
            inputs.get(Options.SOURCE_CALLER_ID)
                    .ifPresent(number -> json.putObject("sourceCallerIdNumber").put("value", number.notation()));
        }
        return this;
    }

    /** {@code {"id": "8:acs:…"}}, the form of an ACS user that acts for the application. */
    RequestBody user(String field, Option<Participant> option) {
        inputs.get(option).ifPresent(user -> json.putObject(field).put("id", user.rawId()));
        return this;
    }

    RequestBody people(String field, Option<List<Participant>> option) {
        inputs.get(option).ifPresent(people -> json.set(field, array(people, true)));
        return this;
    }

    /** People by whom the service knows the channels of a recording. */
    RequestBody channels(String field, Option<Map<Integer, Participant>> option) {
        inputs.get(option).ifPresent(channels -> {
            ArrayNode all = json.putArray(field);
            channels.forEach((channel, who) -> all.addObject().put("channel", channel).set("participant", who.toJson()));
        });
        return this;
    }

    /** {@code {"appId": "…"}}, the form of a Teams app that acts for the application. */
    RequestBody teamsApp(String field, Option<Participant> option) {
        inputs.get(option).ifPresent(app -> json.set(field, app.toJson().get("microsoftTeamsApp")));
        return this;
    }

    /** The context on the wire: the user's, or the wait's around it. */
    RequestBody context() {
        String user = inputs.get(Options.OPERATION_CONTEXT).or(() -> rawText("operationContext")).orElse(null);
        String wire = inputs.wireContext(user);
        if (wire != null) {
            json.put("operationContext", wire);
        }
        return this;
    }

    RequestBody intelligence() {
        inputs.get(Options.COGNITIVE_SERVICES_ENDPOINT)
                .ifPresent(endpoint -> json.putObject("callIntelligenceOptions").put("cognitiveServicesEndpoint", endpoint));
        return this;
    }

    /**
     * The people that an action rings, all of them allowed ones: from the option, else from the raw field. Raw ones are
     * read and written anew, so that an identifier whose parts differ can't pass the check with one part and ring
     * another.
     */
    List<Participant> targets(String field, Option<List<Participant>> option) {
        List<Participant> targets = inputs.get(option).or(() -> rawParticipants(field, option))
                .orElseThrow(() -> InvalidInputException.missing(inputs.action(), option));
        targets.forEach(inputs::checkAllowed);
        return targets;
    }

    /** The one person that an action rings. */
    Participant target(String field, String rule) {
        List<Participant> targets = targets(field, Options.TARGETS);
        return one(targets, rule);
    }

    /** People who are in the call already: nobody is rung, so everybody is allowed. */
    List<Participant> present(String field) {
        return inputs.get(Options.TARGETS).or(() -> rawParticipants(field, Options.TARGETS))
                .orElseThrow(() -> InvalidInputException.missing(inputs.action(), Options.TARGETS));
    }

    /** The same, or the one other party of a 1:1 call when nobody is named. */
    List<Participant> presentOrRemoteParty(String field) {
        return inputs.get(Options.TARGETS).or(() -> rawParticipants(field, Options.TARGETS))
                .or(() -> inputs.get(Options.REMOTE_PARTY).map(List::of))
                .orElseThrow(() -> InvalidInputException.missing(inputs.action(), Options.TARGETS));
    }

    /** The one person in the call that an action of media is about, in the form that the service's own clients send. */
    RequestBody oneInCall(String field, String rule) {
        return set(field, one(presentOrRemoteParty(field), rule).toJsonWithoutKind());
    }

    /** The one person of several, refused where there are more. */
    Participant one(List<Participant> targets, String rule) {
        checkOne(inputs.action(), targets, rule);
        return targets.get(0);
    }

    static void checkOne(String action, List<Participant> targets, String rule) {
        if (targets.size() > 1) {
            throw InvalidInputException.rule(action, Options.TARGETS.name(),
                    "option 'target' names %d participants, %s".formatted(targets.size(), rule));
        }
    }

    private Optional<List<Participant>> rawParticipants(String field, Option<List<Participant>> option) {
        JsonNode raw = json.get(field);
        if (raw == null || raw.isNull() || raw.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(option.read(inputs.action(), raw.isArray() ? List.copyOf(elements(raw)) : raw));
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /** A text of the raw fields. */
    Optional<String> rawText(String field) {
        return Optional.ofNullable(json.get(field)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    /** What the user's raw fields hold, or {@code null}. */
    JsonNode raw(String field) {
        return json.get(field);
    }

    boolean has(String field) {
        return json.hasNonNull(field) && !json.get(field).isEmpty();
    }

    static ArrayNode array(List<Participant> participants, boolean withKind) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        participants.forEach(one -> array.add(withKind ? one.toJson() : one.toJsonWithoutKind()));
        return array;
    }

    ObjectNode toJson() {
        return json;
    }
}
