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
package io.acscall.camel.cluster;

import java.util.Map;
import java.util.UUID;

import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.DisconnectMeaning;
import io.acscall.camel.event.Ending;
import io.acscall.camel.event.EventKind;

/** Events as they come, and what the making of a call ends by. */
final class TestEvents {

    static final Ending CREATE
            = Ending.on("CallConnected").failingOn("CreateCallFailed").disconnect(DisconnectMeaning.FAILURE);

    private TestEvents() {
    }

    static CallEvent of(String type, String call, String context) {
        return event(type, call, context, Map.of());
    }

    static CallEvent ofRecording(String type, String recording) {
        return event(type, null, null, Map.of("recordingId", recording));
    }

    private static CallEvent event(String type, String call, String context, Map<String, Object> data) {
        return new CallEvent(
                UUID.randomUUID().toString(), "Microsoft.Communication." + type, "calling/callConnections/" + call, null, null,
                call, null, null, context, null, data, EventKind.CALLBACK);
    }
}
