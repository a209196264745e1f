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
import java.util.function.BiFunction;
import java.util.function.Consumer;

import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.identity.Identifier;

/** Calls that the application makes, to one person or to several. */
public final class OutgoingCalls {

    private final Calls calls;
    private final Ringing ringing;
    private final CallEnding ending;
    private final CallEvents events;
    private final Duration noAnswerAfter;

    /**
     * @param noAnswerAfter how long a person may be rung
     */
    public OutgoingCalls(Calls calls, Ringing ringing, CallEnding ending, CallEvents events, Duration noAnswerAfter) {
        this.calls = calls;
        this.ringing = ringing;
        this.ending = ending;
        this.events = events;
        this.noAnswerAfter = noAnswerAfter;
    }

    /**
     * Makes a call and rings its targets.
     *
     * @param  begun        called with the call before anybody is rung
     * @param  result       makes the result out of the call that is only connecting yet
     * @throws ServiceFault 429/8530 when there are too many calls at once
     */
    public <T> T create(LegSetup setup, Consumer<Call> begun, BiFunction<Call, AppLeg, T> result) {
        Call call = calls.open(Direction.OUTGOING, setup.source());
        begun.accept(call);
        return call.locked(() -> {
            call.dialled(new Dialled(setup.targets(), setup.sourceDisplayName()));
            AppLeg leg = calls.connect(call, setup, LegOrigin.CREATED, call.identity());
            T made = result.apply(call, leg);
            setup.targets().forEach(target -> ringing.ring(call, target, invitation(setup, target), outcome(call)));
            return made;
        });
    }

    private Invitation invitation(LegSetup setup, Identifier target) {
        Identifier from = target.isPhone() && setup.callerId() != null ? setup.callerId() : setup.source();
        return new Invitation(from, new CallerDetails(setup.sourceDisplayName(), null, null), noAnswerAfter);
    }

    private RingOutcome outcome(Call call) {
        return new RingOutcome() {
            @Override
            public void accepted() {
                answered(call);
            }

            @Override
            public void failed(CallResult why) {
                refused(call, why);
            }
        };
    }

    /** The first who answers makes the call; everybody after joins it. */
    private void answered(Call call) {
        call.phase(CallPhase.CONNECTED);
        for (AppLeg leg : call.legs()) {
            if (leg.state() == LegState.CONNECTING) {
                events.connected(call, leg);
            }
        }
        events.participantsUpdated(call);
    }

    private void refused(Call call, CallResult why) {
        if (call.parties().isEmpty() && !call.ended()) {
            boolean several = call.legs().stream().anyMatch(leg -> leg.setup().targets().size() > 1);
            ending.end(call, several && why == CallResult.DECLINED ? CallResult.DECLINED_BY_ALL : why);
        }
    }
}
