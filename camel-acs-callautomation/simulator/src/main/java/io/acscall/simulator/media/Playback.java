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
package io.acscall.simulator.media;

import java.time.Duration;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.callback.CallbackEventType;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.time.Scheduled;
import io.acscall.simulator.time.SimulatorScheduler;

/** A prompt that is played: started, then completed after its duration, unless it is cancelled. */
public final class Playback implements MediaOperation {

    private final Consumer<Runnable> guard;
    private final MediaQueue queue;
    private final Duration duration;
    private final SimulatorScheduler scheduler;
    private final MediaFailure failure;
    private final MediaEvents events;
    private Scheduled end = Scheduled.NONE;

    /**
     * @param guard    runs something under the lock of the call
     * @param duration how long it takes; null: until it is cancelled
     * @param failure  how it fails on purpose; null when it does not
     * @param events   tells the application
     */
    public Playback(Consumer<Runnable> guard, MediaQueue queue, Duration duration, SimulatorScheduler scheduler,
                    MediaFailure failure, MediaEvents events) {
        this.guard = guard;
        this.queue = queue;
        this.duration = duration;
        this.scheduler = scheduler;
        this.failure = failure;
        this.events = events;
    }

    /** What cannot be played at all is not said to have started. */
    @Override
    public void start() {
        if (failure != null && failure.after().isZero()) {
            fail();
            return;
        }
        events.tell(CallbackEventType.PLAY_STARTED, CallResult.MEDIA_COMPLETED, Json.object());
        if (failure != null) {
            end = scheduler.after(failure.after(), () -> guard.accept(this::fail));
        } else if (duration != null) {
            end = scheduler.after(duration, () -> guard.accept(this::complete));
        }
    }

    @Override
    public void cancel() {
        end.cancel();
        end = null;
        events.tell(CallbackEventType.PLAY_CANCELED, CallResult.MEDIA_CANCELED, Json.object());
    }

    private void complete() {
        over(CallbackEventType.PLAY_COMPLETED, CallResult.MEDIA_COMPLETED, Json.object());
    }

    private void fail() {
        over(CallbackEventType.PLAY_FAILED, failure.result(), failure.extra());
    }

    private void over(CallbackEventType type, CallResult result, ObjectNode extra) {
        // Cancelling may come between the moment the time is over and the moment the call is ours.
        if (end != null) {
            events.tell(type, result, extra);
            queue.finished(this);
        }
    }
}
