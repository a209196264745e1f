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

import java.util.Comparator;

import io.acscall.camel.client.Participant;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.CallEventType;
import io.acscall.camel.event.EventKind;
import io.acscall.camel.event.EventTypeSelection;

/**
 * Which events a consumer takes.
 *
 * @param operation the kind of consumer
 * @param types     the types that it takes
 * @param to        the pattern for the called party, {@code *} for all
 * @param from      the pattern for the caller, {@code *} for all
 * @param relay     whether what it takes is only handed on
 */
record EventFilter(AcsCallOperation operation, EventTypeSelection types, String to, String from, boolean relay) {

    private static final String ALL = "*";
    private static final int EXACT = Integer.MAX_VALUE;

    /** The most specific filter first: by the called party, then by the caller. */
    static final Comparator<EventFilter> MOST_SPECIFIC_FIRST
            = Comparator.<EventFilter> comparingInt(filter -> weight(filter.to)).thenComparingInt(filter -> weight(filter.from))
                    .reversed();

    static EventFilter of(AcsCallEndpoint endpoint) {
        AcsCallOperation operation = endpoint.getOperation();
        boolean incoming = operation == AcsCallOperation.incomingCall;
        boolean typed = operation == AcsCallOperation.events || operation == AcsCallOperation.eventGrid;
        refuse(endpoint, !typed && endpoint.getEventTypes() != null, "eventTypes");
        refuse(endpoint, !typed && endpoint.isRelay(), "relay");
        refuse(endpoint, !incoming && endpoint.getTo() != null, "to");
        refuse(endpoint, !incoming && endpoint.getFrom() != null, "from");
        return new EventFilter(
                operation, EventTypeSelection.of(endpoint.getEventTypes(), operation.source().orElse(EventKind.CALLBACK)),
                pattern("to", endpoint.getTo()), pattern("from", endpoint.getFrom()), endpoint.isRelay());
    }

    private static void refuse(AcsCallEndpoint endpoint, boolean set, String option) {
        if (set) {
            throw new IllegalArgumentException(
                    "acs-call:" + endpoint.getOperation() + " does not use the option " + option
                                               + ". acs-call:events and acs-call:eventGrid take eventTypes and relay; acs-call:incomingCall takes to and from");
        }
    }

    private static String pattern(String option, String written) {
        if (written == null || written.isBlank()) {
            return ALL;
        }
        String pattern = written.trim();
        if (pattern.endsWith(ALL)) {
            return pattern;
        }
        try {
            return Participant.parse(pattern).notation();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Option '" + option + "' " + e.getMessage() + ". A good value: " + option + "=+18001234567 or " + option
                                               + "=+1800*",
                    e);
        }
    }

    boolean takes(CallEvent event) {
        return switch (operation) {
            case events -> event.kind() == EventKind.CALLBACK && types.matches(event);
            case eventGrid -> event.kind() == EventKind.EVENT_GRID && types.matches(event);
            case recordingFile -> isOf(CallEventType.RECORDING_FILE_STATUS_UPDATED, event);
            case incomingCall ->
                isOf(CallEventType.INCOMING_CALL, event) && matches(to, event, "to") && matches(from, event, "from");
            default -> false;
        };
    }

    private static boolean isOf(CallEventType type, CallEvent event) {
        return type.fullName().equals(event.type());
    }

    private static boolean matches(String pattern, CallEvent event, String field) {
        if (ALL.equals(pattern)) {
            return true;
        }
        Participant party = IncomingCall.party(event, field);
        return party != null
                && (AllowedTargets.matches(pattern, party.notation()) || AllowedTargets.matches(pattern, party.rawId()));
    }

    /** Whether some calls fit both filters equally well, so that nothing says which one gets them. */
    boolean collidesWith(EventFilter other) {
        return operation == AcsCallOperation.incomingCall && other.operation == operation && to.equals(other.to)
                && from.equals(other.from);
    }

    /** Whether the event is handed on, and handled elsewhere. */
    boolean relays(CallEvent event) {
        return relay && takes(event);
    }

    /** Whether one event goes to one consumer only. */
    boolean isExclusive() {
        return operation == AcsCallOperation.incomingCall;
    }

    private static int weight(String pattern) {
        return pattern.endsWith(ALL) ? pattern.length() : EXACT;
    }

    /** The options as they were written, for messages. */
    String describe() {
        return "acs-call:" + operation + "?to=" + to + "&from=" + from;
    }
}
