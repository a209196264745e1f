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
package io.acscall.camel.pacing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.acscall.camel.event.CallEvent;

/**
 * Which events free permits, on whatever node they come in.
 */
final class PermitEvents {

    private final HeldPermits permits;
    private final PacingThreads threads;
    private final Map<String, Consumer<CallEvent>> freeing = Map.of(
            "CallDisconnected", this::callEnded,
            "CreateCallFailed", this::callEnded,
            "AddParticipantFailed", this::legEnded,
            "RemoveParticipantSucceeded", this::legEnded,
            "CancelAddParticipantSucceeded", this::invitationEnded,
            "ParticipantsUpdated", this::participants);

    PermitEvents(HeldPermits permits, PacingThreads threads) {
        this.permits = permits;
        this.threads = threads;
    }

    /** Returns at once. */
    void offer(CallEvent event) {
        Consumer<CallEvent> frees = freeing.get(event.shortType());
        if (frees != null && event.callConnectionId() != null) {
            frees.accept(event);
        }
    }

    private void callEnded(CallEvent event) {
        permits.remember(event.callConnectionId());
        threads.hand(() -> permits.callEnded(event.callConnectionId()));
    }

    private void legEnded(CallEvent event) {
        String rawId = rawId(event.data().get("participant"));
        if (rawId != null) {
            threads.hand(() -> permits.legEnded(event.callConnectionId(), rawId));
        }
    }

    /** The event names nobody; who invited knows whom. */
    private void invitationEnded(CallEvent event) {
        if (event.data().get("invitationId") instanceof String invitation) {
            free(permits.of(event.callConnectionId()).filter(permit -> permit.isInvitedBy(invitation)).toList());
        }
    }

    /** Who hangs up is told of by nothing else. In order, and so before anything is handed over. */
    private void participants(CallEvent event) {
        if (event.data().get("participants") instanceof Collection<?> people) {
            Collection<String> present
                    = people.stream().filter(Map.class::isInstance).map(person -> rawId(((Map<?, ?>) person).get("identifier")))
                            .filter(rawId -> rawId != null).collect(Collectors.toSet());
            free(permits.of(event.callConnectionId())
                    .filter(permit -> permit.rawId() != null && permit.hasLeft(present.contains(permit.rawId()))).toList());
        }
    }

    private void free(List<HeldPermit> over) {
        if (!over.isEmpty()) {
            threads.hand(() -> over.forEach(permits::free));
        }
    }

    private static String rawId(Object identifier) {
        return identifier instanceof Map<?, ?> fields && fields.get("rawId") instanceof String rawId ? rawId : null;
    }
}
