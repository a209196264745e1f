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
package io.acscall.simulator.call;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.callback.CallbackEventType;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.people.Input;
import io.acscall.simulator.people.People;
import io.acscall.simulator.stream.StreamRequest;
import io.acscall.simulator.stream.StreamTies;
import io.acscall.simulator.timeline.Timeline;
import io.acscall.simulator.timeline.TimelineDraft;

/** What ties the streams of an application to its call. */
public record LegTies(Call call, AppLeg leg, CallEvents events, People people, Timeline timeline) implements StreamTies {

    @Override
    public String callId() {
        return call.identity().id();
    }

    @Override
    public String callConnectionId() {
        return leg.callConnectionId();
    }

    @Override
    public String correlationId() {
        return leg.identity().correlationId();
    }

    @Override
    public void guard(Runnable work) {
        call.locked(work);
    }

    @Override
    public List<Speaker> speakers() {
        return call.joined().stream().map(party -> new Speaker(party.identifier(), !party.muted() && !party.onHold()))
                .toList();
    }

    @Override
    public List<Input> script(Identifier person) {
        return people.script(person).inputs();
    }

    @Override
    public void tell(StreamRequest asked, CallbackEventType type, CallResult result, ObjectNode extra) {
        events.outcome(call, leg, type, result, extra, asked.context(), asked.callbackUri());
    }

    @Override
    public void note(TimelineDraft draft) {
        timeline.add(draft);
    }
}
