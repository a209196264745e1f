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

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.recording.Recording;
import io.acscall.simulator.recording.RecordingState;

/**
 * What a call looked like at one moment.
 *
 * @param callId        the simulator's id of the call
 * @param direction     who began it
 * @param phase         how far it had come
 * @param serverCallId  as in the service
 * @param correlationId as in the service
 * @param from          raw id of who called
 * @param to            raw ids of those who were called when it began; empty when nobody was
 * @param callerName    the name that the caller has given, or null
 * @param people        who was in it or was being rung
 * @param legs          the applications that were in it
 * @param startedAt     wall clock
 * @param endedAt       wall clock, null when it had not ended
 * @param endReason     why it ended, null when it had not ended
 * @param place         the group or room where people met; never null
 * @param recorder      the recording that was being made; null for none
 */
public record CallSnapshot(String callId, Direction direction, CallPhase phase, String serverCallId, String correlationId,
        String from, List<String> to, String callerName, List<Person> people, List<Leg> legs, Instant startedAt,
        Instant endedAt, String endReason, Place place, Recorder recorder) {

    /**
     * A person.
     *
     * @param rawId        raw id
     * @param ringing      whether the phone rings; false: on the line
     * @param muted        whether muted
     * @param onHold       whether on hold
     * @param invitationId by which the invitation can be cancelled; null when the phone does not ring, or not because
     *                     of addParticipant
     */
    public record Person(String rawId, boolean ringing, boolean muted, boolean onHold, String invitationId) {

        static Person of(Party party) {
            String invitationId = party.isRinging() ? party.invitationId() : null;
            return new Person(
                    party.identifier().rawId(), party.isRinging(), party.muted(), party.onHold(), invitationId);
        }

        ObjectNode toJson() {
            ObjectNode json = Json.object().put("rawId", rawId).put("ringing", ringing).put("muted", muted).put("onHold",
                    onHold);
            return invitationId == null ? json : json.put("invitationId", invitationId);
        }
    }

    /**
     * An application's connection.
     *
     * @param callConnectionId its id
     * @param state            its state
     * @param callbackUri      where its events go
     * @param app              raw id of who the application is in the call
     */
    public record Leg(String callConnectionId, LegState state, String callbackUri, String app) {

        static Leg of(AppLeg leg) {
            LegSetup setup = leg.setup();
            return new Leg(leg.callConnectionId(), leg.state(), setup.callbackUri().toString(), setup.app().rawId());
        }

        ObjectNode toJson() {
            return Json.object().put("callConnectionId", callConnectionId).put("state", state.wireName())
                    .put("callbackUri", callbackUri).put("app", app);
        }
    }

    /**
     * A recording.
     *
     * @param recordingId its id
     * @param state       whether it recorded just then
     * @param startedAt   when it recorded first; wall clock, null when it had not
     */
    public record Recorder(String recordingId, RecordingState state, Instant startedAt) {

        static Recorder of(Recording recording) {
            return new Recorder(recording.id(), recording.state(), recording.startedAt());
        }

        ObjectNode toJson() {
            ObjectNode json = Json.object().put("recordingId", recordingId).put("state", state.wireName());
            return startedAt == null ? json : json.put("startedAt", startedAt.toString());
        }
    }

    public CallSnapshot {
        to = List.copyOf(to);
        people = List.copyOf(people);
        legs = List.copyOf(legs);
    }

    /** Takes the picture; under the lock of the call. */
    static CallSnapshot of(Call call, Instant endedAt, String endReason) {
        CallIdentity identity = call.identity();
        List<Person> people = call.parties().stream().map(Person::of).toList();
        List<Leg> legs = call.legs().stream().map(Leg::of).toList();
        List<String> to = call.dialled().to().stream().map(Identifier::rawId).toList();
        return new CallSnapshot(
                identity.id(), identity.direction(), call.phase(), identity.serverCallId(),
                identity.correlationId(), identity.from().rawId(), to, call.dialled().callerName(), people, legs,
                identity.startedAt(), endedAt, endReason, identity.place(), call.recording().map(Recorder::of).orElse(null));
    }

    /** The snapshot as the control API shows it. */
    public ObjectNode toJson() {
        ObjectNode json = Json.object().put("callId", callId).put("direction", direction.wireName())
                .put("phase", phase.wireName()).put("serverCallId", serverCallId).put("correlationId", correlationId)
                .put("from", from);
        ArrayNode called = json.putArray("to");
        to.forEach(called::add);
        putText(json, "callerName", callerName);
        putText(json, "groupId", place.groupCallId());
        putText(json, "roomId", place.roomId());
        ArrayNode persons = json.putArray("people");
        people.forEach(person -> persons.add(person.toJson()));
        ArrayNode connections = json.putArray("legs");
        legs.forEach(leg -> connections.add(leg.toJson()));
        if (recorder != null) {
            json.set("recording", recorder.toJson());
        }
        json.put("startedAt", startedAt.toString());
        if (endedAt != null) {
            json.put("endedAt", endedAt.toString()).put("endReason", endReason);
        }
        return json;
    }

    /** The raw ids of the people who were on the line. */
    public List<String> onTheLine() {
        return people.stream().filter(person -> !person.ringing()).map(Person::rawId).toList();
    }

    private static void putText(ObjectNode json, String name, String value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
