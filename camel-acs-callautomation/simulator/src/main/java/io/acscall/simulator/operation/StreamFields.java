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
package io.acscall.simulator.operation;

import java.util.List;

import io.acscall.simulator.rest.RequestBody;
import io.acscall.simulator.stream.AudioFormat;
import io.acscall.simulator.stream.MediaStreamOptions;
import io.acscall.simulator.stream.StreamOptions;
import io.acscall.simulator.stream.TranscriptionOptions;

/** Reads the streams that an application asks for when it creates, answers or connects to a call. */
final class StreamFields {

    private static final List<String> CHANNELS = List.of("mixed", "unmixed");

    private StreamFields() {
    }

    static StreamOptions read(RequestBody body, CallbackUris uris) {
        RequestBody media = body.optionalObject("mediaStreamingOptions");
        RequestBody transcription = body.optionalObject("transcriptionOptions");
        return new StreamOptions(
                media == null ? null : media(media, uris), transcription == null ? null : transcription(transcription, uris));
    }

    private static MediaStreamOptions media(RequestBody options, CallbackUris uris) {
        requireOneOf(options, "transportType", List.of("websocket"), true);
        requireOneOf(options, "audioChannelType", CHANNELS, true);
        requireOneOf(options, "contentType", List.of("audio"), false);
        requireOneOf(options, "audioFormat", AudioFormat.wireNames(), false);
        String format = options.optionalText("audioFormat");
        return new MediaStreamOptions(
                uris.optionalSocket(options, "transportUrl"), "mixed".equalsIgnoreCase(options.text("audioChannelType")),
                options.optionalFlag("startMediaStreaming"), options.optionalFlag("enableBidirectional"),
                format == null ? AudioFormat.PCM_16K_MONO : AudioFormat.of(format).orElseThrow(),
                options.optionalFlag("enableDtmfTones"));
    }

    private static TranscriptionOptions transcription(RequestBody options, CallbackUris uris) {
        requireOneOf(options, "transportType", List.of("websocket"), true);
        return new TranscriptionOptions(
                uris.optionalSocket(options, "transportUrl"), options.text("locale"),
                options.optionalText("speechModelEndpointId"), options.optionalFlag("startTranscription"),
                options.optionalFlag("enableIntermediateResults"));
    }

    private static void requireOneOf(RequestBody options, String field, List<String> values, boolean required) {
        String value = required ? options.text(field) : options.optionalText(field);
        if (value != null && values.stream().noneMatch(value::equalsIgnoreCase)) {
            throw options.wrong(field, "it must be one of " + values + ".");
        }
    }
}
