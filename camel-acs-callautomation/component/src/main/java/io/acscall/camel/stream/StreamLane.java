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
package io.acscall.camel.stream;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The frames of one stream that wait for one subscriber: bounded, in order, one at a time, on threads of a pool that
 * all streams share. Only audio is ever dropped.
 */
final class StreamLane {

    private static final Logger LOG = LoggerFactory.getLogger(StreamLane.class);

    /** After so many frames at a stretch other streams get the thread. */
    private static final int STRETCH = 16;
    private static final Duration TRY_AGAIN = Duration.ofMillis(50);

    /**
     * What a lane needs of its stream.
     */
    interface Stream {

        FrameDelivery delivery(StreamFrame frame, long dropped);

        /** The lane is full, or no longer so; never called twice with the same value. */
        void press(boolean full);

        void dropped();
    }

    private final StreamSubscriber subscriber;
    private final QueueLimit limit;
    private final Stream stream;
    private final Executor executor;
    private final StreamTimer timer;

    private final Deque<StreamFrame> waiting = new ArrayDeque<>();
    private long dropped;
    private boolean running;
    private boolean pressing;

    StreamLane(StreamSubscriber subscriber, Stream stream, Executor executor, StreamTimer timer) {
        this.subscriber = subscriber;
        this.limit = subscriber.limit();
        this.stream = stream;
        this.executor = executor;
        this.timer = timer;
    }

    /** Takes a frame in; returns at once. */
    void offer(StreamFrame frame) {
        boolean isEnd = frame instanceof StreamEnd;
        if (!isEnd && !subscriber.wants(frame)) {
            return;
        }
        synchronized (this) {
            if (!isEnd && limit.isReached(waiting.size()) && !makeRoom()) {
                return;
            }
            waiting.add(frame);
            if (running) {
                return;
            }
            running = true;
        }
        submit();
    }

    /** Whether the new frame may be kept. */
    private boolean makeRoom() {
        if (!limit.dropOldest() || !dropOldestAudio()) {
            press(true);
        }
        if (waiting.size() < limit.hardLimit()) {
            return true;
        }
        countDropped();
        return false;
    }

    private boolean dropOldestAudio() {
        for (Iterator<StreamFrame> oldest = waiting.iterator(); oldest.hasNext();) {
            if (oldest.next() instanceof AudioFrame) {
                oldest.remove();
                countDropped();
                return true;
            }
        }
        return false;
    }

    private void countDropped() {
        dropped++;
        stream.dropped();
    }

    private void press(boolean full) {
        if (pressing != full) {
            pressing = full;
            stream.press(full);
        }
    }

    private void submit() {
        try {
            executor.execute(this::run);
        } catch (RejectedExecutionException e) {
            submitLater();
        }
    }

    /** The pool is full of other work, or has stopped; then the timer has, too. */
    private void submitLater() {
        try {
            timer.plan(TRY_AGAIN, this::submit);
        } catch (RejectedExecutionException e) {
            LOG.debug("Frames were lost because the pool of the consumers has stopped");
            finish();
        }
    }

    private void run() {
        for (int taken = 0; taken < STRETCH; taken++) {
            FrameDelivery next = next();
            if (next == null || !isDone(next)) {
                return;
            }
        }
        submit();
    }

    private synchronized FrameDelivery next() {
        StreamFrame frame = waiting.poll();
        if (frame == null) {
            running = false;
            return null;
        }
        if (limit.isRelieved(waiting.size())) {
            press(false);
        }
        FrameDelivery next = stream.delivery(frame, dropped);
        dropped = 0;
        return next;
    }

    /** Whether the next frame may be taken on this thread. */
    private boolean isDone(FrameDelivery delivery) {
        if (!(delivery.frame() instanceof StreamEnd)) {
            return isTaken(delivery, this::submit);
        }
        if (!subscriber.wants(delivery.frame()) || isTaken(delivery, this::finish)) {
            finish();
        }
        return false;
    }

    private boolean isTaken(FrameDelivery delivery, Runnable later) {
        try {
            return subscriber.take(delivery, later);
        } catch (RuntimeException e) {
            LOG.error("A frame could not be handed to its consumer", e);
            return true;
        }
    }

    private void finish() {
        synchronized (this) {
            waiting.clear();
        }
        subscriber.ended();
    }
}
