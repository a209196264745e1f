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
import io.acscall.simulator.recording.RecordingEnd;

/**
 * How people and applications leave calls, and how calls end: when the last person is gone, or when an application ends
 * them for all. All under the lock of the call.
 */
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
        if (isIn(call, party)) {
            take(call, party, CallResult.ENDED_FOR_OTHER_LEG);
            notes.person(call, party, "hangUp", "hung up");
            settle(call, personLeft(call, party));
        }
    }

    /** Somebody who is rung will not come. Nothing happens when the phone does not ring. */
    void refuse(Call call, Party party, CallResult why) {
        if (party.isRinging()) {
            RingOutcome outcome = party.stopRinging();
            take(call, party, why);
            notes.person(call, party, "refuse", "did not take the call: " + why.code() + "/" + why.subCode());
            outcome.failed(why);
        }
    }

    /** The application leaves; in a call of two this ends it. */
    public void hangUp(Call call, AppLeg leg) {
        Party self = leg.answersAs();
        if (leg.state() == LegState.CONNECTING) {
            end(call, CallResult.ENDED_BY_API);
        } else if (self != null && self.isRinging()) {
            refuse(call, self, CallResult.DECLINED);
        } else {
            depart(call, leg, CallResult.ENDED_BY_API);
            settle(call, call.legs().isEmpty() ? CallResult.ENDED_BY_API : CallResult.ENDED_FOR_OTHER_LEG);
        }
    }

    /** Takes an application out of a call, with whom it answered for, and tells only this application. */
    void depart(Call call, AppLeg leg, CallResult result) {
        if (leg.answersAs() != null && isIn(call, leg.answersAs())) {
            take(call, leg.answersAs(), result);
        } else {
            disconnect(call, leg, result);
        }
    }

    /** Takes somebody out of a call, with the application that answered for that person, and tells only that one. */
    void take(Call call, Party party, CallResult result) {
        party.stopRinging();
        call.remove(party);
        call.legOf(party).ifPresent(leg -> disconnect(call, leg, result));
        party.left();
    }

    /** Somebody has left: those who stay are told who is there, or the call ends because nobody is left to talk to. */
    void settle(Call call, CallResult ifOver) {
        if (goesOn(call)) {
            events.participantsUpdated(call);
        } else {
            end(call, ifOver);
        }
    }

    /** Ends the call if nobody is left to talk to. */
    void endIfOver(Call call, CallResult result) {
        if (!goesOn(call)) {
            end(call, result);
        }
    }

    /** Ends a call for everybody in it. */
    public void end(Call call, CallResult result) {
        if (call.ended()) {
            return;
        }
        call.withdrawOffers();
        call.legs().forEach(leg -> disconnect(call, leg, result));
        for (Party party : call.parties()) {
            take(call, party, result);
            notes.person(call, party.identifier(), "disconnected", null);
        }
        call.recording().ifPresent(recording -> recording.end(RecordingEnd.CALL_ENDED));
        call.phase(CallPhase.ENDED);
        calls.close(call, result.code() + "/" + result.subCode() + " " + result.message());
    }

    private void disconnect(Call call, AppLeg leg, CallResult result) {
        leg.media().cancelAll();
        leg.tones().end();
        leg.streams().end();
        switch (leg.state()) {
            case UNKNOWN -> events.aboutLeg(call, leg, leg.origin().failure(), CallResult.CALL_NOT_FOUND);
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

    private static boolean isIn(Call call, Party party) {
        return !call.ended() && call.party(party.identifier()).orElse(null) == party;
    }

    /**
     * A call goes on while somebody is there or may still come, and has an application or another person to talk to. In
     * a group call or a room people may be alone.
     */
    private static boolean goesOn(Call call) {
        int people = call.parties().size();
        long applications = call.legs().stream().filter(leg -> leg.answersAs() == null).count();
        return people > 0 && (applications + people > 1 || call.identity().place().open());
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
