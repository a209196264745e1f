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
import java.util.Set;

import com.azure.core.http.HttpMethod;
import io.acscall.camel.client.Participant;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.client.ServiceResponse;
import io.acscall.camel.event.Ending;

/**
 * Mutes one participant: the REST operation {@code POST /calling/callConnections/{id}/participants:mute}. The service
 * has no operation that takes it back.
 */
public final class Mute implements CallAction {

    private static final Set<Option<?>> OPTIONS
            = Option.setOf(Options.CALL_CONNECTION_ID, Options.TARGETS, Options.OPERATION_CONTEXT);
    private static final String ONE_ONLY = "one participant is muted at a time";

    @Override
    public String name() {
        return "mute";
    }

    @Override
    public Set<Option<?>> options() {
        return OPTIONS;
    }

    @Override
    public void check(Inputs written) {
        written.get(Options.TARGETS).ifPresent(targets -> RequestBody.checkOne(name(), targets, ONE_ONLY));
    }

    @Override
    public ServiceRequest request(Inputs inputs) {
        RequestBody body = new RequestBody(inputs);
        Participant muted = body.one(body.presentOrRemoteParty("targetParticipants"), ONE_ONLY);
        body.set("targetParticipants", RequestBody.array(List.of(muted), true)).context();
        return new ServiceRequest(HttpMethod.POST, Paths.call(inputs, "/participants:mute"), body.toJson(), null);
    }

    @Override
    public ActionResult result(Inputs inputs, ServiceResponse response) {
        return ActionResult.NONE;
    }

    /** ParticipantsUpdated follows, but says not what it follows. */
    @Override
    public Ending ending() {
        return Ending.none();
    }

    @Override
    public boolean repeatable() {
        return true;
    }
}
