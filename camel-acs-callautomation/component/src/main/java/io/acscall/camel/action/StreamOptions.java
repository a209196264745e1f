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
package io.acscall.camel.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a call sends through a WebSocket while it lasts: its audio, or what is said in it as text. The options of one
 * prefix, each with the name of its field in the service's {@code WebSocketMediaStreamingOptions} or
 * {@code WebSocketTranscriptionOptions}.
 */
final class StreamOptions {

    static final StreamOptions MEDIA_STREAMING = new StreamOptions(
            Options.MEDIA_STREAMING, "mediaStreamingOptions", List.of(
                    Field.word("transportType", "websocket").or("websocket"),
                    Field.word("audioChannelType", "mixed", "unmixed").or("mixed"),
                    Field.address("transportUrl", "wss://app.example.com/acs-call/media-stream"),
                    Field.word("contentType", "audio"),
                    Field.flag("startMediaStreaming"),
                    Field.flag("enableBidirectional"),
                    Field.word("audioFormat", "pcm24KMono", "pcm16KMono"),
                    Field.flag("enableDtmfTones")));
    static final StreamOptions TRANSCRIPTION = new StreamOptions(
            Options.TRANSCRIPTION, "transcriptionOptions", List.of(
                    Field.word("transportType", "websocket").or("websocket"),
                    Field.text("locale", "en-US").required(),
                    Field.address("transportUrl", "wss://app.example.com/acs-call/transcription"),
                    Field.text("speechModelEndpointId", "abababab-0000-4000-8000-000000000000"),
                    Field.flag("startTranscription"),
                    Field.flag("enableIntermediateResults")));

    private final Option<Map<String, String>> prefix;
    private final String wireField;
    private final Map<String, Field> fields = new LinkedHashMap<>();

    private StreamOptions(Option<Map<String, String>> prefix, String wireField, List<Field> fields) {
        this.prefix = prefix;
        this.wireField = wireField;
        fields.forEach(field -> this.fields.put(field.name(), field.of(prefix)));
    }

    /** One field: its option, and what it is when nobody says. */
    private record Field(Option<?> option, String otherwise, boolean isRequired) {

        static Field word(String name, String... words) {
            return new Field(Option.of(name, Readers.word(words), words[0]), null, false);
        }

        static Field text(String name, String example) {
            return new Field(Option.of(name, Readers::text, example), null, false);
        }

        static Field flag(String name) {
            return new Field(Option.of(name, Readers::flag, "true"), null, false);
        }

        static Field address(String name, String example) {
            Option<String> address = Option.of(name, Readers::webSocket, example);
            return new Field(address.address().orOfTheComponent("callbackBaseUri"), null, true);
        }

        Field or(String value) {
            return new Field(option, value, isRequired);
        }

        Field required() {
            return new Field(option, otherwise, true);
        }

        String name() {
            return option.name();
        }

        /** With the name that it has in a URI; the header holds a Map of all fields. */
        Field of(Option<?> prefix) {
            return new Field(option.named(prefix.name() + "." + name()).withHeader(prefix.header()), otherwise, isRequired);
        }
    }

    /** Checks what the URI says. */
    static void check(Inputs written) {
        for (StreamOptions stream : List.of(MEDIA_STREAMING, TRANSCRIPTION)) {
            written.get(stream.prefix).ifPresent(given -> {
                stream.checkNames(written.action(), given);
                given.keySet().forEach(name -> stream.given(written, given, name));
            });
        }
    }

    /**
     * Puts both into the request that makes or takes a call, each where the user says anything of it, be it in raw
     * fields.
     */
    static RequestBody addTo(RequestBody body, Inputs inputs) {
        for (StreamOptions stream : List.of(MEDIA_STREAMING, TRANSCRIPTION)) {
            Map<String, String> given = inputs.get(stream.prefix).orElse(Map.of());
            if (!given.isEmpty() || body.raw(stream.wireField) instanceof ObjectNode) {
                stream.write(body, inputs, given);
            }
        }
        return body;
    }

    private void write(RequestBody body, Inputs inputs, Map<String, String> given) {
        checkNames(inputs.action(), given);
        ObjectNode json = body.nested(wireField).toJson();
        fields.forEach((name, field) -> {
            JsonNode value = given(inputs, given, name);
            if (value == null && !json.hasNonNull(name)) {
                value = byDefault(inputs, field);
            }
            if (value != null) {
                json.set(name, value);
            }
        });
    }

    private void checkNames(String action, Map<String, String> given) {
        for (String name : given.keySet()) {
            if (!fields.containsKey(name)) {
                throw InvalidInputException.rule(action, prefix.name(),
                        "there is no option '%s.%s'; those of %s are %s. A good value: %s.%s".formatted(prefix.name(), name,
                                prefix.name(), String.join(", ", fields.keySet()), prefix.name(), prefix.example()));
            }
        }
    }

    private JsonNode given(Inputs inputs, Map<String, String> given, String name) {
        String raw = given.get(name);
        return raw == null ? null : json(fields.get(name).option().read(inputs.action(), raw));
    }

    private static JsonNode byDefault(Inputs inputs, Field field) {
        Object own = inputs.componentDefault(field.option());
        if (own != null) {
            return json(field.option().read(inputs.action(), own));
        }
        if (field.otherwise() == null && field.isRequired()) {
            throw InvalidInputException.missing(inputs.action(), field.option());
        }
        return field.otherwise() == null ? null : json(field.otherwise());
    }

    private static JsonNode json(Object value) {
        return value instanceof Boolean flag
                ? JsonNodeFactory.instance.booleanNode(flag) : JsonNodeFactory.instance.textNode(value.toString());
    }
}
