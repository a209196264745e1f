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

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.camel.client.ServiceException;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.client.ServiceResponse;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.observe.CallSignal;
import io.acscall.camel.record.TimelineEntry.Kind;

/**
 * Makes the entries of one call, disguised.
 */
record EntryWriter(Disguise disguise) {

    /** Where the answers to the requests that bring the application into a call name it. */
    private static final Map<String, String> WHO_WE_ARE
            = Map.of("createCall", "source", "connectCall", "source", "answerCall", "answeredBy");

    /** A request with its answer, and a further one for each page that the answer had. */
    List<TimelineEntry> request(
            CallSignal.ActionSent sent, CallSignal.ActionAnswered answered, CallIds ids) {
        ObjectNode first = request(sent.action(), sent.request(), ids.connection());
        List<ServiceResponse> pages = answered.responses();
        if (!pages.isEmpty() && pages.get(0).body() != null) {
            keepWhoWeAre(first, pages.get(0).body());
        }
        if (!pages.isEmpty()) {
            first.put("status", pages.get(0).status());
        } else if (answered.failure() instanceof ServiceException refused && refused.status() != 0) {
            first.put("status", refused.status());
        } else if (answered.failure() != null) {
            first.put("failure", answered.failure() instanceof ServiceException lost ? lost.delivery().name() : "FAILED");
        }
        List<TimelineEntry> entries = new ArrayList<>();
        entries.add(TimelineEntry.of(sent.at(), Kind.REQUEST, first));
        for (int i = 1; i < pages.size(); i++) {
            URI next = URI.create(pages.get(i - 1).body().path("nextLink").asText());
            ObjectNode more = request(sent.action(), ServiceRequest.followUp(next), ids.connection());
            entries.add(TimelineEntry.of(answered.at(), Kind.REQUEST, more.put("status", pages.get(i).status())));
        }
        return entries;
    }

    private ObjectNode request(String action, ServiceRequest request, String connection) {
        URI address = URI.create(request.path());
        String path = disguise.path(address.getRawPath());
        Optional<String> operation = ServiceOperation.nameOf(request.method().toString(), path);
        ObjectNode json = object().put("operation", operation.orElse(action)).put("method", request.method().toString())
                .put("path", path).put("recordable", operation.isPresent()).put("connection", named(connection));
        Map<String, String> query = disguise.query(address.getRawQuery());
        if (!query.isEmpty()) {
            query.forEach(json.putObject("query")::put);
        }
        if (request.repeatability() != null) {
            json.put("requestId", disguise.names().id("id", request.repeatability().requestId().toString()));
        }
        if (request.body() != null) {
            keepPlace(json, request.body().path("callLocator"));
            json.set("body", disguise.request(request.body()));
        }
        return json;
    }

    /** Group and room are told as they are: who records them has them in the configuration. */
    private static void keepPlace(ObjectNode json, JsonNode locator) {
        if (locator.hasNonNull("groupCallId")) {
            json.put("groupId", locator.path("groupCallId").asText());
        }
        if (locator.hasNonNull("roomId")) {
            json.put("roomId", locator.path("roomId").asText());
        }
    }

    /** The application is a participant, too, and nobody who could hang up. */
    private void keepWhoWeAre(ObjectNode request, JsonNode answer) {
        String member = WHO_WE_ARE.get(request.path("operation").asText());
        String us = member == null ? null : People.display(answer.path(member));
        if (us != null) {
            request.put("us", disguise.names().text(us));
        }
    }

    /** An event as it came. The number that was called is ours. */
    TimelineEntry event(CallSignal.EventTaken taken) {
        CallEvent event = taken.received();
        JsonNode data = event.toJson().path("data");
        if ("IncomingCall".equals(event.shortType())) {
            disguise.names().keep(People.display(data.path("to")));
        }
        ObjectNode json = object().put("type", event.shortType()).put("fate", taken.fate().name())
                .put("way", event.kind().name()).put("stale", taken.stale())
                .put("id", disguise.names().id("event", event.source() + ' ' + event.id()))
                .put("connection", named(event.callConnectionId()));
        if (event.result() != null) {
            json.put("code", event.result().code()).put("subCode", event.result().subCode());
        }
        json.set("data", disguise.event(data));
        return TimelineEntry.of(taken.at(), Kind.EVENT, json);
    }

    TimelineEntry opened(CallSignal.WaitOpened wait) {
        return TimelineEntry.of(wait.at(), Kind.WAIT, object().put("action", wait.action()).put("what", "opened"));
    }

    TimelineEntry ended(CallSignal.WaitEnded wait) {
        return TimelineEntry.of(wait.at(), Kind.WAIT, object().put("action", wait.action()).put("what", "ended")
                .put("result", wait.result().name()).put("ms", wait.took().toMillis()));
    }

    TimelineEntry ended(CallSignal.ActionEnded action) {
        ObjectNode json = object().put("action", action.action()).put("what", action.failure() == null ? "done" : "failed")
                .put("ms", action.took().toMillis());
        if (action.outcome() != null) {
            json.put("outcome", action.outcome().name());
        }
        return TimelineEntry.of(action.at(), Kind.ACTION, json);
    }

    TimelineEntry opened(CallSignal.StreamOpened stream) {
        return TimelineEntry.of(stream.at(), Kind.STREAM, object().put("stream", stream.kind()).put("what", "opened"));
    }

    TimelineEntry ended(CallSignal.StreamEnded stream) {
        return TimelineEntry.of(stream.at(), Kind.STREAM, object().put("stream", stream.kind()).put("what", "ended")
                .put("closeCode", stream.closeCode()).put("frames", stream.frames()));
    }

    private String named(String connection) {
        return connection == null ? null : disguise.names().id("call", connection);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
