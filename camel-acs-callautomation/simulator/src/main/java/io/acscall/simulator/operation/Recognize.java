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

import java.util.Optional;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.call.AppLeg;
import io.acscall.simulator.call.Call;
import io.acscall.simulator.call.CallEvents;
import io.acscall.simulator.call.Calls;
import io.acscall.simulator.call.OutcomeTarget;
import io.acscall.simulator.call.ScriptedReplies;
import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.callback.CallbackEventType;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.people.Input;
import io.acscall.simulator.recognition.Ear;
import io.acscall.simulator.recognition.Recognition;
import io.acscall.simulator.recognition.RecognitionPlan;
import io.acscall.simulator.recognition.RecognitionTies;
import io.acscall.simulator.rest.OperationHandler;
import io.acscall.simulator.rest.OperationRequest;
import io.acscall.simulator.rest.RequestBody;
import io.acscall.simulator.time.SimulatorScheduler;

/** recognize: asks a person for keys, words or a choice. */
public final class Recognize implements OperationHandler {

    private final Connections connections;
    private final CallEvents events;
    private final OperationFields fields;
    private final RecognizeFields recognizeFields;
    private final ScriptedReplies replies;
    private final ScriptedFailures failures;
    private final SimulatorScheduler scheduler;

    public Recognize(Calls calls, CallEvents events, CallbackUris callbackUris, RecognizeFields recognizeFields,
                     ScriptedReplies replies, ScriptedFailures failures, SimulatorScheduler scheduler) {
        this.connections = new Connections(calls);
        this.events = events;
        this.fields = new OperationFields(callbackUris);
        this.recognizeFields = recognizeFields;
        this.replies = replies;
        this.failures = failures;
        this.scheduler = scheduler;
    }

    @Override
    public JsonNode handle(OperationRequest request) {
        connections.change(request, (call, leg) -> recognize(call, leg, request.body()));
        return null;
    }

    private void recognize(Call call, AppLeg leg, RequestBody body) {
        RecognitionPlan plan = recognizeFields.plan(body, leg.setup().cognitiveServices());
        Ear ear = recognizeFields.ear(plan.type(), body.object("recognizeOptions"), leg.setup().apiVersion());
        boolean interrupt = body.optionalFlag("interruptCallMediaOperation");
        OutcomeTarget asked = fields.outcomeTarget(call, leg, body);
        OperationFields.requireConnected(leg);
        OperationFields.requireOnTheLine(call, plan.target());
        OperationFields.requireRoom(leg, interrupt);
        leg.media().submit(
                new Recognition(
                        plan.failing(failures.of("recognize", plan.prompt())), ear, new Ties(asked, plan.target()), leg.media(),
                        scheduler),
                interrupt);
    }

    /** The call and the person that a recognition is about. */
    private final class Ties implements RecognitionTies {

        private final OutcomeTarget asked;
        private final Identifier person;

        Ties(OutcomeTarget asked, Identifier person) {
            this.asked = asked;
            this.person = person;
        }

        @Override
        public void guard(Runnable work) {
            asked.call().locked(work);
        }

        @Override
        public Optional<Input> script(Predicate<Input> wanted) {
            return replies.next(asked.call(), person, wanted);
        }

        @Override
        public void tell(CallbackEventType type, CallResult result, ObjectNode extra) {
            events.outcome(
                    asked.call(), asked.leg(), type, result, extra, asked.context(), asked.callbackUri());
        }
    }
}
