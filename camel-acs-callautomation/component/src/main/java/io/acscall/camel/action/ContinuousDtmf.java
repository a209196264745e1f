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
 * Begins ({@code startContinuousDtmf}) or ends ({@code stopContinuousDtmf}) that each key that a person presses comes
 * as an event: the REST operations {@code POST /calling/callConnections/{id}:startContinuousDtmfRecognition} and
 * {@code :stopContinuousDtmfRecognition}.
 */
public final class ContinuousDtmf implements CallAction {

    private static final Set<Option<?>> OPTIONS
            = Option.setOf(Options.CALL_CONNECTION_ID, Options.TARGETS, Options.OPERATION_CONTEXT,
                    Options.OPERATION_CALLBACK_URI);
    private static final String ONE_ONLY = "one participant is listened to at a time";

    private final String name;
    private final String operation;
    private final Ending ending;

    private ContinuousDtmf(String name, String operation, Ending ending) {
        this.name = name;
        this.operation = operation;
        this.ending = ending;
    }

    /** Begins to listen. The keys are events; none says that it has begun. */
    public static ContinuousDtmf start() {
        return new ContinuousDtmf("startContinuousDtmf", ":startContinuousDtmfRecognition", Ending.none());
    }

    /** Listens no more. */
    public static ContinuousDtmf stop() {
        return new ContinuousDtmf(
                "stopContinuousDtmf", ":stopContinuousDtmfRecognition", Ending.on("ContinuousDtmfRecognitionStopped"));
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
    public void check(Inputs written) {
        written.get(Options.TARGETS).ifPresent(targets -> RequestBody.checkOne(name, targets, ONE_ONLY));
    }

    @Override
    public ServiceRequest request(Inputs inputs) {
        RequestBody body = new RequestBody(inputs).oneInCall("targetParticipant", ONE_ONLY).context()
                .text("operationCallbackUri", Options.OPERATION_CALLBACK_URI);
        return new ServiceRequest(HttpMethod.POST, Paths.call(inputs, operation), body.toJson(), null);
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
