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
package io.acscall.simulator.recognition;

import java.time.Duration;
import java.util.Optional;

import io.acscall.simulator.callback.CallResult;

/** Takes words down until nothing more is said. */
public final class SpeechEar implements Ear {

    /** Nobody says so many characters; they must not fill the memory. */
    private static final int MOST = 10_000;

    private final Duration first;
    private final Duration end;
    private final boolean confidence;
    private final StringBuilder said = new StringBuilder();

    /**
     * @param first      how long to wait for the first word
     * @param end        how long a pause ends what is said
     * @param confidence whether the result says how sure it is
     */
    public SpeechEar(Duration first, Duration end, boolean confidence) {
        this.first = first;
        this.end = end;
        this.confidence = confidence;
    }

    @Override
    public Optional<Recognized> words(String speech) {
        if (speech.isBlank()) {
            return Optional.of(Recognized.failed(CallResult.SPEECH_NOT_RECOGNIZED));
        }
        said.append(said.isEmpty() ? "" : " ").append(speech.strip());
        return said.length() < MOST ? Optional.empty() : Optional.of(silence());
    }

    @Override
    public Recognized silence() {
        return said.isEmpty()
                ? Recognized.failed(CallResult.INITIAL_SILENCE) : Recognized.speech(said.toString(), confidence);
    }

    @Override
    public Duration patience() {
        return said.isEmpty() ? first : end;
    }
}
