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
package io.acscall.simulator.control;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.call.CallSnapshot;
import io.acscall.simulator.call.CallerDetails;
import io.acscall.simulator.call.Calls;
import io.acscall.simulator.call.IncomingCalls;
import io.acscall.simulator.call.Place;
import io.acscall.simulator.call.RunningCalls;
import io.acscall.simulator.http.ServiceAnswer;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.rest.RequestBody;

/** Places calls and shows those there are. */
public final class CallEndpoints {

    private final IncomingCalls incoming;
    private final RunningCalls running;
    private final Calls calls;

    public CallEndpoints(IncomingCalls incoming, RunningCalls running, Calls calls) {
        this.incoming = incoming;
        this.running = running;
        this.calls = calls;
    }

    /** The endpoints. */
    public List<ControlApi.Endpoint> endpoints() {
        return List.of(ControlApi.Endpoint.of("POST", "/incoming-calls", this::place),
                ControlApi.Endpoint.of("POST", "/calls", this::begin),
                ControlApi.Endpoint.of("GET", "/calls", this::all),
                ControlApi.Endpoint.of("GET", "/calls/{callId}", this::one));
    }

    private CompletableFuture<ServiceAnswer> place(ControlRequest request) {
        RequestBody body = new RequestBody(request.body());
        Identifier from = ControlFields.person(body.text("from"), "from");
        Identifier to = ControlFields.person(body.text("to"), "to");
        body.optionalObject("customContext");
        body.optionalObject("onBehalfOf");
        CallerDetails details
                = new CallerDetails(body.optionalText("displayName"), body.raw("customContext"), body.raw("onBehalfOf"));
        return answer(201, incoming.place(from, to, details).toJson());
    }

    private CompletableFuture<ServiceAnswer> begin(ControlRequest request) {
        RequestBody body = new RequestBody(request.body());
        List<String> texts = body.texts("participants");
        List<Identifier> people = new ArrayList<>();
        for (String text : texts) {
            people.add(ControlFields.person(text, "participants[" + people.size() + "]"));
        }
        Place place = new Place(body.optionalText("groupId"), body.optionalText("roomId"));
        if (place.groupCallId() != null && place.roomId() != null) {
            throw body.wrong("roomId", "a call is in a group or in a room, not in both.");
        }
        return answer(201, running.begin(people, place).toJson());
    }

    private CompletableFuture<ServiceAnswer> all(ControlRequest request) {
        ObjectNode json = Json.object();
        ArrayNode list = json.putArray("calls");
        List<CallSnapshot> all = calls.snapshots();
        int first = Math.max(0, all.size() - ControlFields.newest(request));
        all.subList(first, all.size()).forEach(snapshot -> list.add(snapshot.toJson()));
        return answer(200, json);
    }

    private CompletableFuture<ServiceAnswer> one(ControlRequest request) {
        return answer(200, calls.snapshot(request.parameters().get("callId")).map(CallSnapshot::toJson)
                .orElseThrow(ServiceFault::callNotFound));
    }

    private static CompletableFuture<ServiceAnswer> answer(int status, ObjectNode json) {
        return CompletableFuture.completedFuture(ServiceAnswer.of(status, json));
    }
}
