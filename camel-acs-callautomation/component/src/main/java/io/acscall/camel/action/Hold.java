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

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import com.azure.core.http.HttpMethod;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.client.ServiceResponse;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.Ending;

/**
 * Puts one participant on hold, with music if there is some ({@code hold}), or takes them back ({@code unhold}): the
 * REST operations {@code POST /calling/callConnections/{id}:hold} and {@code :unhold}. No event of its own tells that
 * it is done: ParticipantsUpdated, or a look at the participant, shows it.
 */
public final class Hold implements CallAction {

    private static final String FIELD = "targetParticipant";

    private final String name;
    private final String oneOnly;
    private final boolean onHold;
    private final Ending ending;

    private Hold(String name, String oneOnly, boolean onHold, Ending ending) {
        this.name = name;
        this.oneOnly = oneOnly;
        this.onHold = onHold;
        this.ending = ending;
    }

    /** Puts somebody on hold. */
    public static Hold hold() {
        return new Hold(
                "hold", "one participant is put on hold at a time", true,
                Ending.on("ParticipantsUpdated").failingOn("HoldFailed").matchedByState());
    }

    /** Takes somebody back. */
    public static Hold unhold() {
        return new Hold(
                "unhold", "one participant is taken back at a time", false, Ending.on("ParticipantsUpdated").matchedByState());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<Option<?>> options() {
        return onHold
                ? Option.setOf(Options.CALL_CONNECTION_ID, Options.TARGETS, Options.FILE, Options.TEXT, Options.SSML,
                        Options.VOICE, Options.VOICE_KIND, Options.LOCALE, Options.CUSTOM_VOICE_ENDPOINT_ID,
                        Options.PLAY_SOURCE_CACHE_ID, Options.OPERATION_CONTEXT, Options.OPERATION_CALLBACK_URI)
                : Option.setOf(Options.CALL_CONNECTION_ID, Options.TARGETS, Options.OPERATION_CONTEXT,
                        Options.OPERATION_CALLBACK_URI);
    }

    @Override
    public void check(Inputs written) {
        PlaySource.check(written);
        written.get(Options.TARGETS).ifPresent(targets -> RequestBody.checkOne(name, targets, oneOnly));
    }

    @Override
    public ServiceRequest request(Inputs inputs) {
        RequestBody body = new RequestBody(inputs).oneInCall(FIELD, oneOnly);
        if (onHold) {
            PlaySource.ofOptions(inputs).ifPresent(music -> body.set("playSourceInfo", music));
        }
        body.context().text("operationCallbackUri", Options.OPERATION_CALLBACK_URI);
        return new ServiceRequest(HttpMethod.POST, Paths.call(inputs, ":" + name), body.toJson(), null);
    }

    @Override
    public ActionResult result(Inputs inputs, ServiceResponse response) {
        return ActionResult.NONE;
    }

    /** The second answer is that of the look at the participant, where it has shown what was asked for. */
    @Override
    public ActionResult result(Inputs inputs, List<ServiceResponse> pages) {
        return pages.size() == 1
                ? ActionResult.NONE : new ActionResult(CallParticipant.read(pages.get(1).body()), Map.of());
    }

    @Override
    public Ending ending() {
        return ending;
    }

    @Override
    public Predicate<CallEvent> ends(Inputs inputs) {
        return asked(inputs)::isShownBy;
    }

    @Override
    public Optional<HoldState> goal(Inputs inputs) {
        return Optional.of(asked(inputs));
    }

    private HoldState asked(Inputs inputs) {
        RequestBody body = new RequestBody(inputs);
        return new HoldState(
                inputs.require(Options.CALL_CONNECTION_ID), body.one(body.presentOrRemoteParty(FIELD), oneOnly), onHold);
    }
}
