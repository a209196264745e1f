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
package io.acscall.camel.webhook;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.EventKind;

/**
 * Where Event Grid deliveries come in, and both handshakes of a new subscription.
 */
public final class EventGridDoor extends EventDoor {

    /**
     * Opens the door.
     *
     * @param authenticator   who may enter; a handshake must prove itself like a delivery
     * @param sink            takes the events
     * @param acknowledgement when the sender gets its answer
     * @param refusals        counts who may not enter
     * @param maxBodySize     in bytes
     */
    public EventGridDoor(
                         RequestAuthenticator authenticator, EventSink sink, Acknowledgement acknowledgement,
                         RefusalCounts refusals,
                         int maxBodySize) {
        super("eventGrid", EventKind.EVENT_GRID, authenticator, sink, acknowledgement, refusals, maxBodySize);
    }

    @Override
    CompletableFuture<HttpAnswer> answerKnown(InboundRequest request) {
        return EventGridHandshake.isPreflight(request)
                ? handshake(EventGridHandshake.preflight(request)) : answerEvents(request);
    }

    @Override
    CompletableFuture<HttpAnswer> answerRead(InboundRequest request, List<CallEvent> events) {
        return EventGridHandshake.validation(request, events).map(EventGridDoor::handshake)
                .orElseGet(() -> super.answerRead(request, events));
    }

    private static CompletableFuture<HttpAnswer> handshake(HandshakeAnswer handshake) {
        return now(new HttpAnswer(handshake.status(), handshake.headers(), handshake.body()));
    }
}
