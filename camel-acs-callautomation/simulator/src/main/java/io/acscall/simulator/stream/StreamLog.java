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
package io.acscall.simulator.stream;

import java.time.Duration;

/** What came and went in one stream of one application. Thread-safe: both ends of the stream write here. */
final class StreamLog {

    private final String callId;
    private final String callConnectionId;
    private final String subscriptionId;
    private final boolean bidirectional;
    private final ReceivedAudio audio;
    private StreamState state = StreamState.INACTIVE;
    private int connections;
    private long sent;
    private long dropped;
    private long received;
    private long bytes;
    private int stops;
    private long refused;
    private Integer closeCode;

    /**
     * @param bidirectional whether audio of the application is taken
     */
    StreamLog(String callId, String callConnectionId, String subscriptionId, boolean bidirectional, AudioFormat format) {
        this.callId = callId;
        this.callConnectionId = callConnectionId;
        this.subscriptionId = subscriptionId;
        this.bidirectional = bidirectional;
        this.audio = new ReceivedAudio(format);
    }

    boolean isAbout(String id) {
        return callId.equals(id) || callConnectionId.equals(id);
    }

    String subscriptionId() {
        return subscriptionId;
    }

    synchronized StreamState state() {
        return state;
    }

    synchronized void state(StreamState next) {
        if (next == StreamState.ACTIVE) {
            connections++;
        }
        state = next;
    }

    synchronized void sent() {
        sent++;
    }

    synchronized void dropped() {
        dropped++;
    }

    synchronized void closed(Integer code) {
        closeCode = code;
    }

    /**
     * A frame came from the application.
     *
     * @param  now on the simulator's scheduler
     * @return     what it was
     */
    synchronized AppFrame.Kind received(AppFrame frame, Duration now) {
        if (!bidirectional || frame.kind() == AppFrame.Kind.BROKEN) {
            refused++;
            return AppFrame.Kind.BROKEN;
        }
        if (frame.kind() == AppFrame.Kind.AUDIO) {
            received++;
            bytes += frame.audio().length;
            audio.add(frame.audio(), now);
        } else {
            stops++;
            audio.stop(now);
        }
        return frame.kind();
    }

    /** Whether the people in the call hear the application now. */
    synchronized boolean playing(Duration now) {
        return !audio.unplayed(now).isZero();
    }

    synchronized StreamSnapshot snapshot(Duration now) {
        return new StreamSnapshot(
                callConnectionId, subscriptionId, state, connections, sent, dropped, received, bytes, stops, refused,
                audio.unplayed(now), closeCode, audio.bytes());
    }

    /** A sentence for people. */
    synchronized String counts() {
        StringBuilder text = new StringBuilder().append(sent).append(" frames sent");
        if (dropped > 0) {
            text.append(", ").append(dropped).append(" dropped");
        }
        if (bidirectional) {
            text.append(", ").append(received).append(" received, ").append(stops).append(" stopAudio");
        }
        return refused == 0 ? text.toString() : text.append(", ").append(refused).append(" refused").toString();
    }
}
