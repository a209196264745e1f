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

import java.util.Map;
import java.util.Set;

import com.azure.core.http.HttpMethod;
import io.acscall.camel.client.PathSegment;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.client.ServiceResponse;
import io.acscall.camel.event.Ending;

/**
 * Reads the state of one participant: the REST operation {@code GET
 * /calling/callConnections/{id}/participants/{rawId}}.
 */
public final class GetParticipant implements CallAction {

    private static final Set<Option<?>> OPTIONS = Option.setOf(Options.CALL_CONNECTION_ID, Options.TARGETS);
    private static final String ONE_ONLY = "one participant is read at a time; acs-call:listParticipants reads all";

    @Override
    public String name() {
        return "getParticipant";
    }

    @Override
    public Set<Option<?>> options() {
        return OPTIONS;
    }

    @Override
    public void check(Inputs written) {
        written.get(Options.TARGETS).ifPresent(targets -> RequestBody.checkOne(name(), targets, ONE_ONLY));
    }

    @Override
    public ServiceRequest request(Inputs inputs) {
        RequestBody.checkOne(name(), inputs.require(Options.TARGETS), ONE_ONLY);
        String rawId = inputs.require(Options.TARGETS).get(0).rawId();
        return new ServiceRequest(
                HttpMethod.GET, Paths.call(inputs, "/participants/" + PathSegment.encode(rawId)), null, null);
    }

    @Override
    public ActionResult result(Inputs inputs, ServiceResponse response) {
        return new ActionResult(CallParticipant.read(response.body()), Map.of());
    }

    @Override
    public Ending ending() {
        return Ending.none();
    }
}
