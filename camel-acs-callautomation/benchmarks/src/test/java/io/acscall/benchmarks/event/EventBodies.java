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
package io.acscall.benchmarks.event;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.acscall.simulator.fixtures.EventFixture;
import io.acscall.simulator.fixtures.Fixtures;

/**
 * Bodies as the service posts them, of all types that the SDK knows, too: each with an event id that was never there
 * before, of one of many calls.
 */
final class EventBodies {

    private static final int CALLS = 10_000;
    private static final int CALL_DIGITS = 12;
    private static final int EVENT_DIGITS = 12;
    /** Types that came after the SDK's api-version, which its parser does not know. */
    private static final Set<String> KNOWN = Set.of(
            "CallConnected", "CallDisconnected", "AddParticipantSucceeded", "AddParticipantFailed", "ParticipantsUpdated",
            "CallTransferAccepted", "CallTransferFailed", "RecordingStateChanged", "PlayCompleted", "PlayFailed",
            "PlayCanceled", "RecognizeCompleted", "RecognizeFailed", "RecognizeCanceled", "RemoveParticipantSucceeded",
            "RemoveParticipantFailed");

    private final List<Template> templates;
    private long number;

    private record Template(byte[] body, List<Integer> callPlaces, int idPlace) {
    }

    /** All of them, in turn. */
    EventBodies() {
        templates = Fixtures.callbackEvents().stream().filter(event -> KNOWN.contains(event.type())).map(EventBodies::template)
                .toList();
    }

    private static Template template(EventFixture event) {
        String text = new String(event.bytes(), StandardCharsets.UTF_8);
        String id = event.event().path("id").asText();
        List<Integer> calls = new ArrayList<>();
        for (int at = text.indexOf(Fixtures.CALL_CONNECTION_ID);
             at >= 0;
             at = text.indexOf(Fixtures.CALL_CONNECTION_ID, at + 1)) {
            calls.add(at + Fixtures.CALL_CONNECTION_ID.length() - CALL_DIGITS);
        }
        return new Template(event.bytes(), calls, text.indexOf(id) + id.length() - EVENT_DIGITS);
    }

    /** How many different ones there are. */
    int kinds() {
        return templates.size();
    }

    /** The next body; one thread at a time. */
    byte[] next() {
        long next = number++;
        Template template = templates.get((int) (next % templates.size()));
        byte[] body = template.body().clone();
        write(body, template.idPlace(), EVENT_DIGITS, next);
        // a prime, so that neighbours belong to different calls
        long call = next * 7_919 % CALLS;
        template.callPlaces().forEach(place -> write(body, place, CALL_DIGITS, call));
        return body;
    }

    private static void write(byte[] body, int place, int digits, long number) {
        long rest = number;
        for (int at = place + digits - 1; at >= place; at--) {
            body[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
