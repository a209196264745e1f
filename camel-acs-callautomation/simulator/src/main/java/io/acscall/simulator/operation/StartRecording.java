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

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.call.CallLocator;
import io.acscall.simulator.call.Recordings;
import io.acscall.simulator.recording.RecordingPlan;
import io.acscall.simulator.rest.OperationHandler;
import io.acscall.simulator.rest.OperationRequest;
import io.acscall.simulator.rest.RequestBody;

/** startRecording: has a call recorded. */
public final class StartRecording implements OperationHandler {

    private static final String CONNECTION = "callConnectionId";
    private static final String LOCATOR = "callLocator";

    private final Recordings recordings;
    private final ScriptedFailures failures;
    private final RecordingFields fields;

    public StartRecording(Recordings recordings, CallbackUris callbackUris, ScriptedFailures failures) {
        this.recordings = recordings;
        this.failures = failures;
        this.fields = new RecordingFields(callbackUris);
    }

    @Override
    public JsonNode handle(OperationRequest request) {
        RequestBody body = request.body();
        String connection = body.optionalText(CONNECTION);
        RequestBody located = body.optionalObject(LOCATOR);
        if ((connection == null) == (located == null)) {
            throw body.wrong(LOCATOR, "exactly one of callLocator and callConnectionId is required.");
        }
        CallLocator locator = located == null ? null : CallLocators.read(located);
        RecordingPlan plan = fields.plan(body, request.apiVersion());
        return recordings.start(connection, locator, plan, request::about, () -> failures.of("startRecording"));
    }
}
