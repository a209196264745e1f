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
package io.acscall.camel.event;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.azure.communication.callautomation.CallAutomationEventParser;
import com.azure.communication.callautomation.models.events.CallAutomationEventBase;

/**
 * Events as the official SDK types them. The SDK is an optional dependency: nothing else refers to it, and this class
 * works without it (it then knows no type).
 */
public final class SdkEvents {

    private SdkEvents() {
    }

    /**
     * The SDK's typed event.
     *
     * @param  event                    a callback event
     * @return                          the SDK's {@code CallAutomationEventBase} of the event's type, as it was parsed
     *                                  by the SDK on the class path; empty where that SDK does not know the type, for
     *                                  Event Grid events, and where there is no SDK
     * @throws IllegalArgumentException when the SDK knows the type but cannot read this payload
     */
    public static Optional<Object> convert(CallEvent event) {
        if (event.kind() != EventKind.CALLBACK) {
            return Optional.empty();
        }
        try {
            return Sdk.parse("[" + event.toJson() + "]");
        } catch (LinkageError e) {
            return Optional.empty();
        } catch (RuntimeException e) {
            // without the cause: its message repeats parts of the payload, which have no place in a log
            throw new IllegalArgumentException(
                    "The SDK on the class path cannot read " + event + ": " + e.getClass().getSimpleName());
        }
    }

    /** Apart, so that the SDK's classes are looked for on the first use only. */
    private static final class Sdk {

        private static Optional<Object> parse(String json) {
            List<CallAutomationEventBase> events = CallAutomationEventParser.parseEvents(json);
            return events.stream().filter(Objects::nonNull).map(Object.class::cast).findFirst();
        }
    }
}
