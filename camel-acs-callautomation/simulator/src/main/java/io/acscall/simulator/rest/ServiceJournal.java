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
package io.acscall.simulator.rest;

import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.http.ServiceAnswer;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.timeline.EntryKind;
import io.acscall.simulator.timeline.Timeline;
import io.acscall.simulator.timeline.TimelineDraft;

/** Writes requests and answers down, and gives every answer the headers that all have. */
public final class ServiceJournal {

    private static final String CLIENT_REQUEST_ID = "x-ms-client-request-id";

    private final Timeline timeline;

    public ServiceJournal(Timeline timeline) {
        this.timeline = timeline;
    }

    Timeline timeline() {
        return timeline;
    }

    /** A request that no operation has seen. */
    ServiceExchange refused(ServiceCall call, Operation operation, ServiceFault fault) {
        ServiceAnswer answer = common(call, fault.toAnswer());
        write(call, operation, answer);
        return new ServiceExchange(answer, () -> {
        });
    }

    ServiceExchange done(ServiceCall call, Operation operation, OperationRequest request, ServiceAnswer answer) {
        ServiceAnswer whole = common(call, answer);
        write(call, operation, whole);
        return new ServiceExchange(whole, request::answered);
    }

    private static ServiceAnswer common(ServiceCall call, ServiceAnswer answer) {
        String id = call.header(CLIENT_REQUEST_ID);
        return id == null ? answer : answer.withHeader(CLIENT_REQUEST_ID, id);
    }

    private void write(ServiceCall call, Operation operation, ServiceAnswer answer) {
        String type = operation == null ? null : operation.name();
        timeline.add(TimelineDraft.of(EntryKind.REQUEST, type).call(answer.callId()).http(call.method(), call.pathAndQuery())
                .headers(call.headers()).body(json(call.body())));
        timeline.add(TimelineDraft.of(EntryKind.RESPONSE, type).call(answer.callId()).status(answer.status())
                .headers(answer.headers().entrySet()).body(answer.body()));
    }

    private static JsonNode json(byte[] body) {
        try {
            return body.length == 0 ? null : Json.read(body);
        } catch (IOException e) {
            return Json.object().textNode("(" + body.length + " bytes that are not JSON)");
        }
    }
}
