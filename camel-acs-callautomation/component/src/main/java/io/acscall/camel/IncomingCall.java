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
package io.acscall.camel;

import java.util.Map;

import io.acscall.camel.client.Participant;
import io.acscall.camel.event.CallEvent;

/**
 * Reads the payload of an IncomingCall event of Event Grid.
 */
final class IncomingCall {

    private IncomingCall() {
    }

    /** The caller ({@code from}) or called party ({@code to}), or {@code null} when the event does not name one. */
    static Participant party(CallEvent event, String field) {
        try {
            return event.data().get(field) instanceof Map<?, ?> identifier ? Participant.fromFields(identifier) : null;
        } catch (IllegalArgumentException e) {
            // an identifier of a form that is not known yet: the call still comes to consumers without a filter
            return null;
        }
    }

    static String text(CallEvent event, String field) {
        return event.data().get(field) instanceof String text ? text : null;
    }
}
