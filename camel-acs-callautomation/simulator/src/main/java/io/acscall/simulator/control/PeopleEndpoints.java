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
package io.acscall.simulator.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.call.PeopleActions;
import io.acscall.simulator.http.ServiceAnswer;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.people.Answer;
import io.acscall.simulator.people.Input;
import io.acscall.simulator.people.People;
import io.acscall.simulator.people.Script;
import io.acscall.simulator.rest.RequestBody;

/** Scripts people, and has them act in a call at once. */
public final class PeopleEndpoints {

    private final People people;
    private final PeopleActions actions;
    private final Map<String, Act> acts;

    /** What a person does, given the fields of the request. */
    @FunctionalInterface
    private interface Act {
        void act(String callId, Identifier person, RequestBody body);
    }

    public PeopleEndpoints(People people, PeopleActions actions) {
        this.people = people;
        this.actions = actions;
        this.acts = Map.of("answer", (call, person, body) -> this.actions.answer(call, person),
                "hold", (call, person, body) -> this.actions.hold(call, person, true),
                "unhold", (call, person, body) -> this.actions.hold(call, person, false),
                "decline", (call, person, body) -> this.actions.decline(call, person),
                "hangUp", (call, person, body) -> this.actions.hangUp(call, person),
                "tones", (call, person, body) -> this.actions.press(call, person, body.text("tones")),
                "speech", (call, person, body) -> this.actions.say(call, person, body.text("speech"),
                        ControlFields.millis(body, "durationMs")));
    }

    /** The endpoints. */
    public List<ControlApi.Endpoint> endpoints() {
        return List.of(ControlApi.Endpoint.of("PUT", "/people/{*person}", this::script),
                ControlApi.Endpoint.of("GET", "/people", this::all),
                ControlApi.Endpoint.of("DELETE", "/people/{*person}", this::forget),
                ControlApi.Endpoint.of("POST", "/calls/{callId}/people/{*person}/{action}", this::act));
    }

    private CompletableFuture<ServiceAnswer> script(ControlRequest request) {
        Identifier person = ControlFields.person(request.parameters().get("person"), "person");
        Script script = read(new RequestBody(request.body()));
        ObjectNode json = people.change(person, former -> script).toJson().put("person", person.rawId());
        return CompletableFuture.completedFuture(ServiceAnswer.of(200, json));
    }

    /** Those who were scripted last come first. */
    private CompletableFuture<ServiceAnswer> all(ControlRequest request) {
        ObjectNode json = Json.object();
        ArrayNode list = json.putArray("people");
        people.newest(ControlFields.newest(request)).forEach(
                (person, script) -> list.add(script.toJson().put("person", person)));
        return CompletableFuture.completedFuture(ServiceAnswer.of(200, json));
    }

    private CompletableFuture<ServiceAnswer> forget(ControlRequest request) {
        people.forget(ControlFields.person(request.parameters().get("person"), "person"));
        return CompletableFuture.completedFuture(ServiceAnswer.empty(204));
    }

    /**
     * Reads how somebody behaves.
     *
     * @throws io.acscall.simulator.http.ServiceFault 400 when something in it is wrong
     */
    public static Script read(RequestBody body) {
        String answer = body.optionalText("answer");
        Duration delay = ControlFields.millis(body, "delayMs");
        return new Script(
                answer == null
                        ? Answer.ACCEPT
                        : Answer.of(answer)
                                .orElseThrow(() -> body.wrong("answer", "it must be one of " + Answer.wireNames() + ".")),
                delay == null ? Duration.ZERO : delay, ControlFields.millis(body, "hangUpAfterMs"),
                ControlFields.millis(body, "giveUpAfterMs"), inputs(body));
    }

    /** Choices first, then keys, then words: a recognition takes the first that it can hear. */
    private static List<Input> inputs(RequestBody body) {
        List<Input> all = new ArrayList<>();
        ControlFields.texts(body, "choice").forEach(label -> all.add(Input.choice(label)));
        try {
            ControlFields.texts(body, "tones").forEach(tones -> all.addAll(Input.toneList(tones)));
        } catch (IllegalArgumentException e) {
            throw body.wrong("tones", e.getMessage() + ".");
        }
        ControlFields.texts(body, "speech").forEach(speech -> all.add(Input.speech(speech)));
        return all;
    }

    private CompletableFuture<ServiceAnswer> act(ControlRequest request) {
        Act act = acts.get(request.parameters().get("action"));
        if (act == null) {
            throw ServiceFault.of(404, "NotFound", "A person can do one of " + acts.keySet().stream().sorted().toList() + ".");
        }
        Identifier person = ControlFields.person(request.parameters().get("person"), "person");
        act.act(request.parameters().get("callId"), person, new RequestBody(request.body()));
        return CompletableFuture.completedFuture(ServiceAnswer.empty(202));
    }
}
