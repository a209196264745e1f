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

import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.time.Scheduled;

/** A person in a call, or one whose phone rings. Guarded by the lock of the call. */
public final class Party {

    private final Identifier identifier;
    private final boolean caller;
    private RingOutcome ringing;
    private Scheduled timer = Scheduled.NONE;
    private boolean muted;
    private boolean onHold;

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
