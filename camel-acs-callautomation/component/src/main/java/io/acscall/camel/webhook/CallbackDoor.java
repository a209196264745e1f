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

import java.util.concurrent.CompletableFuture;

import io.acscall.camel.event.EventKind;

/**
 * Where the callbacks of calls come in.
 */
public final class CallbackDoor extends EventDoor {

    private final CallbackSecret secret;

    /**
     * Opens the door.
     *
     * @param authenticator   who may enter
     * @param sink            takes the events
     * @param acknowledgement when the sender gets its answer
     * @param refusals        counts who may not
     * @param maxBodySize     in bytes
     * @param secret          what the address must end with; {@code null} for nothing
     */
    public CallbackDoor(
                        RequestAuthenticator authenticator, EventSink sink, Acknowledgement acknowledgement,
                        RefusalCounts refusals,
                        int maxBodySize, CallbackSecret secret) {
        super("callback", EventKind.CALLBACK, authenticator, sink, acknowledgement, refusals, maxBodySize);
        this.secret = secret;
    }

    @Override
    boolean isMeant(InboundRequest request) {
        return secret == null || secret.isIn(request);
    }

    @Override
    CompletableFuture<HttpAnswer> answerKnown(InboundRequest request) {
        return answerEvents(request);
    }
}
