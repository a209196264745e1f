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

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import io.acscall.camel.spi.WebSocketConnection;
import io.acscall.camel.spi.WebSocketListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket of the service: reads its frames and hands each to the lanes of those who want it, and takes the audio
 * that goes back.
 */
public final class CallStream implements WebSocketListener {

    private static final Logger LOG = LoggerFactory.getLogger(CallStream.class);

    /** Whoever sends so many messages in a row that are no frames speaks another language. */
    private static final int MOST_BROKEN = 100;
    private static final int INVALID_DATA = 1007;

    private final FrameReader reader = new FrameReader();
    private final WebSocketConnection connection;
    private final Consumer<String> counts;
    private final BiConsumer<CallStream, StreamEnd> atEnd;
    private final AudioOutlet outlet;
    private final List<StreamLane> lanes;

    private volatile StreamIdentity identity;
    private volatile AudioFormat format = AudioFormat.USUAL;
    private int brokenInARow;
    private long frames;

    /**
     * Takes a connection over.
     *
     * @param identity    of the stream
     * @param connection  the WebSocket
     * @param subscribers who takes its frames, may be nobody
     * @param ties        what all streams share
     * @param atEnd       told when the connection has ended
     */
    CallStream(StreamIdentity identity, WebSocketConnection connection, List<StreamSubscriber> subscribers, StreamTies ties,
               BiConsumer<CallStream, StreamEnd> atEnd) {
        this.identity = identity;
        this.connection = connection;
        this.counts = ties.counts();
        this.atEnd = atEnd;
        this.outlet = new AudioOutlet(connection::send, ties);
        LaneView view = new LaneView();
        Executor executor = ties.executor();
        this.lanes = subscribers.stream().map(one -> new StreamLane(one, view, executor, ties.timer())).toList();
        subscribers.forEach(StreamSubscriber::begun);
    }

    /** {@return what tells it from other streams} */
    public StreamIdentity identity() {
        return identity;
    }

    /** {@return where audio goes back into the call} */
    public AudioOutlet outlet() {
        return outlet;
    }

    /**
     * Ends the stream.
     *
     * @param code   of RFC 6455
     * @param reason for the other side
     */
    public void close(int code, String reason) {
        connection.close(code, reason);
    }

    @Override
    public void text(String message) {
        try {
            reader.read(message).ifPresentOrElse(this::take, () -> counts.accept("frame_unknown"));
            brokenInARow = 0;
        } catch (BrokenFrameException e) {
            broken(e.getMessage());
        }
    }

    @Override
    public void binary() {
        broken("The message is binary");
    }

    private void broken(String why) {
        counts.accept("frame_broken");
        LOG.debug("A message of the stream {} was left out: {}", identity.streamId(), why);
        if (++brokenInARow == MOST_BROKEN) {
            LOG.warn("The stream {} is closed: {} messages in a row were no frames. The last one: {}", identity.streamId(),
                    MOST_BROKEN, why);
            close(INVALID_DATA, "no frames of the service");
        }
    }

    private void take(StreamFrame frame) {
        frames++;
        if (frame instanceof AudioMetadata metadata) {
            format = metadata.format();
            outlet.use(format);
        } else if (frame instanceof TranscriptionMetadata metadata) {
            identity = identity.completedBy(metadata);
        }
        lanes.forEach(lane -> lane.offer(frame));
    }

    @Override
    public void closed(int code) {
        outlet.close();
        StreamEnd end = new StreamEnd(code, frames);
        atEnd.accept(this, end);
        lanes.forEach(lane -> lane.offer(end));
    }

    private final class LaneView implements StreamLane.Stream {

        private int fullLanes;

        @Override
        public FrameDelivery delivery(StreamFrame frame, long dropped) {
            return new FrameDelivery(identity, format, frame, dropped);
        }

        /** The connection is read while nobody is full. */
        @Override
        public void press(boolean full) {
            synchronized (this) {
                fullLanes += full ? 1 : -1;
                if (full && fullLanes == 1) {
                    connection.pause();
                } else if (fullLanes == 0) {
                    connection.resume();
                }
            }
        }

        @Override
        public void dropped() {
            counts.accept("frame_dropped");
        }
    }
}
