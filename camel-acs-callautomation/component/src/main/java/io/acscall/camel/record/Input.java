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
package io.acscall.camel.record;

import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.acscall.camel.outcome.Outcome;
import io.acscall.camel.outcome.OutcomeTable;

/**
 * What a person did when asked for keys, words or a choice, as the event at the end tells it.
 *
 * @param kind  {@code tones}, {@code speech}, {@code choice} or {@code silence}
 * @param value the keys, words or label; {@code true} for silence
 */
record Input(String kind, JsonNode value) {

    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("zero", "0"), Map.entry("one", "1"), Map.entry("two", "2"), Map.entry("three", "3"),
            Map.entry("four", "4"), Map.entry("five", "5"), Map.entry("six", "6"), Map.entry("seven", "7"),
            Map.entry("eight", "8"), Map.entry("nine", "9"), Map.entry("a", "A"), Map.entry("b", "B"), Map.entry("c", "C"),
            Map.entry("d", "D"), Map.entry("pound", "#"), Map.entry("asterisk", "*"));

    /**
     * Reads the end of a recognition.
     *
     * @param  type    of the event, without prefix
     * @param  data    of the event
     * @param  request the body of the recognition
     * @return         empty when the event tells of nobody, such as a recognition that was cancelled
     */
    static Optional<Input> of(String type, JsonNode data, JsonNode request) {
        return switch (type) {
            case "RecognizeCompleted" -> completed(data);
            case "RecognizeFailed" -> failed(data.path("resultInformation"), request);
            default -> Optional.empty();
        };
    }

    /** A key by its name on the wire, as it is written on a phone. */
    static String key(String name) {
        return KEYS.getOrDefault(name, Disguise.HIDDEN);
    }

    private static Optional<Input> completed(JsonNode data) {
        JsonNode tones = data.at("/dtmfResult/tones");
        if (tones.isArray() && !tones.isEmpty()) {
            StringBuilder keys = new StringBuilder();
            tones.forEach(tone -> keys.append(key(tone.asText())));
            return text("tones", keys.toString());
        }
        if (tones.isTextual()) {
            return text("tones", tones.textValue());
        }
        JsonNode label = data.at("/choiceResult/label");
        JsonNode speech = data.at("/speechResult/speech");
        return label.isTextual() ? text("choice", label.textValue())
                : speech.isTextual() ? text("speech", speech.textValue()) : Optional.empty();
    }

    /** Which wrong key it was, or which words, the service does not tell. */
    private static Optional<Input> failed(JsonNode result, JsonNode request) {
        Outcome outcome
                = OutcomeTable.lookUp("recognize", result.path("code").asInt(), result.path("subCode").asInt());
        return switch (outcome) {
            case SILENCE -> Optional.of(new Input("silence", BooleanNode.TRUE));
            case INPUT_TIMEOUT -> text("tones", "0");
            case NO_MATCH -> "dtmf".equals(request.path("recognizeInputType").asText())
                    ? Optional.empty() : text("speech", "");
            default -> Optional.empty();
        };
    }

    private static Optional<Input> text(String kind, String text) {
        return Optional.of(new Input(kind, TextNode.valueOf(text)));
    }
}
