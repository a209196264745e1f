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
package io.acscall.simulator.eventgrid;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.call.CallIdentity;
import io.acscall.simulator.call.CallerDetails;
import io.acscall.simulator.call.IncomingAnnouncer;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.json.Json;

/** Announces incoming calls as the Event Grid event IncomingCall. */
public final class IncomingCallEvents implements IncomingAnnouncer {

    private final EventGrid eventGrid;

    public IncomingCallEvents(EventGrid eventGrid) {
        this.eventGrid = eventGrid;
    }

    @Override
    public void announce(CallIdentity call, Identifier to, CallerDetails details, String context) {
        ObjectNode data = Json.object();
        data.set("to", to.toJson());
        data.set("from", call.from().toJson());
        data.put("serverCallId", call.serverCallId());
        data.put("callerDisplayName", details.displayName() == null ? "" : details.displayName());
        if (details.customContext() != null) {
            data.set("customContext", details.customContext().deepCopy());
        }
        data.put("incomingCallContext", context);
        if (details.onBehalfOf() != null) {
            data.set("onBehalfOfCallee", details.onBehalfOf().deepCopy());
        }
        data.put("correlationId", call.correlationId());
        String subject = "/caller/" + call.from().rawId() + "/recipient/" + to.rawId();
        eventGrid.publish("IncomingCall", subject, data, call.id());
    }
}
