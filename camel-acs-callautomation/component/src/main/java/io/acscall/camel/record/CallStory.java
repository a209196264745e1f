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
package io.acscall.camel.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.camel.outcome.OutcomeTable;

/**
 * Tells from requests and events what people did. Its entries are given to it in the order in which they happened.
 */
final class CallStory {

    private static final Map<String, BiConsumer<CallStory, Passage>> REQUESTS = Map.ofEntries(
            Map.entry("answerCall", (story, it) -> story.leg(it).joined(story.caller)),
            Map.entry("createCall", (story, it) -> it.body().path("targets").forEach(who -> story.rings(it, who))),
            Map.entry("addParticipant", (story, it) -> story.rings(it, it.body().path("participantToAdd"))),
            Map.entry("redirectCall", (story, it) -> story.redirected(it.body().path("target"))),
            Map.entry("transferCallToParticipant",
                    (story, it) -> story.leg(it).transfers(People.display(it.body().path("targetParticipant")), it.at())),
            Map.entry("removeParticipant",
                    (story, it) -> story.leg(it).excuses(People.display(it.body().path("participantToRemove")))),
            Map.entry("moveParticipants", (story, it) -> it.body().path("targetParticipants")
                    .forEach(who -> story.legs.values().forEach(leg -> leg.excuses(People.display(who))))),
            Map.entry("recognize", (story, it) -> story.leg(it).asks(it.body())),
            Map.entry("startContinuousDtmfRecognition",
                    (story, it) -> story.leg(it).listensTo(People.display(it.body().path("targetParticipant")))),
            Map.entry("stopContinuousDtmfRecognition", (story, it) -> story.leg(it).listensTo(null)),
            Map.entry("hangUp", (story, it) -> story.leg(it).ends(false)),
            Map.entry("terminateCall", (story, it) -> story.leg(it).ends(true)));

    private static final Map<String, BiConsumer<CallStory, Passage>> EVENTS = Map.ofEntries(
            Map.entry("CallConnected", (story, it) -> story.leg(it).connected(it.at())),
            Map.entry("CreateCallFailed", (story, it) -> story.over(it)),
            Map.entry("CallDisconnected", (story, it) -> story.over(it)),
            Map.entry("AddParticipantSucceeded", (story, it) -> story.leg(it).accepted(it.participant(), it.at())),
            Map.entry("AddParticipantFailed",
                    (story, it) -> story.leg(it).replied(it.participant(), it.refusal("addParticipant"), it.at())),
            Map.entry("CallTransferAccepted",
                    (story, it) -> story.leg(it).transferred(People.display(it.body().path("transferee")), it.at())),
            Map.entry("CallTransferFailed", (story, it) -> story.leg(it).transferFailed(it.refusal("transfer"), it.at())),
            Map.entry("ParticipantsUpdated", (story, it) -> story.participants(it)),
            Map.entry("RecognizeCompleted", (story, it) -> story.heard(it)),
            Map.entry("RecognizeFailed", (story, it) -> story.heard(it)),
            Map.entry("RecognizeCanceled", (story, it) -> story.heard(it)),
            Map.entry("ContinuousDtmfRecognitionToneReceived", (story, it) -> story.pressed(it)));

    private final People people;
    private final String caller;
    private final Set<String> us;
    private final Map<String, Leg> legs = new HashMap<>();
    private final List<Act> acts = new ArrayList<>();
    private boolean redirected;

    /**
     * Something that a person did and that is in no script.
     *
     * @param person who
     * @param action {@code hangUp} or {@code tones}
     * @param text   the keys, or {@code null}
     */
    record Act(String person, String action, String text) {
    }

    /**
     * A request that was taken or an event.
     *
     * @param at   when
     * @param name the operation, or the type of the event
     * @param leg  the connection
     * @param body of the request, or the data of the event
     */
    record Passage(Instant at, String name, String leg, JsonNode body) {

        String participant() {
            return People.display(body.path("participant"));
        }

        /** What a person did whom an operation did not reach. */
        String refusal(String operation) {
            JsonNode result = body.path("resultInformation");
            return switch (OutcomeTable.lookUp(operation, result.path("code").asInt(), result.path("subCode").asInt())) {
                case BUSY -> "busy";
                case DECLINED -> "decline";
                default -> "noAnswer";
            };
        }
    }

    /**
     * @param caller who called, or {@code null} when nobody did
     * @param us     the application as a participant, as far as it is known
     */
    CallStory(People people, String caller, Set<String> us) {
        this.people = people;
        this.caller = caller;
        this.us = us;
    }

    void request(Passage request) {
        REQUESTS.getOrDefault(request.name(), (story, it) -> {
        }).accept(this, request);
    }

    /**
     * An event has come.
     *
     * @return what people did to bring it about
     */
    List<Act> event(Passage event) {
        acts.clear();
        EVENTS.getOrDefault(event.name(), (story, it) -> {
        }).accept(this, event);
        return List.copyOf(acts);
    }

    /** Whether others talk on without the application. */
    boolean goesOn() {
        return redirected || legs.values().stream().anyMatch(Leg::goesOn);
    }

    private void redirected(JsonNode target) {
        people.meet(People.display(target));
        redirected = true;
    }

    private Leg leg(Passage passage) {
        return legs.computeIfAbsent(passage.leg(), id -> new Leg(people));
    }

    private void rings(Passage request, JsonNode who) {
        leg(request).rings(People.display(who), request.at());
    }

    private void over(Passage event) {
        hungUp(leg(event).disconnected(event.refusal("createCall"), event.at()));
    }

    private void participants(Passage event) {
        List<String> now = new ArrayList<>();
        event.body().path("participants").forEach(one -> now.add(People.display(one.path("identifier"))));
        now.removeIf(person -> person == null || us.contains(person) || isStranger(person));
        hungUp(leg(event).participants(now, event.at()));
    }

    /** An ACS user whom nobody rang: the service does not always say who the application is, but this must be it. */
    private boolean isStranger(String person) {
        return person.startsWith("8:acs:") && !people.knows(person);
    }

    private void hungUp(List<String> gone) {
        gone.forEach(person -> acts.add(new Act(person, "hangUp", null)));
    }

    private void heard(Passage event) {
        JsonNode request = leg(event).asked();
        if (request != null) {
            String person = People.display(request.at("/recognizeOptions/targetParticipant"));
            Input.of(event.name(), event.body(), request).ifPresent(did -> people.did(person, did.kind(), did.value()));
        }
    }

    private void pressed(Passage event) {
        String person = leg(event).listeningTo();
        if (person != null) {
            acts.add(new Act(person, "tones", Input.key(event.body().path("tone").asText())));
        }
    }
}
