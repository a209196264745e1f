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

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StreamOptionsTest {

    private static final String OWN_MEDIA = "wss://own.example.com/acs-call/media-stream";
    private static final String OWN_TEXT = "wss://own.example.com/acs-call/transcription";

    private static MapInputs bare(String action) {
        return MapInputs.of(action).uri("target", "+16041234567").uri("incomingCallContext", "e30")
                .uri("serverCallId", "aGk=").uri("callbackUri", "https://app.example.com/events");
    }

    private static MapInputs inputs(String action) {
        return bare(action).component("mediaStreaming.transportUrl", OWN_MEDIA)
                .component("transcription.transportUrl", OWN_TEXT);
    }

    private static JsonNode body(MapInputs inputs) {
        return Actions.named(inputs.action()).request(inputs).body();
    }

    @ParameterizedTest
    @ValueSource(strings = { "createCall", "createGroupCall", "answer", "connect" })
    void writesEveryField(String action) {
        JsonNode body = body(inputs(action)
                .uri("mediaStreaming", Map.of("transportType", "WebSocket", "audioChannelType", "UNMIXED", "transportUrl",
                        "wss://app.example.com/ws/audio", "contentType", "audio", "startMediaStreaming", "true",
                        "enableBidirectional", true, "audioFormat", "pcm24kmono", "enableDtmfTones", "false"))
                .uri("transcription", Map.of("transportType", "websocket", "locale", "en-US", "transportUrl",
                        "wss://app.example.com/ws/text", "speechModelEndpointId", "m-1", "startTranscription", "TRUE",
                        "enableIntermediateResults", "true")));

        assertThat(body.path("mediaStreamingOptions")).isEqualTo(MapInputs.json(
                "{'transportType':'websocket','audioChannelType':'unmixed','transportUrl':'wss://app.example.com/ws/audio',"
                                                                                + "'contentType':'audio','startMediaStreaming':true,'enableBidirectional':true,"
                                                                                + "'audioFormat':'pcm24KMono','enableDtmfTones':false}"));
        assertThat(body.path("transcriptionOptions")).isEqualTo(MapInputs.json(
                "{'transportType':'websocket','locale':'en-US','transportUrl':'wss://app.example.com/ws/text',"
                                                                               + "'speechModelEndpointId':'m-1','startTranscription':true,'enableIntermediateResults':true}"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "createCall", "createGroupCall", "answer", "connect" })
    void sendsToTheComponentWhereNoAddressIsGiven(String action) {
        JsonNode body = body(inputs(action).header("CamelAcsCallMediaStreaming", Map.of("startMediaStreaming", "true"))
                .header("CamelAcsCallTranscription", Map.of("locale", "de-DE")));

        assertThat(body.path("mediaStreamingOptions")).isEqualTo(MapInputs.json("{'transportType':'websocket',"
                                                                                + "'audioChannelType':'mixed','transportUrl':'"
                                                                                + OWN_MEDIA
                                                                                + "','startMediaStreaming':true}"));
        assertThat(body.path("transcriptionOptions")).isEqualTo(MapInputs.json(
                "{'transportType':'websocket','locale':'de-DE','transportUrl':'" + OWN_TEXT + "'}"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "createCall", "answer", "connect" })
    void areLeftOutWhenThereIsNothingToSay(String action) {
        JsonNode body = body(inputs(action).uri("mediaStreaming", Map.of()));

        assertThat(body.has("mediaStreamingOptions")).isFalse();
        assertThat(body.has("transcriptionOptions")).isFalse();
    }

    @Test
    void theUriCountsAlone() {
        JsonNode media = body(inputs("answer").uri("mediaStreaming", Map.of("startMediaStreaming", "true"))
                .header("CamelAcsCallMediaStreaming", Map.of("transportUrl", "wss://elsewhere.example.com/")))
                .path("mediaStreamingOptions");

        assertThat(media.path("transportUrl").asText()).isEqualTo(OWN_MEDIA);
    }

    @Test
    void optionsLieOverTheRawOnes() {
        MapInputs raw = inputs("answer").raw("{'mediaStreamingOptions':{'audioChannelType':'unmixed','newField':1}}");
        String sent = "{'transportUrl':'" + OWN_MEDIA + "','audioChannelType':'unmixed','newField':1,"
                      + "'transportType':'websocket'";

        assertThat(body(raw).path("mediaStreamingOptions")).isEqualTo(MapInputs.json(sent + "}"));
        assertThat(body(raw.uri("mediaStreaming", Map.of("enableDtmfTones", "true"))).path("mediaStreamingOptions"))
                .isEqualTo(MapInputs.json(sent + ",'enableDtmfTones':true}"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "createCall", "createGroupCall", "answer", "connect" })
    void soundAndWordsOfACallNeverGoToAnAddressOfTheBody(String action) {
        MapInputs raw = inputs(action).raw("{'mediaStreamingOptions':{'transportUrl':'wss://evil.example.com/',"
                                           + "'TransportURL':'wss://evil.example.com/'},"
                                           + "'MediaStreamingOptions':{'transportUrl':'wss://evil.example.com/'},"
                                           + "'transcriptionOptions':{'locale':'en-US','transportUrl':'wss://evil.example.com/'}}");

        JsonNode body = body(raw);

        assertThat(body.toString()).doesNotContain("evil");
        assertThat(body.at("/mediaStreamingOptions/transportUrl").asText()).isEqualTo(OWN_MEDIA);
        assertThat(body.at("/transcriptionOptions/transportUrl").asText()).isEqualTo(OWN_TEXT);
        assertThat(body(raw.uri("mediaStreaming", Map.of("transportUrl", "wss://app.example.com/ws"))).at(
                "/mediaStreamingOptions/transportUrl").asText()).isEqualTo("wss://app.example.com/ws");
    }

    @Test
    void rawOptionsWithoutAnAddressOfOursAreRefused() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> body(bare("answer")
                        .raw("{'mediaStreamingOptions':{'transportUrl':'wss://app.example.com/','audioChannelType':'mixed'}}")))
                .withMessageContaining("'mediaStreaming.transportUrl'").withMessageContaining("'callbackBaseUri'");
    }

    @ParameterizedTest
    @CsvSource({
            "mediaStreaming, audioFormat, pcm8K, 'audioFormat=pcm24KMono'",
            "mediaStreaming, transportUrl, https://app.example.com/?key=secret, 'transportUrl=wss://app.example.com/'",
            "mediaStreaming, startmediastreaming, true, 'mediaStreaming.startMediaStreaming=true'",
            "mediaStreaming, enableBidirectional, maybe, 'enableBidirectional=true'",
            "transcription, transportType, sip, 'transportType=websocket'",
            "transcription, audioFormat, pcm24KMono, 'transcription.locale=en-US'" })
    void refusesAtStartWhatTheServiceDoesNotKnow(String prefix, String name, String value, String good) {
        for (String action : new String[] { "createCall", "createGroupCall", "answer", "connect" }) {
            MapInputs wrong = bare(action).uri(prefix, Map.of(name, value));

            assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> Actions.named(action).check(wrong))
                    .withMessageContaining("'" + prefix + "." + name + "'").withMessageContaining(good)
                    .withMessageNotContaining("secret");
        }
    }

    @Test
    void needsALanguageAndAnAddress() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> body(inputs("answer").uri("transcription", Map.of("startTranscription", "true"))))
                .withMessageContaining("'transcription.locale'").withMessageContaining("transcription.locale=en-US");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> body(bare("answer").uri("mediaStreaming", Map.of("startMediaStreaming", "true"))))
                .withMessageContaining("'mediaStreaming.transportUrl'").withMessageContaining("'callbackBaseUri'")
                .withMessageContaining("(or header 'CamelAcsCallMediaStreaming'");
    }
}
