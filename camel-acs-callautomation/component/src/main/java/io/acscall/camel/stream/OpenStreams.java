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
import java.util.function.Supplier;

import io.acscall.camel.spi.WebSocketConnection;
import io.acscall.camel.spi.WebSocketHandshake;

/**
 * The streams of one path that are up, in a bounded number.
 */
public final class OpenStreams {

    private static final int TRY_AGAIN_LATER = 1013;
    private static final int GOING_AWAY = 1001;

    private final StreamTies ties;
    private final int maxStreams;
    private final Supplier<String> ids;
    private final Map<String, CallStream> byId = new ConcurrentHashMap<>();
    /** The newest stream of each call. */
    private final Map<String, CallStream> byCall = new ConcurrentHashMap<>();

    /**
     * No streams yet.
     *
     * @param ties       what they share
     * @param maxStreams how many may be up at once
     * @param ids        gives a new id for each
     */
    public OpenStreams(StreamTies ties, int maxStreams, Supplier<String> ids) {
        this.ties = ties;
        this.maxStreams = maxStreams;
        this.ids = ids;
    }

    /** {@return whether no more fits} */
    public boolean isFull() {
        return byId.size() >= maxStreams;
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
        boolean tooMany = isFull();
        StreamIdentity identity = StreamIdentity.of(ids.get(), handshake);
        CallStream stream
                = new CallStream(identity, connection, tooMany ? List.of() : subscribers, ties, this::remove);
        byId.put(identity.streamId(), stream);
        if (identity.callConnectionId() != null) {
            byCall.put(identity.callConnectionId(), stream);
        }
        if (tooMany) {
            stream.close(TRY_AGAIN_LATER, "too many streams");
        }
        return stream;
    }

    private void remove(CallStream stream) {
        byId.remove(stream.identity().streamId());
        if (stream.identity().callConnectionId() != null) {
            byCall.remove(stream.identity().callConnectionId(), stream);
        }
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
        return callConnectionId == null ? Optional.empty() : Optional.ofNullable(byCall.get(callConnectionId));
    }

    /** Ends all, because the application stops. What came before is still delivered. */
    public void closeAll() {
        byId.values().forEach(stream -> stream.close(GOING_AWAY, "the application stops"));
    }
}
