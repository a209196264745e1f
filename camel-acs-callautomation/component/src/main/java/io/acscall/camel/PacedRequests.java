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
package io.acscall.camel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.camel.client.Participant;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.pacing.PacingRequest;

/**
 * Which requests ring phone numbers from a number of the resource. Transfers and redirects do not count: the service
 * tells nobody when the call that they make ends.
 */
final class PacedRequests {

    /** Where the actions name those whom they ring. */
    private static final Map<String, String> WHO_IS_RUNG
            = Map.of("createCall", "targets", "createGroupCall", "targets", "addParticipant", "participantToAdd");

    private PacedRequests() {
    }

    static boolean areMadeBy(String action) {
        return WHO_IS_RUNG.containsKey(action);
    }

    /**
     * What a request needs permits for.
     *
     * @param  action  its name
     * @param  request as it is sent, so that raw fields of the user count, too
     * @param  call    the call that somebody is added to, {@code null} for a new one
     * @param  id      of an earlier try, {@code null} for the first
     * @return         empty when it rings no phone number
     */
    static Optional<PacingRequest> of(String action, ServiceRequest request, String call, String id) {
        String caller = request.body().path("sourceCallerIdNumber").path("value").asText();
        List<String> numbers = numbers(request.body().path(WHO_IS_RUNG.get(action)));
        return caller.isEmpty() || numbers.isEmpty()
                ? Optional.empty()
                : Optional.of(new PacingRequest(id == null ? UUID.randomUUID().toString() : id, action, caller, numbers, call));
    }

    private static List<String> numbers(JsonNode people) {
        List<String> numbers = new ArrayList<>();
        for (JsonNode person : people.isArray() ? people : List.of(people)) {
            Participant participant = Participant.fromJson(person);
            if (participant.isPhoneNumber()) {
                numbers.add(participant.rawId());
            }
        }
        return numbers;
    }
}
