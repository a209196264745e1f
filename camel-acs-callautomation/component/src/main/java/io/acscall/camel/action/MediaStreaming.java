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
 * Begins ({@code startMediaStreaming}) or ends ({@code stopMediaStreaming}) that a call sends its audio through the
 * WebSocket that its making named: the REST operations {@code POST /calling/callConnections/{id}:startMediaStreaming}
 * and {@code :stopMediaStreaming}.
 */
public final class MediaStreaming implements CallAction {

    private static final Set<Option<?>> OPTIONS
            = Option.setOf(Options.CALL_CONNECTION_ID, Options.OPERATION_CONTEXT, Options.OPERATION_CALLBACK_URI);

    private final String name;
    private final Ending ending;

    private MediaStreaming(String name, String done) {
        this.name = name;
        this.ending = Ending.on(done).failingOn("MediaStreamingFailed");
    }

    /** Begins. */
    public static MediaStreaming start() {
        return new MediaStreaming("startMediaStreaming", "MediaStreamingStarted");
    }

    /** Ends. */
    public static MediaStreaming stop() {
        return new MediaStreaming("stopMediaStreaming", "MediaStreamingStopped");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<Option<?>> options() {
        return OPTIONS;
    }

    @Override
    public ServiceRequest request(Inputs inputs) {
        RequestBody body = new RequestBody(inputs).context().text("operationCallbackUri", Options.OPERATION_CALLBACK_URI);
        return new ServiceRequest(HttpMethod.POST, Paths.call(inputs, ":" + name), body.toJson(), null);
    }

    @Override
    public ActionResult result(Inputs inputs, ServiceResponse response) {
        return ActionResult.NONE;
    }

    @Override
    public Ending ending() {
        return ending;
    }
}
