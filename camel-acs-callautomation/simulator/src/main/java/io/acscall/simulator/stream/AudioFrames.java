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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.people.Tone;

/** The text frames of a stream of audio. Guarded by the lock of the call. */
final class AudioFrames {

    private final MediaStreamOptions options;
    private final String silence;
    private final Map<Identifier, Sound> sounds = new HashMap<>();
    private Instant time = Instant.EPOCH;

    /** A frame of a voice, as samples and as it is written in JSON. */
    private record Sound(short[] samples, String base64) {

        static Sound of(Identifier person, AudioFormat format) {
            short[] samples = VoiceTone.samples(person, format);
            return new Sound(samples, encoded(samples));
        }
    }

    AudioFrames(MediaStreamOptions options) {
        this.options = options;
        this.silence = encoded(new short[options.format().frameSamples()]);
    }

    /** The first frame of a connection. */
    String metadata(String subscriptionId, Instant begun) {
        time = begun;
        ObjectNode json = Json.object().put("kind", "AudioMetadata");
        json.putObject("audioMetadata").put("subscriptionId", subscriptionId).put("encoding", "PCM")
                .put("sampleRate", options.format().sampleRate()).put("channels", 1)
                .put("length", options.format().frameBytes());
        return Json.text(json);
    }

    /**
     * The audio of the next 20 ms.
     *
     * @param speaking who is on the line, and whether that person is to be heard
     */
    List<String> next(Map<Identifier, Boolean> speaking) {
        sounds.keySet().retainAll(speaking.keySet());
        List<String> frames = options.mixed() ? List.of(mixed(speaking)) : unmixed(speaking);
        time = time.plus(Duration.ofMillis(AudioFormat.FRAME_MILLIS));
        return frames;
    }

    /** A key that was pressed. */
    static String key(Tone tone) {
        ObjectNode json = Json.object().put("kind", "DtmfData");
        json.putObject("dtmfData").put("data", String.valueOf(tone.key()));
        return Json.text(json);
    }

    private List<String> unmixed(Map<Identifier, Boolean> speaking) {
        List<String> frames = new ArrayList<>();
        speaking.forEach((person, heard) -> frames.add(frame(person, heard ? sound(person).base64() : silence, !heard)));
        return frames;
    }

    private String mixed(Map<Identifier, Boolean> speaking) {
        List<Identifier> heard = speaking.keySet().stream().filter(speaking::get).toList();
        if (heard.isEmpty()) {
            return frame(null, silence, true);
        }
        return frame(null, heard.size() == 1
                ? sound(heard.get(0)).base64()
                : encoded(VoiceTone.mix(heard.stream().map(person -> sound(person).samples()).toList(), options.format())),
                false);
    }

    private Sound sound(Identifier person) {
        return sounds.computeIfAbsent(person, one -> Sound.of(one, options.format()));
    }

    private String frame(Identifier person, String data, boolean silent) {
        ObjectNode json = Json.object().put("kind", "AudioData");
        ObjectNode audio = json.putObject("audioData").put("timestamp", time.toString());
        if (person != null) {
            audio.put("participantRawID", person.rawId());
        }
        audio.put("data", data).put("silent", silent);
        return Json.text(json);
    }

    private static String encoded(short[] samples) {
        return Base64.getEncoder().encodeToString(VoiceTone.bytes(samples));
    }
}
