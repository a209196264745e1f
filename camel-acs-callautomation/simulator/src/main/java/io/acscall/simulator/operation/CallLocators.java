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
package io.acscall.simulator.operation;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.acscall.simulator.call.CallLocator;
import io.acscall.simulator.call.Place;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.rest.RequestBody;

/** Reads which call a request is about that does not name a connection. */
final class CallLocators {

    private static final Map<String, Function<RequestBody, CallLocator>> KINDS = Map.of(
            "serverCallLocator", CallLocators::byServerCall,
            "groupCallLocator", locator -> new CallLocator(null, Place.group(locator.text("groupCallId"))),
            "roomCallLocator", locator -> new CallLocator(null, Place.room(locator.text("roomId"))));
    private static final Map<String, String> KIND_OF_FIELD = Map.of("serverCallId", "serverCallLocator", "groupCallId",
            "groupCallLocator", "roomId", "roomCallLocator");

    private CallLocators() {
    }

    /**
     * @param  locator      the object {@code callLocator}
     * @throws ServiceFault 400/8523 for a wrong form, 400/8527 for what can be no id of a call
     */
    static CallLocator read(RequestBody locator) {
        String kind = locator.optionalText("kind");
        List<String> named = KIND_OF_FIELD.keySet().stream().filter(field -> locator.raw(field) != null).toList();
        if (named.size() > 1) {
            throw locator.wrong("kind", "the locator must name one of serverCallId, groupCallId and roomId, not several.");
        }
        if (kind == null && named.size() == 1) {
            kind = KIND_OF_FIELD.get(named.get(0));
        }
        Function<RequestBody, CallLocator> reader = kind == null ? null : KINDS.get(kind);
        if (reader == null) {
            throw locator.wrong("kind", "it must be one of " + KINDS.keySet().stream().sorted().toList() + ".");
        }
        return reader.apply(locator);
    }

    private static CallLocator byServerCall(RequestBody locator) {
        String id = locator.text("serverCallId");
        if (!id.matches("[A-Za-z0-9+/=_-]+")) {
            throw ServiceFault.of(400, "8527", "The call locator is invalid: serverCallId is no id of a call.");
        }
        return new CallLocator(id, Place.NONE);
    }
}
