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
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.acscall.camel.event.CallEvent;

/**
 * The two ways in which Event Grid asks whether a path wants its events. Pure functions: nothing is fetched, neither
 * the validation address nor the callback address that such a request brings along, since that would let any sender
 * make this process call an address of its choice.
 */
public final class EventGridHandshake {

    private static final String EVENT_TYPE_HEADER = "aeg-event-type";
    private static final String VALIDATION = "SubscriptionValidation";
    private static final String VALIDATION_EVENT = "Microsoft.EventGrid.SubscriptionValidationEvent";
    private static final String ORIGIN = "WebHook-Request-Origin";
    /** The origin goes back in a header, so only what a host name is made of is let through. */
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}(:\\d{1,5})?");
    private static final int LONGEST_CODE = 1_024;

    private EventGridHandshake() {
    }

    /**
     * Whether this asks for permission as CloudEvents webhooks do: {@code OPTIONS} with {@code WebHook-Request-Origin}.
     *
     * @param  request any request
     * @return         whether {@link #preflight} has an answer to it; an {@code OPTIONS} without a good origin is none
     */
    public static boolean isPreflight(InboundRequest request) {
        return "OPTIONS".equalsIgnoreCase(request.method())
                && request.header(ORIGIN).filter(origin -> HOST.matcher(origin).matches()).isPresent();
    }

    /**
     * Answers the permission request: this origin may send, as often as it likes.
     *
     * @param  request                  a request for which {@link #isPreflight} holds
     * @return                          200 with the two headers that grant it
     * @throws IllegalArgumentException for any other request
     */
    public static HandshakeAnswer preflight(InboundRequest request) {
        if (!isPreflight(request)) {
            throw new IllegalArgumentException("Not an OPTIONS request with a good " + ORIGIN + ": " + request);
        }
        return new HandshakeAnswer(
                200, Map.of("WebHook-Allowed-Origin", request.header(ORIGIN).orElseThrow(), "WebHook-Allowed-Rate", "*",
                        "Allow", "POST, OPTIONS"),
                "");
    }

    /**
     * Whether Event Grid says by header that this is the validation of a new subscription.
     *
     * @param  request any request
     * @return         whether header {@code aeg-event-type} says so
     */
    public static boolean isValidation(InboundRequest request) {
        return request.header(EVENT_TYPE_HEADER).filter(VALIDATION::equalsIgnoreCase).isPresent();
    }

    /**
     * Answers the validation of a new subscription by the code that it brought.
     *
     * @param  request the request
     * @param  events  the events that were read from its body, empty where none could be read
     * @return         200 with the code (Event Grid takes no other success here); 400 where the header announces a
     *                 validation that is not in the body; empty where this is no validation
     */
    public static Optional<HandshakeAnswer> validation(InboundRequest request, List<CallEvent> events) {
        Optional<CallEvent> event = events.stream().filter(each -> VALIDATION_EVENT.equalsIgnoreCase(each.type())).findFirst();
        if (event.isEmpty() && !isValidation(request)) {
            return Optional.empty();
        }
        return Optional.of(event.map(each -> each.data().get("validationCode"))
                .filter(EventGridHandshake::isCode)
                .map(code -> json(200, "validationResponse", code.toString()))
                .orElseGet(() -> json(400, "error", "The validation event has no validationCode")));
    }

    private static boolean isCode(Object code) {
        return code instanceof String text && !text.isBlank() && text.length() <= LONGEST_CODE;
    }

    private static HandshakeAnswer json(int status, String name, String value) {
        return new HandshakeAnswer(
                status, Map.of("Content-Type", "application/json"),
                JsonNodeFactory.instance.objectNode().put(name, value).toString());
    }
}
