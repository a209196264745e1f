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
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.camel.event.EventTime;

/**
 * Reads the text messages of the service's WebSocket. Kinds are read in any case, because the service itself writes
 * them in two; a kind that nobody has seen yet is no error.
 */
public final class FrameReader {

    private static final int DEEPEST = 20;
    private static final int SLOWEST_SAMPLING = 1_000;
    private static final int FASTEST_SAMPLING = 192_000;
    private static final int MOST_CHANNELS = 8;
    private static final int LONGEST_FRAME = 1 << 20;
    private static final long TICKS_IN_A_SECOND = 10_000_000;
    private static final int NANOS_OF_A_TICK = 100;

    /** How long a text may be is left to the limit on the whole message. */
    private static final ObjectMapper JSON = new ObjectMapper(
            JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST)
                            .maxStringLength(Integer.MAX_VALUE).build())
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Reads the part of a message that has the name of its kind. */
    private interface PartReader {
        StreamFrame read(ObjectNode part) throws BrokenFrameException;
    }

    private record Kind(String part, PartReader reader) {
    }

    private static final Map<String, Kind> KINDS = Map.of(
            "audiometadata", new Kind("audioMetadata", FrameReader::audioMetadata),
            "audiodata", new Kind("audioData", FrameReader::audio),
            "dtmfdata", new Kind("dtmfData", FrameReader::dtmf),
            "transcriptionmetadata", new Kind("transcriptionMetadata", FrameReader::transcriptionMetadata),
            "transcriptiondata", new Kind("transcriptionData", FrameReader::transcription));

    /**
     * Reads a message.
     *
     * @param  message              the text
     * @return                      the frame, empty for a kind that is not known
     * @throws BrokenFrameException when the message is no JSON object, has no kind, or lacks what its kind needs
     */
    public Optional<StreamFrame> read(String message) throws BrokenFrameException {
        JsonNode whole = tree(message);
        String kind = text(whole, "kind");
        if (kind == null) {
            throw new BrokenFrameException("The message has no kind");
        }
        Kind known = KINDS.get(kind.toLowerCase(Locale.ROOT));
        if (known == null) {
            return Optional.empty();
        }
        if (whole.get(known.part()) instanceof ObjectNode part) {
            return Optional.of(known.reader().read(part));
        }
        throw new BrokenFrameException("The message has no object " + known.part());
    }

    private static JsonNode tree(String message) throws BrokenFrameException {
        try {
            return JSON.readTree(message);
        } catch (JsonProcessingException e) {
            throw new BrokenFrameException("The message is not JSON");
        }
    }

    private static AudioMetadata audioMetadata(ObjectNode part) throws BrokenFrameException {
        return new AudioMetadata(
                text(part, "subscriptionId"), text(part, "encoding"),
                number(part, "sampleRate", AudioFormat.USUAL.sampleRate(), SLOWEST_SAMPLING, FASTEST_SAMPLING),
                number(part, "channels", AudioFormat.USUAL.channels(), 1, MOST_CHANNELS),
                number(part, "length", 0, 0, LONGEST_FRAME), part);
    }

    private static AudioFrame audio(ObjectNode part) throws BrokenFrameException {
        return new AudioFrame(
                pcm(part), EventTime.read(text(part, "timestamp")), text(part, "participantRawID"),
                part.path("silent").asBoolean());
    }

    private static byte[] pcm(ObjectNode part) throws BrokenFrameException {
        String data = text(part, "data");
        if (data == null) {
            throw new BrokenFrameException("The audio has no data");
        }
        try {
            return Base64.getDecoder().decode(data);
        } catch (IllegalArgumentException e) {
            throw new BrokenFrameException("The data of the audio is not base64");
        }
    }

    private static DtmfFrame dtmf(ObjectNode part) throws BrokenFrameException {
        return new DtmfFrame(required(part, "data"), text(part, "participantRawID"));
    }

    private static TranscriptionMetadata transcriptionMetadata(ObjectNode part) {
        return new TranscriptionMetadata(
                text(part, "subscriptionId"), text(part, "locale"), text(part, "callConnectionId"),
                text(part, "correlationId"), text(part, "speechRecognitionModelEndpointId"), part);
    }

    private static TranscriptionData transcription(ObjectNode part) throws BrokenFrameException {
        List<TranscribedWord> words = new ArrayList<>();
        for (JsonNode word : part.path("words")) {
            words.add(new TranscribedWord(required(word, "text"), ticks(word, "offset"), ticks(word, "duration")));
        }
        return new TranscriptionData(
                required(part, "text"), text(part, "format"), part.path("confidence").asDouble(), ticks(part, "offset"),
                ticks(part, "duration"), words, text(part, "participantRawID"), text(part, "resultStatus"), part);
    }

    private static String required(JsonNode part, String field) throws BrokenFrameException {
        String value = text(part, field);
        if (value == null) {
            throw new BrokenFrameException("The message has no text " + field);
        }
        return value;
    }

    private static String text(JsonNode part, String field) {
        JsonNode value = part.get(field);
        return value != null && value.isTextual() ? value.textValue() : null;
    }

    private static int number(JsonNode part, String field, int otherwise, int least, int most)
            throws BrokenFrameException {
        JsonNode value = part.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.canConvertToInt() || value.intValue() < least || value.intValue() > most) {
            throw new BrokenFrameException("The " + field + " of the audio is not from " + least + " to " + most);
        }
        return value.intValue();
    }

    /** A time in ticks of 100 ns. */
    private static Duration ticks(JsonNode part, String field) {
        long ticks = part.path(field).asLong();
        return Duration.ofSeconds(ticks / TICKS_IN_A_SECOND, ticks % TICKS_IN_A_SECOND * NANOS_OF_A_TICK);
    }
}
