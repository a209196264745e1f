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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/**
 * Sends audio back into a call in frames of 20 ms, as fast as it is heard and a little ahead, so that it can still be
 * stopped. What waits is bounded, and no thread waits for it.
 */
public final class AudioOutlet {

    /** A network that does not take even this is left in peace until it does. */
    private static final int MOST_UNWRITTEN = 50;
    private static final long MOST_BYTES = 1L << 30;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);

    private final Function<String, CompletionStage<Void>> sender;
    private final StreamTies ties;
    private final AudioQueue queue = new AudioQueue();
    private AudioFormat format = AudioFormat.USUAL;
    /** When the frame that is sent next will be heard, if it is sent in time. */
    private long heardAt;
    private int unwritten;
    private boolean planned;
    private boolean closed;

    AudioOutlet(Function<String, CompletionStage<Void>> sender, StreamTies ties) {
        this.sender = sender;
        this.ties = ties;
        this.heardAt = ties.nanoTime().getAsLong();
    }

    synchronized void use(AudioFormat used) {
        this.format = used;
    }

    /** {@return how many bytes fit into an empty queue} */
    public synchronized int mostAtOnce() {
        return (int) Math.min(format.bytesOf(ties.maxQueued()), MOST_BYTES);
    }

    /**
     * Puts audio behind what waits already.
     *
     * @param  pcm                     samples in the format of the stream; copied. What does not fill a frame is joined
     *                                 with the audio that follows, or filled up with silence when none follows in time
     * @return                         what became of it, when that is known; may be completed on a network thread
     * @throws AudioQueueFullException when too much waits; none of it is taken
     */
    public synchronized CompletableFuture<AudioEnd> send(byte[] pcm) {
        if (closed) {
            return CompletableFuture.completedFuture(AudioEnd.GONE);
        }
        if (pcm.length == 0) {
            return CompletableFuture.completedFuture(AudioEnd.WRITTEN);
        }
        if (queue.bytes() + pcm.length > mostAtOnce()) {
            throw new AudioQueueFullException(format.timeOf(queue.bytes()), format.timeOf(pcm.length), ties.maxQueued());
        }
        CompletableFuture<AudioEnd> end = queue.add(pcm.clone());
        pump(false);
        return end;
    }

    /**
     * Drops what waits, and tells the service to drop what it has.
     *
     * @return what became of that; may be completed on a network thread
     */
    public CompletableFuture<AudioEnd> stop() {
        List<CompletableFuture<AudioEnd>> dropped;
        CompletableFuture<AudioEnd> written;
        synchronized (this) {
            if (closed) {
                return CompletableFuture.completedFuture(AudioEnd.GONE);
            }
            dropped = queue.clear();
            heardAt = ties.nanoTime().getAsLong();
            written = sender.apply(OutboundFrames.STOP)
                    .handle((nothing, failed) -> failed == null ? AudioEnd.WRITTEN : AudioEnd.GONE).toCompletableFuture();
        }
        dropped.forEach(end -> end.complete(AudioEnd.STOPPED));
        return written;
    }

    void close() {
        List<CompletableFuture<AudioEnd>> lost;
        synchronized (this) {
            closed = true;
            lost = queue.clear();
        }
        lost.forEach(end -> end.complete(AudioEnd.GONE));
    }

    private synchronized void tick() {
        planned = false;
        pump(true);
    }

    /** Sends what is due. A piece of a frame waits for its rest until the listener would run dry. */
    private void pump(boolean partial) {
        long now = ties.nanoTime().getAsLong();
        heardAt = Math.max(heardAt, now);
        while (unwritten < MOST_UNWRITTEN && heardAt - now <= ties.lead().toNanos() && isReady(partial, now)) {
            write(queue.take(format.frameBytes()));
            heardAt += AudioFormat.FRAME.toNanos();
        }
        if (queue.bytes() > 0 && unwritten < MOST_UNWRITTEN) {
            plan(Duration.ofNanos(heardAt - now - ties.lead().toNanos() / 2));
        }
    }

    private boolean isReady(boolean partial, long now) {
        boolean whole = queue.bytes() >= format.frameBytes();
        return whole || partial && queue.bytes() > 0 && heardAt - now <= ties.lead().toNanos() / 2;
    }

    private void plan(Duration after) {
        if (planned) {
            return;
        }
        planned = true;
        try {
            ties.timer().plan(after.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : after, this::tick);
        } catch (RejectedExecutionException e) {
            // the application has stopped, and the connection with it
            planned = false;
        }
    }

    /** Under the lock, so that the order of the calls is the order of the frames. */
    private void write(AudioQueue.Frame frame) {
        unwritten++;
        sender.apply(OutboundFrames.audio(frame.pcm())).whenComplete((nothing, failed) -> {
            written();
            frame.done(failed == null ? AudioEnd.WRITTEN : AudioEnd.GONE);
        });
    }

    /** Only plans: this can be a network thread, and the same thread that writes. */
    private synchronized void written() {
        boolean heldBack = unwritten-- == MOST_UNWRITTEN;
        if (heldBack && queue.bytes() > 0) {
            plan(Duration.ZERO);
        }
    }
}
