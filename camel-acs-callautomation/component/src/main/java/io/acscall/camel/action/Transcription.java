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
 * Begins ({@code startTranscription}), changes ({@code updateTranscription}) or ends ({@code stopTranscription}) that a
 * call sends what is said in it as text, through the WebSocket that its making named: the REST operations {@code POST
 * /calling/callConnections/{id}:startTranscription}, {@code :updateTranscription} and {@code :stopTranscription}.
 */
public final class Transcription implements CallAction {

    private final String name;
    private final Ending ending;
    private final boolean hasLanguage;

    private Transcription(String name, String done, boolean hasLanguage) {
        this.name = name;
        this.ending = Ending.on(done).failingOn("TranscriptionFailed");
        this.hasLanguage = hasLanguage;
    }

    /** Begins; the language is that of the making of the call where none is given. */
    public static Transcription start() {
        return new Transcription("startTranscription", "TranscriptionStarted", true);
    }

    /** Changes the language or the speech model. */
    public static Transcription update() {
        return new Transcription("updateTranscription", "TranscriptionUpdated", true);
    }

    /** Ends. */
    public static Transcription stop() {
        return new Transcription("stopTranscription", "TranscriptionStopped", false);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<Option<?>> options() {
        return hasLanguage
                ? Option.setOf(Options.CALL_CONNECTION_ID, Options.LOCALE, Options.SPEECH_MODEL_OF_TRANSCRIPTION,
                        Options.OPERATION_CONTEXT, Options.OPERATION_CALLBACK_URI)
                : Option.setOf(Options.CALL_CONNECTION_ID, Options.OPERATION_CONTEXT, Options.OPERATION_CALLBACK_URI);
    }

    @Override
    public ServiceRequest request(Inputs inputs) {
        RequestBody body = new RequestBody(inputs);
        if (hasLanguage) {
            body.text("locale", Options.LOCALE).text("speechModelEndpointId", Options.SPEECH_MODEL_OF_TRANSCRIPTION);
        }
        body.context().text("operationCallbackUri", Options.OPERATION_CALLBACK_URI);
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
