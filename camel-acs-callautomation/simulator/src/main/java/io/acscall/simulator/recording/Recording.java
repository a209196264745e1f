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
package io.acscall.simulator.recording;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import io.acscall.simulator.identity.Identifier;

/**
 * A recording of a call: inactive when it is made, active once it has begun, paused and resumed as often as one likes,
 * and over at last. Guarded by the lock of the call.
 */
public final class Recording {

    private final String id;
    private final RecordingPlan plan;
    private final RecordingTies ties;
    private final Clock clock;
    private final Supplier<Duration> elapsed;
    private final Tape tape = new Tape();
    private RecordingState state = RecordingState.INACTIVE;
    private List<Identifier> heard = List.of();
    private Instant startedAt;
    private Duration since;
    private boolean over;

    /**
     * @param clock   tells when it began
     * @param elapsed tells how much is recorded, in the time of the simulator
     */
    public Recording(String id, RecordingPlan plan, RecordingTies ties, Clock clock, Supplier<Duration> elapsed) {
        this.id = id;
        this.plan = plan;
        this.ties = ties;
        this.clock = clock;
        this.elapsed = elapsed;
    }

    public String id() {
        return id;
    }

    public RecordingPlan plan() {
        return plan;
    }

    public RecordingState state() {
        return state;
    }

    /** When it recorded first; null while it has not. */
    public Instant startedAt() {
        return startedAt;
    }

    /** What was recorded up to the last change. */
    public Tape tape() {
        return tape;
    }

    /**
     * Says that it is there, and records unless it was to be paused at its start.
     *
     * @param voices who can be heard
     */
    public void begin(List<Identifier> voices) {
        if (!over) {
            heard = List.copyOf(voices);
            ties.stateChanged(this);
            if (!plan.pauseOnStart()) {
                resume();
            }
        }
    }

    /** Records again; says so even when it does already. */
    public void resume() {
        if (state == RecordingState.INACTIVE) {
            startedAt = startedAt == null ? clock.instant() : startedAt;
            since = elapsed.get();
            state = RecordingState.ACTIVE;
        }
        ties.stateChanged(this);
    }

    /** Records nothing until it is resumed; says so even when it is paused already. */
    public void pause() {
        wind();
        state = RecordingState.INACTIVE;
        ties.stateChanged(this);
    }

    /** Others can be heard from now on. */
    public void hears(List<Identifier> voices) {
        wind();
        heard = List.copyOf(voices);
    }

    /** Ends it; a second time does nothing. */
    public void end(RecordingEnd why) {
        if (!over) {
            wind();
            over = true;
            state = RecordingState.INACTIVE;
            ties.stateChanged(this);
            ties.ended(this, why);
        }
    }

    /** Ends it without a word. */
    public void forget() {
        over = true;
    }

    private void wind() {
        if (state == RecordingState.ACTIVE) {
            Duration now = elapsed.get();
            tape.add(now.minus(since), heard);
            since = now;
        }
    }
}
