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

import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.time.SimulatorScheduler;

/** Calls between people, and how applications connect to calls that they have not made or answered. */
public final class RunningCalls {

    private final Calls calls;
    private final Ringing ringing;
    private final CallEnding ending;
    private final CallEvents events;
    private final CallNotes notes;
    private final SimulatorScheduler scheduler;

    public RunningCalls(Calls calls, Ringing ringing, CallEnding ending, CallEvents events, CallNotes notes,
                        SimulatorScheduler scheduler) {
        this.calls = calls;
        this.ringing = ringing;
        this.ending = ending;
        this.events = events;
        this.notes = notes;
        this.scheduler = scheduler;
    }

    /**
     * Has people talk to each other at once.
     *
     * @param  people       at least one; the first has begun the call
     * @throws ServiceFault 409/8519 when there is a call in that place already, 429/8530 when there are too many calls
     *                      at once
     */
    public RunningCall begin(List<Identifier> people, Place place) {
        if (place.open() && calls.live(call -> call.place().equals(place)).isPresent()) {
            throw ServiceFault.of(409, "8519", "There is a call with that group or room id already.");
        }
        Call call = calls.open(Direction.BETWEEN_PEOPLE, people.get(0), place);
        return call.locked(() -> {
            call.phase(CallPhase.CONNECTED);
            call.dialled(new Dialled(people.subList(1, people.size()), null));
            for (Identifier person : people) {
                Party party = new Party(person, call.parties().isEmpty());
                call.add(party);
                notes.person(call, person, "join", "is on the line");
                ringing.joined(party);
            }
            CallIdentity identity = call.identity();
            return new RunningCall(identity.id(), identity.serverCallId(), identity.correlationId(), place);
        });
    }

    /**
     * Connects an application to a call; a moment later it is connected, or hears ConnectFailed because there is nobody
     * in that group or room.
     *
     * @param  taken        called with the call before anything happens in it
     * @param  result       makes the result out of the call that is not connected yet
     * @throws ServiceFault 404/8522 when there is no call with that server call id, 400/8501 when it still rings,
     *                      429/8530 when there are too many calls at once
     */
    public <T> T connect(CallLocator locator, LegSetup setup, Consumer<Call> taken, BiFunction<Call, AppLeg, T> result) {
        Call call = calls.live(locator::finds).orElseGet(() -> nowhere(locator, setup));
        return call.locked(() -> {
            if (call.ended()) {
                throw ServiceFault.callNotFound();
            }
            if (call.phase() == CallPhase.RINGING && !call.parties().isEmpty()) {
                throw ServiceFault.notEstablished();
            }
            taken.accept(call);
            AppLeg leg = calls.connect(call, setup, LegOrigin.JOINED, call.identity());
            scheduler.after(Duration.ZERO, () -> call.locked(() -> connected(call, leg)));
            return result.apply(call, leg);
        });
    }

    /**
     * Whoever joins a group or room that does not exist hears so later; what joins a call by its id hears so at once.
     */
    private Call nowhere(CallLocator locator, LegSetup setup) {
        if (!locator.place().open()) {
            throw ServiceFault.callNotFound();
        }
        return calls.open(Direction.OUTGOING, setup.app());
    }

    private void connected(Call call, AppLeg leg) {
        if (leg.state() != LegState.UNKNOWN) {
            return;
        }
        if (call.parties().isEmpty()) {
            ending.end(call, CallResult.CALL_NOT_FOUND);
            return;
        }
        events.connected(call, leg);
        events.participantsUpdated(call);
    }
}
