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

    /** A request that was refused before its operation saw it. */
    ServiceExchange refused(ServiceCall call, Operation operation, ServiceFault fault) {
        return unseen(call, operation, fault.toAnswer(), Transmission.WHOLE, null);
    }

    /**
     * A request that its operation does not see.
     *
     * @param fault why that was done on purpose; null if it was not
     */
    ServiceExchange unseen(
            ServiceCall call, Operation operation, ServiceAnswer answer, Transmission transmission, String fault) {
        long asked = asked(call, operation, null);
        return answered(asked, call, operation, answer, transmission, fault, () -> {
        });
    }

    /**
     * A request that its operation has seen.
     *
     * @param  callId the call it turned out to be about, or null
     * @return        the number of its entry
     */
    long asked(ServiceCall call, Operation operation, String callId) {
        return timeline.add(TimelineDraft.of(EntryKind.REQUEST, name(operation)).call(callId)
                .http(call.method(), call.pathAndQuery()).headers(call.headers()).body(json(call.body()))).seq();
    }

    /**
     * The answer to it, which is about to be written.
     *
     * @param asked   the number of the entry of the request, which gets the status
     * @param fault   what goes wrong with it on purpose; null for nothing
     * @param written to be run once it has been written
     */
    ServiceExchange answered(
            long asked, ServiceCall call, Operation operation, ServiceAnswer answer, Transmission transmission,
            String fault, Runnable written) {
        String id = call.header(CLIENT_REQUEST_ID);
        ServiceAnswer whole = id == null ? answer : answer.withHeader(CLIENT_REQUEST_ID, id);
        TimelineDraft draft = TimelineDraft.of(EntryKind.RESPONSE, name(operation)).call(whole.callId()).fault(fault);
        if (transmission == Transmission.NOTHING) {
            draft.detail("the connection is closed without an answer");
        } else {
            draft.status(whole.status()).headers(whole.headers().entrySet()).body(whole.body())
                    .detail(whole.content() == null ? null : whole.content().length() + " bytes");
        }
        timeline.add(draft);
        timeline.answered(asked, transmission == Transmission.NOTHING ? 0 : whole.status());
        return new ServiceExchange(whole, transmission, written);
    }

    private static String name(Operation operation) {
        return operation == null ? null : operation.name();
    }

    private static JsonNode json(byte[] body) {
        try {
            return body.length == 0 ? null : Json.read(body);
        } catch (IOException e) {
            return Json.object().textNode("(" + body.length + " bytes that are not JSON)");
        }
    }
}
