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
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.camel.client.JsonForm;

/**
 * What was said, as text ({@code TranscriptionData} of the service's WebSocket).
 *
 * @param text             the words, not {@code null}
 * @param format           the form of the text, for example {@code display}; {@code null} where the service sent none
 * @param confidence       how sure the service is, from 0 to 1; 0 where it does not say
 * @param offset           when it begins, from the start of the audio
 * @param duration         how long it lasts
 * @param words            word by word, may be empty
 * @param participantRawId who speaks, {@code null} where the service does not say
 * @param resultStatus     {@code Intermediate} as long as it may change, or {@code Final}; {@code null} where the
 *                         service sent none
 * @param toJson           the whole frame, with fields that have no component here
 */
public record TranscriptionData(
        String text, String format, double confidence, Duration offset, Duration duration, List<TranscribedWord> words,
        String participantRawId, String resultStatus, ObjectNode toJson)
        implements
            StreamFrame,
            JsonForm {

    private static final String FINAL = "Final";

    /** Takes a copy of the words. */
    public TranscriptionData {
        words = List.copyOf(words);
    }

    @Override
    public StreamKind kind() {
        return StreamKind.transcription;
    }

    /** {@return whether the text does not change any more} */
    public boolean isFinal() {
        return FINAL.equalsIgnoreCase(resultStatus);
    }

    @Override
    public ObjectNode toJson() {
        return toJson.deepCopy();
    }

    /** Without what was said and by whom. */
    @Override
    public String toString() {
        return "TranscriptionData[" + text.length() + " letters, " + words.size() + " words, " + resultStatus + "]";
    }
}
