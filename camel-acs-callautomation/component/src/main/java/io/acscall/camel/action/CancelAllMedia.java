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
 * Ends all prompts and recognitions of a call, those that wait included: the REST operation {@code POST
 * /calling/callConnections/{id}:cancelAllMediaOperations}.
 */
public final class CancelAllMedia implements CallAction {

    private static final Set<Option<?>> OPTIONS = Option.setOf(Options.CALL_CONNECTION_ID);

    @Override
    public String name() {
        return "cancelAllMedia";
    }

    @Override
    public Set<Option<?>> options() {
        return OPTIONS;
    }

    @Override
    public ServiceRequest request(Inputs inputs) {
        return new ServiceRequest(HttpMethod.POST, Paths.call(inputs, ":cancelAllMediaOperations"), null, null);
    }

    @Override
    public ActionResult result(Inputs inputs, ServiceResponse response) {
        return ActionResult.NONE;
    }

    /** Each cancelled operation has a PlayCanceled or RecognizeCanceled of its own; where none ran, none comes. */
    @Override
    public Ending ending() {
        return Ending.none();
    }
}
