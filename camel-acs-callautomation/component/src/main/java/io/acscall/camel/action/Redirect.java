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

import java.util.Set;

import com.azure.core.http.HttpMethod;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.client.ServiceResponse;
import io.acscall.camel.event.Ending;

/**
 * Hands an incoming call to somebody else before it is answered: the REST operation
 * {@code POST /calling/callConnections:redirect}. The service publishes no event, and the application has left the
 * call.
 */
public final class Redirect implements CallAction {

    private static final Set<Option<?>> OPTIONS = Option.setOf(Options.INCOMING_CALL_CONTEXT, Options.TARGETS);
    private static final String ONE_ONLY = "a call is redirected to one";

    @Override
    public String name() {
        return "redirect";
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
        RequestBody body = new RequestBody(inputs).required("incomingCallContext", Options.INCOMING_CALL_CONTEXT);
        body.set("target", body.target("target", ONE_ONLY).toJson());
        return new ServiceRequest(HttpMethod.POST, Paths.CALLS + ":redirect", body.toJson(), null);
    }

    @Override
    public ActionResult result(Inputs inputs, ServiceResponse response) {
        return ActionResult.NONE;
    }

    @Override
    public Ending ending() {
        return Ending.none();
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public boolean usesUpIncomingCall() {
        return true;
    }
}
