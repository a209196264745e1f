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

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What is taken of the raw fields that the user lays under a request. Names are compared without case, for nobody says
 * that the service heeds it.
 */
final class RawFields {

    /** Never taken: they decide where events go and which call or person is meant. */
    private static final Set<String> NEVER = names("callbackUri", "operationCallbackUri", "recordingStateCallbackUri",
            "callConnectionId", "serverCallId", "incomingCallContext", "fromCall", "callLocator", "repeatabilityRequestId",
            "repeatabilityFirstSent");
    private static final List<String> STREAMS = List.of("mediaStreamingOptions", "transcriptionOptions");
    /** Where the sound and the words of a call go. */
    private static final Set<String> NEVER_OF_STREAMS = names("transportUrl");
    /** Looked at under this very name, so a field whose name differs in case only would go by unseen. */
    private static final Set<String> EXACT = Set.of("targets", "target", "targetParticipant", "participantToAdd",
            "sourceCallerIdNumber", STREAMS.get(0), STREAMS.get(1));
    private static final Set<String> EXACT_IN_ANY_CASE = names(EXACT.toArray(String[]::new));

    private RawFields() {
    }

    /** The fields that are taken; an object of its own, empty when the user gives none. */
    static ObjectNode of(Inputs inputs) {
        ObjectNode raw = inputs.bodyFields();
        if (raw == null) {
            return JsonNodeFactory.instance.objectNode();
        }
        remove(raw, NEVER);
        raw.propertyStream().map(Map.Entry::getKey).filter(EXACT_IN_ANY_CASE::contains).filter(name -> !EXACT.contains(name))
                .toList().forEach(raw::remove);
        for (String stream : STREAMS) {
            if (raw.get(stream) instanceof ObjectNode options) {
                remove(options, NEVER_OF_STREAMS);
            }
        }
        return raw;
    }

    private static void remove(ObjectNode object, Set<String> inAnyCase) {
        object.propertyStream().map(Map.Entry::getKey).filter(inAnyCase::contains).toList().forEach(object::remove);
    }

    private static Set<String> names(String... names) {
        Set<String> inAnyCase = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Collections.addAll(inAnyCase, names);
        return Collections.unmodifiableSet(inAnyCase);
    }
}
