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

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One prompt: a file, a text or SSML, from the options or from a text in the body.
 */
final class PlaySource {

    private static final String SSML_START = "<speak";

    private static final List<Kind> KINDS = List.of(
            new Kind(Options.FILE, (inputs, uri) -> source("file", object().put("uri", uri))),
            new Kind(Options.TEXT, PlaySource::spoken),
            new Kind(Options.SSML, PlaySource::ssml));

    private record Kind(Option<String> option, BiFunction<Inputs, String, ObjectNode> source) {
    }

    private PlaySource() {
    }

    /**
     * The prompt that the inputs name, empty when they name none.
     */
    static Optional<ObjectNode> of(Inputs inputs) {
        return sourceOf(inputs).or(() -> ofBody(inputs)).map(source -> cached(inputs, source));
    }

    /**
     * The same without the body, for actions whose prompt is beside the point.
     */
    static Optional<ObjectNode> ofOptions(Inputs inputs) {
        return sourceOf(inputs).map(source -> cached(inputs, source));
    }

    private static Optional<ObjectNode> sourceOf(Inputs inputs) {
        return named(inputs).map(kind -> kind.source().apply(inputs, inputs.require(kind.option())));
    }

    /**
     * Checks that no two kinds of prompt are named.
     */
    static void check(Inputs inputs) {
        named(inputs);
    }

    /** What the URI names counts alone: a header that came in from outside can't spoil it. */
    private static Optional<Kind> named(Inputs inputs) {
        List<Kind> written = KINDS.stream().filter(kind -> inputs.isWritten(kind.option())).toList();
        List<Kind> named = !written.isEmpty()
                ? written : KINDS.stream().filter(kind -> inputs.raw(kind.option()) != null).toList();
        if (named.size() > 1) {
            throw InvalidInputException.rule(inputs.action(), named.get(1).option().name(),
                    "only one of the options 'file', 'text' and 'ssml' can be given; several prompts go into the body with "
                                                                                            + "bodyAsRequest=true as playSources");
        }
        return named.stream().findFirst();
    }

    private static Optional<ObjectNode> ofBody(Inputs inputs) {
        String text = inputs.bodyText();
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(text.stripLeading().startsWith(SSML_START) ? ssml(inputs, text) : spoken(inputs, text));
    }

    static InvalidInputException missing(Inputs inputs) {
        return new InvalidInputException(
                "text",
                "acs-call:%s needs a prompt: option 'text', 'ssml' or 'file' (or header '%s', '%s', '%s'), or a text in the body, "
                        .formatted(inputs.action(), Options.TEXT.header(), Options.SSML.header(), Options.FILE.header())
                        + "for example text=Welcome&voice=en-US-JennyNeural");
    }

    private static ObjectNode spoken(Inputs inputs, String text) {
        ObjectNode spoken = object().put("text", text);
        inputs.get(Options.LOCALE).ifPresent(value -> spoken.put("sourceLocale", value));
        inputs.get(Options.VOICE_KIND).ifPresent(value -> spoken.put("voiceKind", value));
        inputs.get(Options.VOICE).ifPresent(value -> spoken.put("voiceName", value));
        inputs.get(Options.CUSTOM_VOICE_ENDPOINT_ID).ifPresent(value -> spoken.put("customVoiceEndpointId", value));
        if (!spoken.has("voiceName") && !(spoken.has("sourceLocale") && spoken.has("voiceKind"))) {
            throw InvalidInputException.rule(inputs.action(), Options.VOICE.name(),
                    "a text is spoken by option 'voice' (or header '%s'), for example voice=en-US-JennyNeural, or by 'locale' and "
                            .formatted(Options.VOICE.header())
                                                                                    + "'voiceKind', for example locale=en-US&voiceKind=female");
        }
        return source("text", spoken);
    }

    private static ObjectNode ssml(Inputs inputs, String ssml) {
        ObjectNode spoken = object().put("ssmlText", ssml);
        inputs.get(Options.CUSTOM_VOICE_ENDPOINT_ID).ifPresent(value -> spoken.put("customVoiceEndpointId", value));
        return source("ssml", spoken);
    }

    private static ObjectNode cached(Inputs inputs, ObjectNode source) {
        inputs.get(Options.PLAY_SOURCE_CACHE_ID).ifPresent(value -> source.put("playSourceCacheId", value));
        return source;
    }

    private static ObjectNode source(String kind, ObjectNode content) {
        ObjectNode source = object().put("kind", kind);
        source.set(kind, content);
        return source;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
