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

import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.callback.CallbackEventType;

/** How calls end: somebody hangs up, the application leaves or ends it for all. All under the lock of the call. */
public final class CallEnding {

    private final Calls calls;
    private final CallEvents events;
    private final CallNotes notes;

    public CallEnding(Calls calls, CallEvents events, CallNotes notes) {
        this.calls = calls;
        this.events = events;
        this.notes = notes;
    }

    /** A person hangs up. Nothing happens when the person is not in the call any more. */
    public void leave(Call call, Party party) {
        if (call.ended() || call.party(party.identifier()).orElse(null) != party) {
            return;
        }
        party.stopRinging();
        call.remove(party);
        notes.person(call, party.identifier(), "hangUp", "hung up");
        if (goesOn(call)) {
            events.participantsUpdated(call);
        } else {
            end(call, personLeft(call, party));
        }
    }

    /** The application leaves; in a call of two this ends it. */
    public void hangUp(Call call, AppLeg leg) {
        boolean others = call.legs().size() > 1 || call.joined().size() > 1;
        if (!others || leg.state() != LegState.CONNECTED) {
            end(call, CallResult.ENDED_BY_API);
            return;
        }
        disconnect(call, leg, CallResult.ENDED_BY_API);
        events.participantsUpdated(call);
    }

    /** Ends a call for everybody in it. */
    public void end(Call call, CallResult result) {
        if (call.ended()) {
            return;
        }
        call.offer(null);
        call.legs().forEach(leg -> disconnect(call, leg, result));
        for (Party party : call.parties()) {
            party.stopRinging();
            call.remove(party);
            notes.person(call, party.identifier(), "disconnected", null);
        }
        call.phase(CallPhase.ENDED);
        calls.close(call, result.code() + "/" + result.subCode() + " " + result.message());
    }

    private void disconnect(Call call, AppLeg leg, CallResult result) {
        leg.media().cancelAll();
        switch (leg.state()) {
            case UNKNOWN -> events.aboutLeg(call, leg, CallbackEventType.ANSWER_FAILED, CallResult.CALL_NOT_FOUND);
            case CONNECTING -> connectingEnds(call, leg, result);
            case CONNECTED -> events.aboutLeg(call, leg, CallbackEventType.CALL_DISCONNECTED, result);
            case DISCONNECTED -> {
                return;
            }
        }
        calls.disconnect(call, leg);
    }

    /** The service was seen to send CallDisconnected first and CreateCallFailed after it. */
    private void connectingEnds(Call call, AppLeg leg, CallResult result) {
        events.aboutLeg(call, leg, CallbackEventType.CALL_DISCONNECTED, result);
        if (!result.success()) {
            events.createCallFailed(call, leg, result);
        }
    }

    /** A call goes on while an application has somebody to talk to, or somebody may still come, or two people talk. */
    private static boolean goesOn(Call call) {
        int people = call.parties().size();
        return call.legs().isEmpty() ? people > 1 : people > 0;
    }

    private static CallResult personLeft(Call call, Party party) {
        if (call.phase() == CallPhase.RINGING) {
            return CallResult.CALLER_CANCELLED;
        }
        if (!party.identifier().isPhone()) {
            return CallResult.ENDED_FOR_OTHER_LEG;
        }
        return party.caller() ? CallResult.CALLER_HUNG_UP_PSTN : CallResult.CALLEE_HUNG_UP_PSTN;
    }
}
