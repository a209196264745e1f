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

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

import com.azure.communication.common.CommunicationIdentifier;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.acscall.camel.client.Participant;
import io.acscall.camel.client.ParticipantKind;

/**
 * The forms in which people and apps are named: texts, the SDK's identifiers, JSON, and lists of them.
 */
final class ParticipantReaders {

    private static final Set<ParticipantKind> USERS
            = Set.of(ParticipantKind.COMMUNICATION_USER, ParticipantKind.TEAMS_EXTENSION_USER);
    private static final Set<ParticipantKind> TEAMS_APPS = Set.of(ParticipantKind.MICROSOFT_TEAMS_APP);

    private ParticipantReaders() {
    }

    static Participant participant(Object raw) {
        List<Participant> all = participants(raw);
        if (all.size() != 1) {
            throw new IllegalArgumentException("names " + all.size() + " participants where exactly one is meant");
        }
        return all.get(0);
    }

    static Participant phoneNumber(Object raw) {
        Participant one = participant(raw);
        if (!one.isPhoneNumber()) {
            throw new IllegalArgumentException("is not a phone number with + and country code");
        }
        return one;
    }

    /** A user of the resource, in whose name the application can act. */
    static Participant user(Object raw) {
        return ofKind(raw, USERS, "is not an ACS user");
    }

    static Participant teamsApp(Object raw) {
        return ofKind(raw, TEAMS_APPS, "is not a Teams app");
    }

    private static Participant ofKind(Object raw, Set<ParticipantKind> kinds, String otherwise) {
        Participant one = participant(raw);
        if (!kinds.contains(one.kind())) {
            throw new IllegalArgumentException(otherwise);
        }
        return one;
    }

    static List<Participant> participants(Object raw) {
        List<Participant> all = flatten(raw).stream().map(ParticipantReaders::one).toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("names nobody");
        }
        return all;
    }

    /** Who is on which channel of a recording: channels from 0 to 4. */
    static Map<Integer, Participant> byChannel(Object raw) {
        Map<Integer, Participant> channels = new TreeMap<>();
        Readers.map(raw).keySet().forEach(channel -> {
            if (!channel.matches("[0-4]")) {
                throw new IllegalArgumentException("names a channel that is no number from 0 to 4");
            }
        });
        ((Map<?, ?>) raw).forEach((channel, who) -> channels.put(Integer.valueOf(channel.toString()),
                participant(who instanceof CharSequence text ? PlusSign.restore(text.toString()) : who)));
        return Collections.unmodifiableMap(channels);
    }

    private static Collection<?> flatten(Object raw) {
        if (raw instanceof Collection<?> collection) {
            return collection;
        }
        if (raw instanceof ArrayNode array) {
            return StreamSupport.stream(array.spliterator(), false).toList();
        }
        if (raw instanceof Object[] array) {
            return Arrays.asList(array);
        }
        if (raw instanceof String text && text.indexOf(',') < 0 && !text.isBlank()) {
            return List.of(text);
        }
        if (raw instanceof CharSequence text) {
            return Arrays.stream(text.toString().split(",")).filter(part -> !part.isBlank()).toList();
        }
        return List.of(raw);
    }

    private static Participant one(Object item) {
        if (item instanceof Participant participant) {
            return participant;
        }
        if (item instanceof CommunicationIdentifier identifier) {
            return Participant.ofRawId(identifier.getRawId());
        }
        if (item instanceof JsonNode json && json.isObject()) {
            return Participant.fromJson(json);
        }
        if (item == null) {
            throw new IllegalArgumentException("holds an empty entry");
        }
        String text = item instanceof JsonNode json ? json.asText() : item.toString();
        return Participant.parse(text);
    }
}
