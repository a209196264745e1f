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
 * Leaves a call ({@code DELETE /calling/callConnections/{id}}), or ends it for everyone ({@code POST
 * /calling/callConnections/{id}:terminate}).
 */
public final class HangUp implements CallAction {

    private static final Set<Option<?>> OPTIONS = Option.setOf(Options.CALL_CONNECTION_ID, Options.FOR_EVERYONE);
    private static final Ending ENDING = Ending.onDisconnect();

    @Override
    public String name() {
        return "hangUp";
    }

    @Override
    public Set<Option<?>> options() {
        return OPTIONS;
    }

    @Override
    public ServiceRequest request(Inputs inputs) {
        return inputs.get(Options.FOR_EVERYONE).orElse(false)
                ? new ServiceRequest(HttpMethod.POST, Paths.call(inputs, ":terminate"), null, null)
                : new ServiceRequest(HttpMethod.DELETE, Paths.call(inputs, ""), null, null);
    }

    @Override
    public ActionResult result(Inputs inputs, ServiceResponse response) {
        return ActionResult.NONE;
    }

    @Override
    public Ending ending() {
        return ENDING;
    }

    /** The service takes it for {@code :terminate}; a DELETE never carries it. */
    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public boolean succeedsWhenCallIsGone() {
        return true;
    }
}
