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
package io.acscall.simulator.recognition;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.callback.CallbackEventType;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.media.MediaFailure;
import io.acscall.simulator.media.MediaOperation;
import io.acscall.simulator.media.MediaQueue;
import io.acscall.simulator.people.Input;
import io.acscall.simulator.people.Tone;
import io.acscall.simulator.time.Scheduled;
import io.acscall.simulator.time.SimulatorScheduler;

/**
 * Plays a prompt if there is one, and listens to one person until the ear has heard enough or nothing comes. A person
 * with a script does the next thing in it: into the prompt where that may be interrupted, after it otherwise. What
 * people do into a prompt that may not be interrupted counts when it is over.
 */
public final class Recognition implements MediaOperation {

    private static final int MOST_KEPT = 64;

    private final RecognitionPlan plan;
    private final Ear ear;
    private final RecognitionTies ties;
    private final MediaQueue queue;
    private final SimulatorScheduler scheduler;
    private final Deque<Input> kept = new ArrayDeque<>();
    private Scheduled timer = Scheduled.NONE;
    private int period;
    private boolean playing;
    private boolean scripted;
    private boolean over;

    public Recognition(RecognitionPlan plan, Ear ear, RecognitionTies ties, MediaQueue queue, SimulatorScheduler scheduler) {
        this.plan = plan;
        this.ear = ear;
        this.ties = ties;
        this.queue = queue;
        this.scheduler = scheduler;
    }

    /** What cannot be played at all is not said to have started. */
    @Override
    public void start() {
        MediaFailure failure = plan.failure();
        if (failure != null && failure.after().isZero()) {
            finish(Recognized.failed(failure));
            return;
        }
        if (plan.prompt() == null) {
            listen();
            return;
        }
        playing = true;
        ties.tell(CallbackEventType.PLAY_STARTED, CallResult.MEDIA_COMPLETED, Json.object());
        if (failure == null) {
            then(plan.prompt().length(), this::listen);
        } else {
            then(failure.after(), () -> finish(Recognized.failed(failure)));
        }
        if (plan.interruptPrompt()) {
            actByScript();
        }
    }

    @Override
    public void cancel() {
        end();
        ties.tell(CallbackEventType.RECOGNIZE_CANCELED, CallResult.MEDIA_CANCELED, Json.object());
    }

    @Override
    public void hear(Identifier person, Input input) {
        if (over || !person.equals(plan.target()) || !plan.type().hears(input)) {
            return;
        }
        if (!playing || plan.interruptPrompt()) {
            take(input);
        } else if (kept.size() < MOST_KEPT) {
            kept.add(input);
        }
    }

    private void listen() {
        playing = false;
        waitForMore();
        while (!over && !kept.isEmpty()) {
            take(kept.removeFirst());
        }
        if (!over) {
            actByScript();
        }
    }

    private void actByScript() {
        if (!scripted) {
            Optional<Input> next = ties.script(plan.type()::takes);
            scripted = next.isPresent();
            next.filter(plan.type()::hears).ifPresent(this::take);
        }
    }

    private void take(Input input) {
        playing = false;
        heard(input).ifPresentOrElse(this::finish, this::waitForMore);
    }

    private Optional<Recognized> heard(Input input) {
        return switch (input.kind()) {
            case TONES -> keys(input);
            case SPEECH -> ear.words(input.text());
            case CHOICE -> ear.choice(input.text());
            case SILENCE -> Optional.empty();
        };
    }

    private Optional<Recognized> keys(Input input) {
        Optional<Recognized> result = Optional.empty();
        for (Iterator<Tone> tones = input.tones().iterator(); tones.hasNext() && result.isEmpty();) {
            result = ear.key(tones.next());
        }
        return result;
    }

    private void waitForMore() {
        then(ear.patience(), () -> finish(ear.silence()));
    }

    private void finish(Recognized recognized) {
        end();
        ties.tell(recognized.type(), recognized.result(), recognized.extra());
        queue.finished(this);
    }

    private void end() {
        over = true;
        then(null, null);
    }

    /** What is to happen when nothing else happens before; the time may be over just as something else happens. */
    private void then(Duration delay, Runnable next) {
        timer.cancel();
        int mine = ++period;
        timer = delay == null ? Scheduled.NONE : scheduler.after(delay, () -> ties.guard(() -> {
            if (mine == period) {
                next.run();
            }
        }));
    }
}
