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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.call.AppLeg;
import io.acscall.simulator.call.Call;
import io.acscall.simulator.call.CallEvents;
import io.acscall.simulator.call.CallNotes;
import io.acscall.simulator.call.OutcomeTarget;
import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.callback.CallbackEventType;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.people.Tone;
import io.acscall.simulator.rest.OperationHandler;
import io.acscall.simulator.rest.OperationRequest;
import io.acscall.simulator.rest.RequestBody;
import io.acscall.simulator.time.SimulatorScheduler;

/** sendDtmfTones: presses keys, which somebody on a telephone hears. */
public final class SendDtmfTones implements OperationHandler {

    private static final String TONES = "tones";
    private static final int MOST = 18;
    private static final Duration TONE = Duration.ofMillis(20);

    private final Connections connections;
    private final OperationFields fields;
    private final CallEvents events;
    private final CallNotes notes;
    private final ScriptedFailures failures;
    private final SimulatorScheduler scheduler;

    SendDtmfTones(Connections connections, OperationFields fields, CallEvents events, CallNotes notes,
                  ScriptedFailures failures, SimulatorScheduler scheduler) {
        this.connections = connections;
        this.fields = fields;
        this.events = events;
        this.notes = notes;
        this.failures = failures;
        this.scheduler = scheduler;
    }

    @Override
    public JsonNode handle(OperationRequest request) {
        return connections.with(request, (call, leg) -> send(call, leg, request.body()));
    }

    private JsonNode send(Call call, AppLeg leg, RequestBody body) {
        List<Tone> tones = tones(body);
        Identifier person = body.identifier("targetParticipant");
        OutcomeTarget asked = fields.outcomeTarget(call, leg, body);
        OperationFields.requireConnected(leg);
        OperationFields.requireOnTheLine(call, person);
        scheduler.after(TONE.multipliedBy(tones.size()), () -> call.locked(() -> sent(asked, person, tones)));
        return OperationFields.answer(asked);
    }

    private static List<Tone> tones(RequestBody body) {
        List<Tone> tones = new ArrayList<>();
        for (String name : body.texts(TONES)) {
            tones.add(Tone.of(name).orElseThrow(() -> body.wrong(TONES, "a tone is one of " + Tone.wireNames() + ".")));
        }
        if (tones.size() > MOST) {
            throw body.wrong(TONES, "at most " + MOST + " tones can be sent, there are " + tones.size() + ".");
        }
        return tones;
    }

    private void sent(OutcomeTarget asked, Identifier person, List<Tone> tones) {
        CallResult result = result(asked.call(), person);
        if (result.success()) {
            notes.person(asked.call(), person, "hearTones", "heard the tones " + Tone.write(tones));
        }
        CallbackEventType type = result.success()
                ? CallbackEventType.SEND_DTMF_TONES_COMPLETED : CallbackEventType.SEND_DTMF_TONES_FAILED;
        events.outcome(asked, type, result, Json.object());
    }

    private CallResult result(Call call, Identifier person) {
        if (call.party(person).isEmpty()) {
            return CallResult.PARTICIPANT_NOT_FOUND;
        }
        return failures.of("sendDtmfTones").orElse(person.isPhone() ? CallResult.SUCCESS : CallResult.TONES_NOT_TAKEN);
    }
}
