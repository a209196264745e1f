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

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RecognizeTest {

    private static final MapInputs UP
            = MapInputs.of("recognize").header("CamelAcsCallConnectionId", "c-1").header("CamelAcsCallRemoteParty",
                    "+16041234567");

    private static ObjectNode body(MapInputs inputs) {
        return new Recognize().request(inputs).body();
    }

    @ParameterizedTest
    @CsvSource({ "dtmf, true, false", "speech, false, true", "speechOrDtmf, true, true", "choices, false, false" })
    void asksForWhatThePersonMayDo(String type, boolean keys, boolean speech) {
        ObjectNode body = body(UP.uri("inputType", type).uri("choices", "Yes:yes"));

        assertThat(body.path("recognizeInputType").asText()).isEqualTo(type);
        assertThat(body.at("/recognizeOptions").has("dtmfOptions")).isEqualTo(keys);
        assertThat(body.at("/recognizeOptions").has("speechOptions")).isEqualTo(speech);
        assertThat(body.at("/recognizeOptions/initialSilenceTimeoutInSeconds").asInt()).isEqualTo(5);
        assertThat(body.has("playPrompt")).as("silence is a prompt, too").isFalse();
    }

    @Test
    void listensToTheRemotePartyUnlessSomebodyIsNamed() {
        MapInputs inputs = UP.uri("inputType", "dtmf");

        assertThat(body(inputs).at("/recognizeOptions/targetParticipant/rawId").asText()).isEqualTo("4:+16041234567");
        assertThat(body(inputs.uri("target", "8:acs:r_u")).at("/recognizeOptions/targetParticipant/rawId").asText())
                .isEqualTo("8:acs:r_u");
        assertThat(body(inputs.raw("{'recognizeOptions':{'targetParticipant':{'rawId':'8:acs:r_v'}}}"))
                .at("/recognizeOptions/targetParticipant/rawId").asText()).isEqualTo("8:acs:r_v");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> body(MapInputs.of("recognize").uri("callConnectionId", "c-1").uri("inputType", "dtmf")))
                .withMessageContaining("option 'target'");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> body(inputs.uri("target", "8:acs:r_u,8:acs:r_v")))
                .withMessageContaining("names 2 participants");
    }

    @Test
    void optionsLieOverTheRawFields() {
        MapInputs raw = UP.raw("{'recognizeInputType':'dtmf','recognizeOptions':{'initialSilenceTimeoutInSeconds':30,'later':1,"
                               + "'dtmfOptions':{'interToneTimeoutInSeconds':9,'maxTonesToCollect':3,'stopTones':['pound']}}}");

        ObjectNode alone = body(raw);
        assertThat(alone.at("/recognizeOptions/initialSilenceTimeoutInSeconds").asInt()).isEqualTo(30);
        assertThat(alone.at("/recognizeOptions/later").asInt()).isEqualTo(1);
        assertThat(alone.at("/recognizeOptions/dtmfOptions")).isEqualTo(
                MapInputs.json("{'interToneTimeoutInSeconds':9,'maxTonesToCollect':3,'stopTones':['pound']}"));
        ObjectNode over = body(raw.uri("initialSilenceTimeout", "0s").uri("maxTones", "1").uri("stopTones", "*"));
        assertThat(over.at("/recognizeOptions/initialSilenceTimeoutInSeconds").asInt(-1)).isZero();
        assertThat(over.at("/recognizeOptions/dtmfOptions")).isEqualTo(
                MapInputs.json("{'interToneTimeoutInSeconds':9,'maxTonesToCollect':1,'stopTones':['asterisk']}"));
    }

    @ParameterizedTest
    @CsvSource({
            "interToneTimeout, 0s, 1s to 60s", "interToneTimeout, 61s, 1s to 60s", "initialSilenceTimeout, 301s, 0s to 300s",
            "maxTones, 0, 1", "maxTones, many, 1", "stopTones, x, 0-9", "inputType, dance, dtmf" })
    void refusesWhatTheServiceWouldNotTake(String option, String value, String hint) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> body(UP.uri("inputType", "dtmf").uri(option, value)))
                .withMessageContaining("'" + option + "'").withMessageContaining(hint).withMessageContaining(value);
    }

    @Test
    void choosingNeedsChoicesAndAType() {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> body(UP.uri("inputType", "choices")))
                .withMessageContaining("option 'choices'");
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> body(UP))
                .withMessageContaining("option 'inputType'");
    }
}
