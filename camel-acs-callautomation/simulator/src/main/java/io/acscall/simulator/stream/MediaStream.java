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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.people.Tone;

/** The stream of audio of one application. Guarded by the lock of the call. */
final class MediaStream {

    private final MediaStreamOptions options;
    private final StreamLog log;
    private final StreamLine line;
    private final AudioFrames frames;

    MediaStream(MediaStreamOptions options, StreamTies ties, StreamDesk desk) {
        this.options = options;
        this.frames = new AudioFrames(options);
        this.log = new StreamLog(
                ties.callId(), ties.callConnectionId(), desk.ids().uuid(), options.bidirectional(), options.format());
        this.line = new StreamLine(
                StreamKind.MEDIA, options.transportUrl(), log, ties, desk,
                () -> frames.metadata(log.subscriptionId(), desk.clock().instant()));
        desk.logs().add(StreamKind.MEDIA, log);
    }

    MediaStreamOptions options() {
        return options;
    }

    StreamLine line() {
        return line;
    }

    boolean active() {
        return line.state() == StreamState.ACTIVE;
    }

    /** Whether people hear the application now. */
    boolean playing(Duration now) {
        return log.playing(now);
    }

    /** Sends a frame of what people do. */
    void frame(Voices voices) {
        if (options.keys()) {
            voices.busy().values().forEach(voice -> {
                Tone key = voice.current().keyAt(voice.frame());
                if (key != null) {
                    line.sendOrHold(AudioFrames.key(key));
                }
            });
        }
        frames.next(voices.heard()).forEach(line::sendOrDrop);
    }

    /** The subscription as call properties show it. */
    void write(ObjectNode properties) {
        properties.putObject("mediaStreamingSubscription").put("id", log.subscriptionId())
                .put("state", line.state().subscriptionState()).putArray("subscribedContentTypes").add("audio");
    }
}
