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

import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.json.Json;

/** The text frames of a transcription. */
final class TranscriptFrames {

    private static final double SURE = 0.95;
    private static final double NOT_SURE_YET = 0.7;

    private TranscriptFrames() {
    }

    /** The first frame of a connection. */
    static String metadata(String subscriptionId, TranscriptionOptions options, StreamTies ties) {
        ObjectNode json = Json.object().put("kind", "TranscriptionMetadata");
        ObjectNode metadata = json.putObject("transcriptionMetadata").put("subscriptionId", subscriptionId)
                .put("locale", options.locale()).put("callConnectionId", ties.callConnectionId())
                .put("correlationId", ties.correlationId());
        if (options.speechModel() != null) {
            metadata.put("speechRecognitionModelEndpointId", options.speechModel());
        }
        return Json.text(json);
    }

    /**
     * What somebody has said so far, or in all.
     *
     * @param begun     when the utterance began, in ticks since the stream began
     * @param words     at least one
     * @param completed whether this is all
     */
    static String data(Identifier person, long begun, List<Utterance.Word> words, boolean completed) {
        Utterance.Word first = words.get(0);
        Utterance.Word last = words.get(words.size() - 1);
        ObjectNode json = Json.object().put("kind", "TranscriptionData");
        ObjectNode data = json.putObject("transcriptionData")
                .put("text", words.stream().map(Utterance.Word::text).collect(Collectors.joining(" ")))
                .put("format", "display").put("confidence", completed ? SURE : NOT_SURE_YET)
                .put("offset", begun + first.offset()).put("duration", last.offset() + last.duration() - first.offset());
        ArrayNode array = data.putArray("words");
        words.forEach(word -> array.addObject().put("text", word.text()).put("offset", begun + word.offset())
                .put("duration", word.duration()));
        data.put("participantRawID", person.rawId()).put("resultStatus", completed ? "Final" : "Intermediate");
        return Json.text(json);
    }
}
