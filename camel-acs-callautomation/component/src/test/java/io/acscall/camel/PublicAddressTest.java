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
package io.acscall.camel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PublicAddressTest {

    private final AcsCallConfiguration configuration = new AcsCallConfiguration();
    private final PublicAddress address = new PublicAddress(configuration);

    @ParameterizedTest
    @CsvSource({
            "https://app.example.com, https://app.example.com, wss://app.example.com",
            "https://app.example.com/, https://app.example.com, wss://app.example.com",
            "HTTPS://app.example.com/voice, HTTPS://app.example.com/voice, wss://app.example.com/voice",
            "http://127.0.0.1:8080, http://127.0.0.1:8080, ws://127.0.0.1:8080" })
    void isTheBaseAndThePath(String base, String callbacks, String streams) {
        configuration.setCallbackBaseUri(base);

        assertThat(address.callbacks()).isEqualTo(callbacks + "/acs-call/events");
        assertThat(address.mediaStream()).isEqualTo(streams + "/acs-call/media-stream");
        assertThat(address.transcription()).isEqualTo(streams + "/acs-call/transcription");
    }

    @Test
    void thePathsCanBeOthers() {
        configuration.setCallbackBaseUri("https://app.example.com");
        configuration.setCallbackPath("/e");
        configuration.setCallbackSecret("a-secret-part-of-the-path");
        configuration.setMediaStreamPath("/m");
        configuration.setTranscriptionPath("/t");

        assertThat(address.callbacks()).isEqualTo("https://app.example.com/e/a-secret-part-of-the-path");
        assertThat(address.mediaStream()).isEqualTo("wss://app.example.com/m");
        assertThat(address.transcription()).isEqualTo("wss://app.example.com/t");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = { "-", "''", "' '" })
    void isUnknownWithoutABase(String base) {
        configuration.setCallbackBaseUri(base);

        assertThat(address.callbacks()).isNull();
        assertThat(address.mediaStream()).isNull();
        assertThat(address.transcription()).isNull();
    }
}
