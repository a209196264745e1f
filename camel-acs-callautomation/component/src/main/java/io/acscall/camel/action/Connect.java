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
package io.acscall.camel.action;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.azure.core.http.HttpMethod;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.client.ServiceResponse;
import io.acscall.camel.event.DisconnectMeaning;
import io.acscall.camel.event.Ending;

/**
 * Joins a call that exists already: the REST operation {@code POST /calling/callConnections:connect}.
 */
public final class Connect implements CallAction {

    /**
     * In the order in which headers count: the only kind for rooms first, the id that flows through every route last.
     */
    private static final Map<Option<String>, String> LOCATORS = locators();

    private static Map<Option<String>, String> locators() {
        Map<Option<String>, String> kinds = new LinkedHashMap<>();
        kinds.put(Options.ROOM_ID, "roomCallLocator");
        kinds.put(Options.GROUP_CALL_ID, "groupCallLocator");
        kinds.put(Options.SERVER_CALL_ID, "serverCallLocator");
        return Collections.unmodifiableMap(kinds);
    }

    @Override
    public String name() {
        return "connect";
    }

    @Override
    public Set<Option<?>> options() {
        return Option.setOf(Options.SERVER_CALL_ID, Options.GROUP_CALL_ID, Options.ROOM_ID, Options.CALLBACK_URI,
                Options.COGNITIVE_SERVICES_ENDPOINT, Options.MEDIA_STREAMING, Options.TRANSCRIPTION, Options.OPERATION_CONTEXT);
    }

    @Override
    public void check(Inputs written) {
        StreamOptions.check(written);
        writtenLocators(written);
    }

    @Override
    public ServiceRequest request(Inputs inputs) {
        RequestBody body = new RequestBody(inputs)
                .set("callLocator", locator(inputs))
                .required("callbackUri", Options.CALLBACK_URI)
                .intelligence()
                .context();
        return new ServiceRequest(HttpMethod.POST, Paths.CALLS + ":connect", StreamOptions.addTo(body, inputs).toJson(), null);
    }

    /** What the URI names counts alone; else the first of the headers. */
    private static ObjectNode locator(Inputs inputs) {
        List<Option<String>> written = writtenLocators(inputs);
        Option<String> option = written.isEmpty()
                ? LOCATORS.keySet().stream().filter(each -> inputs.raw(each) != null).findFirst()
                        .orElseThrow(() -> InvalidInputException.missing(inputs.action(), Options.SERVER_CALL_ID))
                : written.get(0);
        return JsonNodeFactory.instance.objectNode()
                .put("kind", LOCATORS.get(option))
                .put(option.name(), inputs.require(option));
    }

    private static List<Option<String>> writtenLocators(Inputs inputs) {
        List<Option<String>> written = LOCATORS.keySet().stream().filter(inputs::isWritten).toList();
        if (written.size() > 1) {
            throw InvalidInputException.rule(inputs.action(), written.get(1).name(),
                    "exactly one of the options 'serverCallId', 'groupCallId' and 'roomId' says which call is meant, but "
                                                                                     + written.size()
                                                                                     + " are set; for example roomId=99401000000000001");
        }
        return written;
    }

    @Override
    public ActionResult result(Inputs inputs, ServiceResponse response) {
        CallProperties call = CallProperties.read(response);
        Map<String, Object> headers = Results.callHeaders(call);
        // the one other party of an earlier call is not that of this one
        headers.put(Results.REMOTE_PARTY, null);
        return new ActionResult(call, headers);
    }

    @Override
    public Ending ending() {
        return Ending.on("CallConnected").failingOn("ConnectFailed").disconnect(DisconnectMeaning.FAILURE);
    }

    @Override
    public boolean repeatable() {
        return true;
    }
}
