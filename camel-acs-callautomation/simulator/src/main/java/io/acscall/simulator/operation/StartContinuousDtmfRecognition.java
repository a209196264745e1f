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

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.call.AppLeg;
import io.acscall.simulator.call.Call;
import io.acscall.simulator.call.CallEvents;
import io.acscall.simulator.call.OutcomeTarget;
import io.acscall.simulator.call.Party;
import io.acscall.simulator.call.ScriptedReplies;
import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.callback.CallbackEventType;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.media.ContinuousTones;
import io.acscall.simulator.people.Input;
import io.acscall.simulator.people.Tone;
import io.acscall.simulator.rest.OperationHandler;
import io.acscall.simulator.rest.OperationRequest;
import io.acscall.simulator.rest.RequestBody;

/**
 * startContinuousDtmfRecognition: has the application hear every key that a person presses. A person with a script does
 * the next thing in it that is about keys.
 */
public final class StartContinuousDtmfRecognition implements OperationHandler {

    private final Connections connections;
    private final OperationFields fields;
    private final CallEvents events;
    private final ScriptedReplies replies;
    private final ScriptedFailures failures;

    StartContinuousDtmfRecognition(Connections connections, OperationFields fields, CallEvents events,
                                   ScriptedReplies replies, ScriptedFailures failures) {
        this.connections = connections;
        this.fields = fields;
        this.events = events;
        this.replies = replies;
        this.failures = failures;
    }

    @Override
    public JsonNode handle(OperationRequest request) {
        connections.change(request, (call, leg) -> start(call, leg, request.body()));
        return null;
    }

    private void start(Call call, AppLeg leg, RequestBody body) {
        Identifier person = body.identifier("targetParticipant");
        OutcomeTarget asked = fields.outcomeTarget(call, leg, body);
        OperationFields.requireConnected(leg);
        OperationFields.requireOnTheLine(call, person);
        List<Identifier> present = call.joined().stream().map(Party::identifier).toList();
        leg.tones().start(person, present, new Report(asked));
        replies.next(call, person, input -> input.isOne(Input.Kind.TONES, Input.Kind.SILENCE))
                .ifPresent(input -> call.legs().forEach(other -> other.media().hear(person, input)));
    }

    /** Tells the application. */
    private final class Report implements ContinuousTones.Listener {

        private final OutcomeTarget asked;

        Report(OutcomeTarget asked) {
            this.asked = asked;
        }

        @Override
        public void pressed(Tone tone, int sequence) {
            Optional<CallResult> failure = failures.of("startContinuousDtmfRecognition");
            if (failure.isPresent()) {
                events.outcome(asked, CallbackEventType.CONTINUOUS_DTMF_TONE_FAILED, failure.get(), Json.object());
                return;
            }
            ObjectNode extra = Json.object().put("sequenceId", sequence).put("tone", tone.wireName());
            events.outcome(asked, CallbackEventType.CONTINUOUS_DTMF_TONE_RECEIVED, CallResult.SUCCESS, extra);
        }

        @Override
        public void ended() {
            events.outcome(asked, CallbackEventType.CONTINUOUS_DTMF_STOPPED, CallResult.CONVERSATION_ENDED, Json.object());
        }
    }
}
