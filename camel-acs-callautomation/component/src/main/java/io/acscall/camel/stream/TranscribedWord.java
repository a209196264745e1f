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

/**
 * One word of a transcription.
 *
 * @param text     the word
 * @param offset   when it begins, from the start of the audio
 * @param duration how long it lasts
 */
public record TranscribedWord(String text, Duration offset, Duration duration) {

    /** Without the word. */
    @Override
    public String toString() {
        return "TranscribedWord[offset=" + offset + ", duration=" + duration + "]";
    }
}
