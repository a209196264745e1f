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
import java.util.List;
import java.util.Set;

import com.azure.core.http.HttpMethod;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.camel.client.Participant;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.client.ServiceResponse;
import io.acscall.camel.event.Ending;

/**
 * Plays a file, a text or SSML to everybody in a call or to some: the REST operation {@code POST
 * /calling/callConnections/{id}:play}.
 */
public final class Play implements CallAction {

    private static final Set<Option<?>> OPTIONS = Option.setOf(Options.CALL_CONNECTION_ID, Options.FILE, Options.TEXT,
            Options.SSML, Options.VOICE,
            Options.VOICE_KIND, Options.LOCALE, Options.CUSTOM_VOICE_ENDPOINT_ID, Options.PLAY_SOURCE_CACHE_ID,
            Options.TARGETS, Options.LOOP, Options.INTERRUPT, Options.OPERATION_CONTEXT, Options.OPERATION_CALLBACK_URI);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    /** The service cancels the prompt of a call that ends just before it tells of the end. */
    private static final Duration CANCELLED_BY_HANG_UP = Duration.ofMillis(500);
    private static final Ending ENDING = Ending.on("PlayCompleted").failingOn("PlayFailed", "PlayCanceled")
            .yieldingToDisconnect(CANCELLED_BY_HANG_UP, "PlayCanceled");

    @Override
    public String name() {
        return "play";
    }

    @Override
    public Set<Option<?>> options() {
        return OPTIONS;
    }

    @Override
    public void check(Inputs written) {
        PlaySource.check(written);
    }

    @Override
    public ServiceRequest request(Inputs inputs) {
        RequestBody body = new RequestBody(inputs);
        PlaySource.of(inputs).ifPresentOrElse(
                source -> body.set("playSources", JsonNodeFactory.instance.arrayNode().add(source)),
                () -> requireRawSources(body, inputs));
        playTo(inputs, body);
        body.flag("interruptCallMediaOperation", Options.INTERRUPT)
                .context()
                .text("operationCallbackUri", Options.OPERATION_CALLBACK_URI);
        playOptions(inputs, body);
        return new ServiceRequest(HttpMethod.POST, Paths.call(inputs, ":play"), body.toJson(), null);
    }

    /** Nobody named means everybody. */
    private static void playTo(Inputs inputs, RequestBody body) {
        List<Participant> some = inputs.get(Options.TARGETS).orElse(List.of());
        if (!some.isEmpty() || !body.has("playTo")) {
            body.set("playTo", RequestBody.array(some, false));
        }
    }

    private static void requireRawSources(RequestBody body, Inputs inputs) {
        if (!body.has("playSources")) {
            throw PlaySource.missing(inputs);
        }
    }

    private static void playOptions(Inputs inputs, RequestBody body) {
        if (inputs.get(Options.LOOP).isPresent() || !body.has("playOptions")) {
            ObjectNode options = JsonNodeFactory.instance.objectNode();
            body.set("playOptions", options.put("loop", inputs.get(Options.LOOP).orElse(false)));
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

    @Override
    public Duration awaitTimeout(Inputs inputs) {
        return LONGEST;
    }
}
