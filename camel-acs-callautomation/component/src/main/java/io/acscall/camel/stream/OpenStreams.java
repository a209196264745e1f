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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.acscall.camel.spi.WebSocketConnection;
import io.acscall.camel.spi.WebSocketHandshake;

/**
 * The streams of one path that are up, in a bounded number.
 */
public final class OpenStreams {

    private static final int TRY_AGAIN_LATER = 1013;
    private static final int GOING_AWAY = 1001;

    private final StreamTies ties;
    private final Supplier<String> ids;
    private final StreamWatcher watcher;
    private final Semaphore room;
    private final Map<String, CallStream> byId = new ConcurrentHashMap<>();
    /** The streams of each call, the newest last. */
    private final Map<String, List<CallStream>> byCall = new ConcurrentHashMap<>();

    /**
     * No streams yet.
     *
     * @param ties       what they share
     * @param maxStreams how many may be up at once
     * @param ids        gives a new id for each
     * @param watcher    told of each
     */
    public OpenStreams(StreamTies ties, int maxStreams, Supplier<String> ids, StreamWatcher watcher) {
        this.ties = ties;
        this.room = new Semaphore(maxStreams);
        this.ids = ids;
        this.watcher = watcher;
    }

    /** {@return whether no more fits} */
    public boolean isFull() {
        return room.availablePermits() == 0;
    }

    /** {@return how many are up} */
    public int size() {
        return byId.size();
    }

    /**
     * Takes a connection over, or closes it when there are too many.
     *
     * @param  handshake   names the call
     * @param  connection  the WebSocket
     * @param  subscribers who takes its frames, may be nobody
     * @return             the stream
     */
    public CallStream add(WebSocketHandshake handshake, WebSocketConnection connection, List<StreamSubscriber> subscribers) {
        boolean fits = room.tryAcquire();
        StreamIdentity identity = StreamIdentity.of(ids.get(), handshake);
        CallStream stream = new CallStream(identity, connection, fits ? subscribers : List.of(), ties, this::remove);
        if (!fits) {
            stream.close(TRY_AGAIN_LATER, "too many streams");
            return stream;
        }
        byId.put(identity.streamId(), stream);
        watcher.opened(identity);
        if (identity.callConnectionId() != null) {
            byCall.merge(identity.callConnectionId(), List.of(stream), OpenStreams::both);
        }
        return stream;
    }

    private static List<CallStream> both(List<CallStream> older, List<CallStream> newer) {
        return Stream.concat(older.stream(), newer.stream()).toList();
    }

    private void remove(CallStream stream, StreamEnd end) {
        StreamIdentity identity = stream.identity();
        if (byId.remove(identity.streamId()) == null) {
            return;
        }
        room.release();
        watcher.ended(identity, end);
        if (identity.callConnectionId() != null) {
            byCall.computeIfPresent(identity.callConnectionId(), (call, streams) -> without(stream, streams));
        }
    }

    /** {@return the others, {@code null} when there are none} */
    private static List<CallStream> without(CallStream stream, List<CallStream> streams) {
        List<CallStream> others = streams.stream().filter(one -> one != stream).toList();
        return others.isEmpty() ? null : others;
    }

    /**
     * Finds a stream.
     *
     * @param  streamId         its id; {@code null} to go by the call
     * @param  callConnectionId the call, may be {@code null}
     * @return                  the stream, of several of a call the newest
     */
    public Optional<CallStream> find(String streamId, String callConnectionId) {
        if (streamId != null) {
            return Optional.ofNullable(byId.get(streamId));
        }
        List<CallStream> ofCall = callConnectionId == null ? List.of() : byCall.getOrDefault(callConnectionId, List.of());
        return ofCall.isEmpty() ? Optional.empty() : Optional.of(ofCall.get(ofCall.size() - 1));
    }

    /** Ends all, because the application stops. What came before is still delivered. */
    public void closeAll() {
        byId.values().forEach(stream -> stream.close(GOING_AWAY, "the application stops"));
    }
}
