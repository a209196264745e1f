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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.callback.CallbackEventType;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.time.SimulatorScheduler;

/**
 * Transfers people to somebody else. The target is rung by a call of its own, to which the person moves once it is
 * answered. So a call of two is over for the application, and a group call goes on without that person.
 */
public final class Transfers {

    private final Calls calls;
    private final Ringing ringing;
    private final CallEnding ending;
    private final CallEvents events;
    private final CallNotes notes;
    private final SimulatorScheduler scheduler;

    public Transfers(Calls calls, Ringing ringing, CallEnding ending, CallEvents events, CallNotes notes,
                     SimulatorScheduler scheduler) {
        this.calls = calls;
        this.ringing = ringing;
        this.ending = ending;
        this.events = events;
        this.notes = notes;
        this.scheduler = scheduler;
    }

    /**
     * Rings the target; CallTransferAccepted or CallTransferFailed tells how it went. Under the lock of the call.
     *
     * @param  transferee   on the line
     * @param  details      what comes with the call
     * @param  callerId     what the target sees, or null for the transferee
     * @param  atMost       how long it may ring
     * @throws ServiceFault 409/8519 when the transferee is being transferred already, 429/8530 when there are too many
     *                      calls at once
     */
    public void transfer(
            OutcomeTarget asked, Party transferee, Identifier target, CallerDetails details, Identifier callerId,
            Duration atMost) {
        if (transferee.leaving()) {
            throw ServiceFault.of(409, "8519", "Conflict: the transferee is being transferred already.");
        }
        Identifier from = callerId == null ? transferee.identifier() : callerId;
        Call next = calls.open(Direction.BETWEEN_PEOPLE, from);
        notes.elsewhere(asked.call(), "transfer", transferee.identifier().display() + " is transferred to " + target.display()
                                                  + " in call " + next.identity().id(),
                target);
        Transfer transfer = new Transfer(asked, transferee, target, next);
        transferee.leaving(transfer::transfereeLeft);
        scheduler.after(Duration.ZERO, () -> next.locked(
                () -> ringing.ring(next, target, new Invitation(from, details, atMost), transfer)));
    }

    /**
     * A transfer under way. What happens in one of its two calls reaches the other a moment later, never under its
     * lock.
     */
    private final class Transfer implements RingOutcome {

        private final OutcomeTarget asked;
        private final Party transferee;
        private final Identifier target;
        private final Call next;

        Transfer(OutcomeTarget asked, Party transferee, Identifier target, Call next) {
            this.asked = asked;
            this.transferee = transferee;
            this.target = target;
            this.next = next;
        }

        @Override
        public void accepted() {
            next.phase(CallPhase.CONNECTED);
            later(() -> Call.locked(asked.call(), next, () -> {
                complete();
                return null;
            }));
        }

        @Override
        public void failed(CallResult why) {
            ending.end(next, why);
            later(() -> asked.call().locked(() -> {
                if (transferee.leaving()) {
                    transferee.stays();
                    events.outcome(asked, CallbackEventType.CALL_TRANSFER_FAILED, why, Json.object());
                }
            }));
        }

        /** Under the lock of the first call. */
        void transfereeLeft() {
            events.outcome(asked, CallbackEventType.CALL_TRANSFER_FAILED, CallResult.CALLER_CANCELLED, Json.object());
            later(() -> next.locked(() -> ending.end(next, CallResult.CALLER_CANCELLED)));
        }

        private void complete() {
            if (!transferee.leaving()) {
                return;
            }
            transferee.stays();
            if (next.ended()) {
                events.outcome(asked, CallbackEventType.CALL_TRANSFER_FAILED, CallResult.CALLER_CANCELLED, Json.object());
                return;
            }
            Call call = asked.call();
            ObjectNode extra = Json.object();
            extra.set("transferTarget", target.toJson());
            extra.set("transferee", transferee.identifier().toJson());
            call.moveTo(next, transferee);
            notes.person(call, transferee.identifier(), "transferred", "talks to " + target.display() + " now");
            events.outcome(asked, CallbackEventType.CALL_TRANSFER_ACCEPTED, CallResult.TRANSFERRED, extra);
            ending.settle(call, CallResult.ENDED_FOR_OTHER_LEG);
            events.participantsUpdated(next);
        }

        private void later(Runnable work) {
            scheduler.after(Duration.ZERO, work);
        }
    }
}
