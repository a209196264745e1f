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
import java.util.Map;
import java.util.Set;

import com.azure.core.http.HttpMethod;
import io.acscall.camel.client.Participant;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.client.ServiceResponse;
import io.acscall.camel.event.DisconnectMeaning;
import io.acscall.camel.event.Ending;

/**
 * Rings one person ({@code createCall}) or several at once ({@code createGroupCall}): the REST operation
 * {@code POST /calling/callConnections}.
 */
public final class CreateCall implements CallAction {

    private static final Set<Option<?>> OPTIONS = Option.setOf(Options.TARGETS, Options.SOURCE_CALLER_ID,
            Options.SOURCE_DISPLAY_NAME, Options.SOURCE,
            Options.TEAMS_APP_SOURCE, Options.CALLBACK_URI, Options.COGNITIVE_SERVICES_ENDPOINT, Options.MEDIA_STREAMING,
            Options.TRANSCRIPTION, Options.OPERATION_CONTEXT);
    private static final Duration UNANSWERED = Duration.ofSeconds(150);
    private static final Ending ENDING
            = Ending.on("CallConnected").failingOn("CreateCallFailed").disconnect(DisconnectMeaning.FAILURE);

    private final String name;
    private final boolean group;

    private CreateCall(String name, boolean group) {
        this.name = name;
        this.group = group;
    }

    /** Rings exactly one person. */
    public static CreateCall one() {
        return new CreateCall("createCall", false);
    }

    /** Rings several; the call is connected when the first answers. */
    public static CreateCall group() {
        return new CreateCall("createGroupCall", true);
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
        StreamOptions.check(written);
        written.get(Options.TARGETS).ifPresent(this::checkCount);
    }

    private void checkCount(List<Participant> targets) {
        if (!group) {
            RequestBody.checkOne(name, targets, "this action rings one; acs-call:createGroupCall rings several");
        }
    }

    @Override
    public ServiceRequest request(Inputs inputs) {
        RequestBody body = new RequestBody(inputs);
        List<Participant> targets = body.targets("targets", Options.TARGETS);
        checkCount(targets);
        body.set("targets", RequestBody.array(targets, true))
                .callerId(targets)
                .text("sourceDisplayName", Options.SOURCE_DISPLAY_NAME)
                .user("source", Options.SOURCE)
                .teamsApp("teamsAppSource", Options.TEAMS_APP_SOURCE)
                .required("callbackUri", Options.CALLBACK_URI)
                .intelligence()
                .context();
        return new ServiceRequest(HttpMethod.POST, Paths.CALLS, StreamOptions.addTo(body, inputs).toJson(), null);
    }

    @Override
    public ActionResult result(Inputs inputs, ServiceResponse response) {
        CallProperties call = CallProperties.read(response);
        Map<String, Object> headers = Results.callHeaders(call);
        headers.put(Results.REMOTE_PARTY, Results.remoteParty(call.targets()));
        return new ActionResult(call, headers);
    }

    @Override
    public Ending ending() {
        return ENDING;
    }

    @Override
    public Duration awaitTimeout(Inputs inputs) {
        return UNANSWERED;
    }

    @Override
    public boolean repeatable() {
        return true;
    }
}
