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

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.people.Input;
import io.acscall.simulator.time.Scheduled;

/** A person in a call, or one whose phone rings. Guarded by the lock of the call. */
public final class Party {

    private final Identifier identifier;
    private final boolean caller;
    private volatile Call call;
    private RingOutcome ringing;
    private String invitationId;
    private Runnable farewell;
    private Scheduled timer = Scheduled.NONE;
    private boolean muted;
    private boolean onHold;
    private boolean ledByHand;
    private final Set<Input> used = new HashSet<>();

    /**
     * @param caller whether this person began the call
     */
    public Party(Identifier identifier, boolean caller) {
        this.identifier = identifier;
        this.caller = caller;
    }

    public Identifier identifier() {
        return identifier;
    }

    public boolean caller() {
        return caller;
    }

    /** The call this person is in, or was in last. May be read without a lock, and be old news then. */
    Call call() {
        return call;
    }

    void call(Call current) {
        call = current;
    }

    /** The id by which the invitation can be cancelled while the phone rings; null when it cannot. */
    public String invitationId() {
        return invitationId;
    }

    void invitationId(String id) {
        invitationId = id;
    }

    /** Whether this person is being transferred to somebody who has not answered yet. */
    boolean leaving() {
        return farewell != null;
    }

    /** What is to be done, under the lock of the call, when this person leaves it before {@link #stays()}. */
    void leaving(Runnable newFarewell) {
        farewell = newFarewell;
    }

    void stays() {
        farewell = null;
    }

    /** The person has left the call. */
    void left() {
        timer(Scheduled.NONE);
        Runnable last = farewell;
        farewell = null;
        if (last != null) {
            last.run();
        }
    }

    /**
     * What this person does next by script; each input is returned once.
     *
     * @param script what the script has now
     * @param wanted which of that will do
     */
    Optional<Input> next(List<Input> script, Predicate<Input> wanted) {
        used.retainAll(script);
        Optional<Input> next = script.stream().filter(input -> !used.contains(input)).filter(wanted).findFirst();
        next.ifPresent(used::add);
        return next;
    }

    public boolean isRinging() {
        return ringing != null;
    }

    public boolean muted() {
        return muted;
    }

    public void muted(boolean now) {
        muted = now;
    }

    public boolean onHold() {
        return onHold;
    }

    public void onHold(boolean now) {
        onHold = now;
    }

    /** Whether what happens now is not in this person's script. */
    boolean ledByHand() {
        return ledByHand;
    }

    void ledByHand(boolean now) {
        ledByHand = now;
    }

    /** The phone begins to ring. */
    void ring(RingOutcome outcome) {
        ringing = outcome;
    }

    /** The phone stops to ring; returns what is to happen now. */
    RingOutcome stopRinging() {
        RingOutcome outcome = ringing;
        ringing = null;
        timer(Scheduled.NONE);
        return outcome;
    }

    /** What the person does next by script; replaces and cancels what was planned before. */
    void timer(Scheduled next) {
        timer.cancel();
        timer = next;
    }
}
