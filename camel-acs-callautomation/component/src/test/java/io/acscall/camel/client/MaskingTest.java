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
package io.acscall.camel.client;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MaskingTest {

    @ParameterizedTest
    @CsvSource({
            "+16041234567, +1***67", "4:+16041234567, 4:+1***67", "8:acs:resource_user, 8:ac***er", "28:orgid:app, 28:or***pp",
            "16041234567, 16***67", "123456, ******", "+1604, *****", "1234567, 12***67", "48:abcd, 48:***cd" })
    void showsTheKindAndAFewCharacters(String value, String shown) {
        assertThat(Masking.number(value)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({ "'call +16041234567, please: now', ca***ow", "sip:+16041234567@host, sip:+1***st" })
    void aColonInOtherTextShowsNoMore(String value, String shown) {
        assertThat(Masking.number(value)).isEqualTo(shown);
    }

    @Test
    void masksNumbersInsideAText() {
        assertThat(Masking.inText("from +16041234567 to +18005550100.")).isEqualTo("from +1***67 to +1***00.");
        assertThat(Masking.inText("code 8522")).isEqualTo("code 8522");
    }

    @Test
    void nothingStaysNothing() {
        assertThat(Masking.number(null)).isNull();
        assertThat(Masking.number("")).isEmpty();
        assertThat(Masking.inText(null)).isNull();
    }
}
