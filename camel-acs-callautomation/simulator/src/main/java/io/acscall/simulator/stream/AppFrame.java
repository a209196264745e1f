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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.json.Json;

/**
 * What an application sends into a stream that goes both ways. The names of kinds are read in any case: those of the
 * service's own frames begin with a capital, those of applications do not.
 *
 * @param kind  what it is
 * @param audio PCM, empty unless it is audio
 */
record AppFrame(Kind kind, byte[] audio) {

    /** What an application may send. */
    enum Kind {
        AUDIO,
        STOP_AUDIO,
        BROKEN
    }

    private static final byte[] NOTHING = {};
    private static final AppFrame BROKEN = new AppFrame(Kind.BROKEN, NOTHING);

    static AppFrame read(String text) {
        try {
            JsonNode json = Json.read(text.getBytes(StandardCharsets.UTF_8));
            String kind = json.path("kind").asText();
            if ("stopAudio".equalsIgnoreCase(kind)) {
                return new AppFrame(Kind.STOP_AUDIO, NOTHING);
            }
            JsonNode data = json.at("/audioData/data");
            return "audioData".equalsIgnoreCase(kind) && data.isTextual()
                    ? audio(Base64.getDecoder().decode(data.textValue())) : BROKEN;
        } catch (IOException | IllegalArgumentException e) {
            return BROKEN;
        }
    }

    /** Half a sample is no audio. */
    private static AppFrame audio(byte[] pcm) {
        return pcm.length == 0 || pcm.length % Short.BYTES != 0 ? BROKEN : new AppFrame(Kind.AUDIO, pcm);
    }
}
