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

import java.time.Duration;
import java.util.Set;

import com.azure.core.http.HttpMethod;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.client.ServiceResponse;
import io.acscall.camel.event.Ending;

/**
 * Listens to what a person presses or says: the REST operation {@code POST /calling/callConnections/{id}:recognize}.
 */
public final class Recognize implements CallAction {

    private static final Set<Option<?>> OPTIONS
            = Option.setOf(Options.CALL_CONNECTION_ID, Options.INPUT_TYPE, Options.TARGETS, Options.MAX_TONES,
                    Options.STOP_TONES,
                    Options.INTER_TONE_TIMEOUT, Options.INITIAL_SILENCE_TIMEOUT, Options.END_SILENCE_TIMEOUT, Options.CHOICES,
                    Options.SPEECH_LANGUAGE, Options.SPEECH_MODEL, Options.FILE, Options.TEXT, Options.SSML, Options.VOICE,
                    Options.VOICE_KIND, Options.LOCALE, Options.CUSTOM_VOICE_ENDPOINT_ID, Options.PLAY_SOURCE_CACHE_ID,
                    Options.INTERRUPT_PROMPT, Options.INTERRUPT, Options.OPERATION_CONTEXT, Options.OPERATION_CALLBACK_URI);
    private static final String ONE_ONLY = "one participant is listened to at a time";
    private static final Duration INITIAL_SILENCE = Duration.ofSeconds(5);
    private static final Duration INTER_TONE = Duration.ofSeconds(2);
    private static final Duration END_SILENCE = Duration.ofSeconds(2);
    private static final Duration PROMPT_AND_SERVICE = Duration.ofSeconds(60);
    private static final Set<String> BY_KEYS = Set.of("dtmf", "speechOrDtmf");
    private static final Set<String> BY_SPEECH = Set.of("speech", "speechOrDtmf");
    /** The service cancels the recognition of a call that ends just before it tells of the end. */
    private static final Duration CANCELLED_BY_HANG_UP = Duration.ofMillis(500);
    private static final Ending ENDING = Ending.on("RecognizeCompleted").failingOn("RecognizeFailed", "RecognizeCanceled")
            .yieldingToDisconnect(CANCELLED_BY_HANG_UP, "RecognizeCanceled");

    @Override
    public String name() {
        return "recognize";
    }

    @Override
    public Set<Option<?>> options() {
        return OPTIONS;
    }

    @Override
    public void check(Inputs written) {
        PlaySource.check(written);
        written.get(Options.TARGETS).ifPresent(targets -> RequestBody.checkOne(name(), targets, ONE_ONLY));
    }

    @Override
    public ServiceRequest request(Inputs inputs) {
        RequestBody body = new RequestBody(inputs);
        String type = inputs.get(Options.INPUT_TYPE).or(() -> body.rawText("recognizeInputType"))
                .orElseThrow(() -> InvalidInputException.missing(name(), Options.INPUT_TYPE));
        PlaySource.of(inputs).ifPresent(prompt -> body.set("playPrompt", prompt));
        body.toJson().put("recognizeInputType", type);
        body.flag("interruptCallMediaOperation", Options.INTERRUPT)
                .context()
                .text("operationCallbackUri", Options.OPERATION_CALLBACK_URI);
        options(inputs, body, type);
        return new ServiceRequest(HttpMethod.POST, Paths.call(inputs, ":recognize"), body.toJson(), null);
    }

    private void options(Inputs inputs, RequestBody body, String type) {
        RequestBody options = body.nested("recognizeOptions");
        options.flag("interruptPrompt", Options.INTERRUPT_PROMPT)
                .text("speechLanguage", Options.SPEECH_LANGUAGE)
                .text("speechRecognitionModelEndpointId", Options.SPEECH_MODEL)
                .secondsOr("initialSilenceTimeoutInSeconds", Options.INITIAL_SILENCE_TIMEOUT, INITIAL_SILENCE);
        options.oneInCall("targetParticipant", ONE_ONLY);
        if (BY_KEYS.contains(type)) {
            keys(inputs, options.nested("dtmfOptions"));
        }
        if (BY_SPEECH.contains(type)) {
            speech(inputs, options.nested("speechOptions").toJson());
        }
        inputs.get(Options.CHOICES).ifPresent(choices -> options.set("choices", choices));
        if ("choices".equals(type) && !options.has("choices")) {
            throw InvalidInputException.missing(name(), Options.CHOICES);
        }
    }

    private static void keys(Inputs inputs, RequestBody options) {
        options.secondsOr("interToneTimeoutInSeconds", Options.INTER_TONE_TIMEOUT, INTER_TONE);
        inputs.get(Options.MAX_TONES).ifPresent(count -> options.toJson().put("maxTonesToCollect", count));
        inputs.get(Options.STOP_TONES).ifPresent(keys -> options.set("stopTones", Tones.toJson(keys)));
    }

    private static void speech(Inputs inputs, ObjectNode options) {
        if (inputs.get(Options.END_SILENCE_TIMEOUT).isPresent() || !options.has("endSilenceTimeoutInMs")) {
            options.put("endSilenceTimeoutInMs", inputs.get(Options.END_SILENCE_TIMEOUT).orElse(END_SILENCE).toMillis());
        }
    }

    @Override
    public ActionResult result(Inputs inputs, ServiceResponse response) {
        return ActionResult.NONE;
    }

    @Override
    public Ending ending() {
        return ENDING;
    }

    /** All the silence that the person may make, and a minute for the prompt and the service. */
    @Override
    public Duration awaitTimeout(Inputs inputs) {
        Duration silence = inputs.get(Options.INITIAL_SILENCE_TIMEOUT).orElse(INITIAL_SILENCE);
        Duration keys = inputs.get(Options.INTER_TONE_TIMEOUT).orElse(INTER_TONE)
                .multipliedBy(inputs.get(Options.MAX_TONES).orElse(1));
        Duration speech = inputs.get(Options.END_SILENCE_TIMEOUT).orElse(END_SILENCE);
        return silence.plus(keys).plus(speech).plus(PROMPT_AND_SERVICE);
    }
}
