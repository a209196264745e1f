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
import java.util.Locale;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.json.Json;

/**
 * What a stream looked like at one moment. Counts are of the whole stream, over all its connections. Equal only to
 * itself.
 *
 * @param callConnectionId of the application
 * @param subscriptionId   the service's id of the stream
 * @param state            how it is
 * @param connections      how often it was connected
 * @param framesSent       audio, keys and words that were given to the network; not the metadata
 * @param framesDropped    those that were not, because the application was too slow
 * @param framesReceived   frames of audio from the application
 * @param bytesReceived    PCM in them
 * @param stops            stopAudio frames from the application
 * @param framesRefused    frames from the application that are none, or that came although the stream is one-way
 * @param unplayed         audio of the application that the people in the call have still to hear
 * @param closeCode        of the last connection that was closed, or null
 * @param receivedAudio    the last ten seconds of the application's audio; never null
 */
public record StreamSnapshot(String callConnectionId, String subscriptionId, StreamState state, int connections,
        long framesSent, long framesDropped, long framesReceived, long bytesReceived, int stops, long framesRefused,
        Duration unplayed, Integer closeCode, byte[] receivedAudio) {

    public StreamSnapshot {
        receivedAudio = receivedAudio.clone();
    }

    /** A copy of the last ten seconds of the application's audio. */
    @Override
    public byte[] receivedAudio() {
        return receivedAudio.clone();
    }

    /** The snapshot as the control API shows it; without the audio. */
    public ObjectNode toJson() {
        ObjectNode json = Json.object().put("callConnectionId", callConnectionId).put("subscriptionId", subscriptionId)
                .put("state", state.name().toLowerCase(Locale.ROOT)).put("connections", connections)
                .put("framesSent", framesSent).put("framesDropped", framesDropped).put("framesReceived", framesReceived)
                .put("bytesReceived", bytesReceived).put("stops", stops).put("framesRefused", framesRefused)
                .put("unplayedMs", unplayed.toMillis());
        return closeCode == null ? json : json.put("closeCode", closeCode);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
