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
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.callback.CallbackEventType;
import io.acscall.simulator.time.Scheduled;
import io.acscall.simulator.time.SimulatorScheduler;

/** A prompt that is played: started, then completed after its duration, unless it is cancelled. */
public final class Playback implements MediaOperation {

    private final Consumer<Runnable> guard;
    private final MediaQueue queue;
    private final Duration duration;
    private final SimulatorScheduler scheduler;
    private final BiConsumer<CallbackEventType, CallResult> events;
    private Scheduled end = Scheduled.NONE;

    /**
     * @param guard    runs something under the lock of the call
     * @param duration how long it takes; null: until it is cancelled
     * @param events   tells the application
     */
    public Playback(Consumer<Runnable> guard, MediaQueue queue, Duration duration, SimulatorScheduler scheduler,
                    BiConsumer<CallbackEventType, CallResult> events) {
        this.guard = guard;
        this.queue = queue;
        this.duration = duration;
        this.scheduler = scheduler;
        this.events = events;
    }

    @Override
    public void start() {
        events.accept(CallbackEventType.PLAY_STARTED, CallResult.MEDIA_COMPLETED);
        if (duration != null) {
            end = scheduler.after(duration, () -> guard.accept(this::complete));
        }
    }

    @Override
    public void cancel() {
        end.cancel();
        end = null;
        events.accept(CallbackEventType.PLAY_CANCELED, CallResult.MEDIA_CANCELED);
    }

    private void complete() {
        // Cancelling may come between the moment the time is over and the moment the call is ours.
        if (end != null) {
            events.accept(CallbackEventType.PLAY_COMPLETED, CallResult.MEDIA_COMPLETED);
            queue.finished(this);
        }
    }
}
