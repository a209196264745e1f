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

import java.time.Duration;
import java.util.Collections;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ReadersTest {

    @ParameterizedTest
    @CsvSource({
            "0, PT0S", "1500, PT1.5S", "250ms, PT0.25S", "30s, PT30S", "2m, PT2M", "1h, PT1H", "1d, PT24H", "1h30m, PT1H30M",
            "2m30s, PT2M30S", "1m500ms, PT1M0.5S", "1d2h3m4s, PT26H3M4S", "PT90S, PT1M30S", "' 30s ', PT30S", "P1D, PT24H" })
    void readsADuration(String text, Duration expected) {
        assertThat(Readers.duration(text)).isEqualTo(expected);
    }

    @Test
    void readsATypedDuration() {
        assertThat(Readers.duration(Duration.ofSeconds(5))).isEqualTo(Duration.ofSeconds(5));
        assertThat(Readers.duration(5)).isEqualTo(Duration.ofMillis(5));
        assertThat(Readers.duration(5_000L)).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", " ", "soon", "5x", "5 s", "s", "ms", "5s5m", "1.5s", "1234567890123456", "30S ", "5,5s", "PT" })
    void refusesWhatIsNoDuration(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Readers.duration(text)).withMessage("is not a duration");
    }

    @Test
    void refusesTimeThatRunsBackwards() {
        assertThatIllegalArgumentException().isThrownBy(() -> Readers.duration("PT-1S")).withMessage("is negative");
        assertThatIllegalArgumentException().isThrownBy(() -> Readers.duration(-1)).withMessage("is negative");
        assertThatIllegalArgumentException().isThrownBy(() -> Readers.duration(Duration.ofSeconds(-1)))
                .withMessage("is negative");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "https://app.example.com/acs-call/events?call=42", "http://127.0.0.1:8080/", "https://[::1]:1/a%20b", "wss://a.b/c",
            "https://a.example.com/x?sig=a%2Bb%3D&se=2026-01-01T00%3A00%3A00Z" })
    void readsAnAddress(String text) {
        assertThat(Readers.url(text)).isEqualTo(text);
        assertThat(Readers.url(" " + text + "\n")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://a.example.com/x?sig=a b | has a blank; if a plus sign
            a.example.com/x                 | is not an absolute address
            /acs-call/events                | is not an absolute address
            mailto:a@example.com            | is not an absolute address
            https:///events                 | is not an absolute address
            https://a.example.com/{call}    | is not an address
            https://a.example.com/a%2       | is not an address
            """)
    void refusesWhatIsNoAddress(String text, String why) {
        assertThatIllegalArgumentException().isThrownBy(() -> Readers.url(text)).withMessageStartingWith(why);
    }

    @Test
    void tellsHowToWriteAnAddressThatHasABlank() {
        assertThatIllegalArgumentException().isThrownBy(() -> Readers.url("https://a.example.com/my prompt.wav"))
                .withMessageContaining("RAW(").withMessageContaining("header");
    }

    @ParameterizedTest
    @CsvSource({ "true, true", "TRUE, true", "' False ', false" })
    void readsYesAndNo(String text, boolean expected) {
        assertThat(Readers.flag(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "yes", "1", "truee" })
    void refusesWhatIsNeitherYesNorNo(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Readers.flag(text)).withMessage("is neither true nor false");
    }

    @Test
    void readsAWordInAnyCaseAndWritesItAsTheServiceDoes() {
        OptionReader<String> reader = Readers.word("mixed", "unMixed");

        assertThat(reader.read("MIXED")).isEqualTo("mixed");
        assertThat(reader.read(" unmixed ")).isEqualTo("unMixed");
        assertThatIllegalArgumentException().isThrownBy(() -> reader.read("stereo")).withMessage("is none of mixed, unMixed");
    }

    @Test
    void putsBackThePlusSignsOfAnOpaqueValue() {
        assertThat(Readers.opaque("aGk gaw==  ")).isEqualTo("aGk+gaw==++");
        assertThatIllegalArgumentException().isThrownBy(() -> Readers.opaque("")).withMessage("is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", ".", "..", " .. " })
    void refusesAnIdThatWouldNameAnotherPath(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Readers.pathId(text)).withMessage("is no id");
    }

    @Test
    void readsNamesAndValues() {
        assertThat(Readers.map(Map.of("a", 1, 2, "b"))).isEqualTo(Map.of("a", "1", "2", "b"));
        assertThat(Readers.map(Map.of())).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Readers.map("a=b")).withMessage("is no Map of names and values");
        assertThatIllegalArgumentException().isThrownBy(() -> Readers.map(Collections.singletonMap("a", null)))
                .withMessage("has an entry without name or value");
        assertThatIllegalArgumentException().isThrownBy(() -> Readers.map(Collections.singletonMap(null, "a")))
                .withMessage("has an entry without name or value");
    }
}
