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

import java.net.URI;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.call.AppLeg;
import io.acscall.simulator.call.Call;
import io.acscall.simulator.call.CallEvents;
import io.acscall.simulator.call.Calls;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.media.Playback;
import io.acscall.simulator.media.Prompt;
import io.acscall.simulator.rest.OperationHandler;
import io.acscall.simulator.rest.OperationRequest;
import io.acscall.simulator.rest.RequestBody;
import io.acscall.simulator.time.SimulatorScheduler;

/** play: plays files, text or SSML to all or some. */
public final class Play implements OperationHandler {

    private final Connections connections;
    private final CallEvents events;
    private final CallbackUris callbackUris;
    private final PlaySources sources;
    private final ScriptedFailures failures;
    private final SimulatorScheduler scheduler;

    public Play(Calls calls, CallEvents events, CallbackUris callbackUris, PlaySources sources, ScriptedFailures failures,
                SimulatorScheduler scheduler) {
        this.connections = new Connections(calls);
        this.events = events;
        this.callbackUris = callbackUris;
        this.sources = sources;
        this.failures = failures;
        this.scheduler = scheduler;
    }

    @Override
    public JsonNode handle(OperationRequest request) {
        connections.change(request, (call, leg) -> play(call, leg, request.body()));
        return null;
    }

    private void play(Call call, AppLeg leg, RequestBody body) {
        Prompt prompt = sources.read(body.objects("playSources"), leg.setup().cognitiveServices());
        List<Identifier> to = body.optionalIdentifiers("playTo");
        RequestBody options = body.optionalObject("playOptions");
        boolean loop = options != null && options.flag("loop");
        boolean interrupt = body.optionalFlag("interruptCallMediaOperation");
        String context = body.optionalText("operationContext");
        URI target = callbackUris.optional(body, "operationCallbackUri");
        OperationFields.requireConnected(leg);
        to.forEach(person -> OperationFields.requireOnTheLine(call, person));
        OperationFields.requireRoom(leg, interrupt);
        Playback playback = new Playback(
                work -> call.locked(work), leg.media(), loop ? null : prompt.length(), scheduler,
                failures.of("play", prompt),
                (type, result, extra) -> events.outcome(call, leg, type, result, extra, context, target));
        leg.media().submit(playback, interrupt);
    }
}
