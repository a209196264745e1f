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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class PlayTest {

    private static final MapInputs UP = MapInputs.of("play").header("CamelAcsCallConnectionId", "c-1");
    private static final MapInputs SPOKEN = UP.uri("voice", "en-US-JennyNeural");
    private static final String FILE = "https://media.example.com/hello.wav";

    private final Play play = new Play();

    private ObjectNode body(MapInputs inputs) {
        return play.request(inputs).body();
    }

    private JsonNode source(MapInputs inputs) {
        JsonNode sources = body(inputs).get("playSources");
        assertThat(sources).hasSize(1);
        return sources.get(0);
    }

    @Test
    void playsAFile() {
        assertThat(source(UP.uri("file", FILE))).isEqualTo(MapInputs.json("{'kind':'file','file':{'uri':'" + FILE + "'}}"));
    }

    @Test
    void speaksATextByAVoice() {
        assertThat(source(SPOKEN.uri("text", "Hi"))).isEqualTo(
                MapInputs.json("{'kind':'text','text':{'text':'Hi','voiceName':'en-US-JennyNeural'}}"));
    }

    @Test
    void speaksATextByALocaleAndAKindOfVoice() {
        assertThat(source(UP.uri("text", "Hi").uri("locale", "en-US").uri("voiceKind", "MALE"))).isEqualTo(
                MapInputs.json("{'kind':'text','text':{'text':'Hi','sourceLocale':'en-US','voiceKind':'male'}}"));
    }

    @Test
    void speaksByAVoiceOfItsOwn() {
        assertThat(
                source(SPOKEN.uri("text", "Hi").uri("customVoiceEndpointId", "v-1")).at("/text/customVoiceEndpointId").asText())
                .isEqualTo("v-1");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "locale=en-US", "voiceKind=male", "customVoiceEndpointId=v" })
    void aTextNeedsAVoice(String other) {
        MapInputs inputs = UP.header("CamelAcsCallText", "Hi");
        MapInputs with = other.isEmpty() ? inputs : inputs.uri(other.split("=")[0], other.split("=")[1]);

        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> body(with))
                .withMessageContaining("option 'voice' (or header 'CamelAcsCallVoice')")
                .withMessageContaining("voice=en-US-JennyNeural").withMessageContaining("locale=en-US&voiceKind=female");
    }

    @Test
    void speaksSsml() {
        assertThat(source(UP.uri("ssml", "<speak/>")))
                .isEqualTo(MapInputs.json("{'kind':'ssml','ssml':{'ssmlText':'<speak/>'}}"));
        assertThat(source(UP.uri("ssml", "<speak/>").uri("customVoiceEndpointId", "v-1"))).isEqualTo(
                MapInputs.json("{'kind':'ssml','ssml':{'ssmlText':'<speak/>','customVoiceEndpointId':'v-1'}}"));
    }

    @Test
    void speaksTheBody() {
        assertThat(source(SPOKEN.body("Hi & welcome")).at("/text/text").asText()).isEqualTo("Hi & welcome");
        assertThat(source(UP.body("\n <speak>Hi</speak>")).at("/ssml/ssmlText").asText()).isEqualTo("\n <speak>Hi</speak>");
        assertThat(source(SPOKEN.body("Say <speak>")).path("kind").asText()).isEqualTo("text");
    }

    @Test
    void leavesTheBodyAloneWhenAPromptIsNamed() {
        assertThat(source(SPOKEN.uri("text", "Hi").body("other")).at("/text/text").asText()).isEqualTo("Hi");
        assertThat(source(UP.header("CamelAcsCallFile", FILE).body("<speak/>")).path("kind").asText()).isEqualTo("file");
    }

    @ParameterizedTest
    @CsvSource({ "file, text", "file, ssml", "text, ssml" })
    void twoKindsOfPromptAreRefusedAtStartAlready(String one, String other) {
        MapInputs inputs = SPOKEN.uri(one, FILE).uri(other, FILE);

        for (MapInputs twice : new MapInputs[] { inputs, inputs.body("three") }) {
            assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> body(twice))
                    .withMessageContaining("only one of the options 'file', 'text' and 'ssml'");
        }
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> play.check(inputs));
        assertThatNoException().isThrownBy(() -> play.check(SPOKEN.uri(one, FILE)));
        assertThatNoException().isThrownBy(() -> play.check(MapInputs.of("play")));
    }

    @Test
    void twoKindsOfPromptInHeadersAreRefused() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> body(SPOKEN.header("CamelAcsCallFile", FILE).header("CamelAcsCallText", "Hi")));
    }

    @Test
    void thePromptOfTheUriIsNotSpoiltByAHeaderFromOutside() {
        assertThat(source(SPOKEN.uri("text", "Hi").header("CamelAcsCallFile", FILE)).path("kind").asText()).isEqualTo("text");
        assertThat(source(UP.uri("file", FILE).header("CamelAcsCallSsml", "<speak/>")).path("kind").asText()).isEqualTo("file");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " \n" })
    void saysWhereAPromptCanComeFrom(String blank) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> body(SPOKEN.body(blank)))
                .withMessageStartingWith("acs-call:play").withMessageContaining("'CamelAcsCallText'")
                .withMessageContaining("'CamelAcsCallSsml'").withMessageContaining("'CamelAcsCallFile'")
                .withMessageContaining("text=Welcome&voice=en-US-JennyNeural")
                .extracting(InvalidInputException::option).isEqualTo("text");
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> body(SPOKEN));
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> body(SPOKEN.raw("{'playSources':[]}")));
    }

    @Test
    void severalPromptsComeThroughTheBody() {
        MapInputs inputs = UP.raw("{'playSources':[{'kind':'file','file':{'uri':'a'}},{'kind':'file','file':{'uri':'b'}}],"
                                  + "'playOptions':{'loop':true},'playTo':[{'rawId':'8:acs:r_u'}]}");

        ObjectNode body = body(inputs);

        assertThat(body.get("playSources")).hasSize(2);
        assertThat(body.at("/playOptions/loop").asBoolean()).isTrue();
        assertThat(body.at("/playTo/0/rawId").asText()).isEqualTo("8:acs:r_u");
        assertThat(body(inputs.uri("file", FILE)).get("playSources")).hasSize(1);
        assertThat(body(inputs.uri("loop", "false")).at("/playOptions/loop").asBoolean()).isFalse();
        assertThat(body(inputs.uri("target", "+16041234567")).at("/playTo/0/rawId").asText()).isEqualTo("4:+16041234567");
    }

    @Test
    void isHeardByEverybodyUnlessSomebodyIsNamed() {
        assertThat(body(UP.uri("file", FILE)).get("playTo")).isEmpty();
        assertThat(body(UP.uri("file", FILE).uri("target", "+16041234567,8:acs:r_u")).get("playTo")).hasSize(2)
                .allMatch(one -> !one.has("kind"));
    }

    @Test
    void needsNoPermissionToBeHeard() {
        assertThatNoException().isThrownBy(() -> body(UP.uri("file", FILE).uri("target", "+16041234567").allowing("8:acs:")));
    }

    @ParameterizedTest
    @CsvSource({ "loop, /playOptions/loop", "interrupt, /interruptCallMediaOperation" })
    void loopsAndInterruptsWhenAsked(String option, String where) {
        assertThat(body(UP.uri("file", FILE).uri(option, "true")).at(where).asBoolean()).isTrue();
        assertThat(body(UP.uri("file", FILE)).at(where).asBoolean()).isFalse();
    }

    @Test
    void remembersAPromptByItsCacheId() {
        assertThat(source(UP.body("<speak/>").uri("playSourceCacheId", "welcome")).path("playSourceCacheId").asText())
                .isEqualTo("welcome");
    }
}
