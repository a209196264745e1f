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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TonesTest {

    private static final String ALL = "0123456789ABCD#*";

    @Test
    void namesEveryKeyAsTheServiceDoes() {
        assertThat(Tones.toJson(ALL)).hasToString(
                MapInputs.json(
                        "{'t':['zero','one','two','three','four','five','six','seven','eight','nine','a','b','c','d','pound','asterisk']}")
                        .get("t").toString());
    }

    @Test
    void readsEveryNameBack() {
        StringBuilder keys = new StringBuilder();
        Tones.toJson(ALL).forEach(name -> keys.append(Tones.key(name.textValue())));

        assertThat(keys).hasToString(ALL);
        assertThat(Tones.key("POUND")).isEqualTo("#");
        assertThat(Tones.key("flash")).as("a name that nobody knows yet").isEqualTo("?");
    }

    @ParameterizedTest
    @CsvSource({ "12#, 12#", "' 1 2 # ', 12#", "'1,2,#', 12#", "abcd, ABCD", "*, *" })
    void readsWhatPeopleWrite(String written, String keys) {
        assertThat(Tones.read(written)).isEqualTo(keys);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", ",", "E", "12x", "pound", "1+", "\u0661" })
    void refusesWhatIsOnNoPhone(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> Tones.read(written))
                .withMessage("is not made of the keys 0-9, #, * and A-D");
    }

    @Test
    void countsKeysWithoutShowingThem() {
        OptionReader<String> reader = Tones.atMost(18);

        assertThat(reader.read("1 2 3 4 5 6 7 8 9 0 # * A B C D 1 2")).hasSize(18);
        assertThatIllegalArgumentException().isThrownBy(() -> reader.read("4711".repeat(5)))
                .withMessage("has 20 keys, the service takes 18");
    }

    @Test
    void aChoiceHasOneKey() {
        assertThat(Tones.name(" # ")).isEqualTo("pound");
        assertThatIllegalArgumentException().isThrownBy(() -> Tones.name("12"))
                .withMessage("has the keys '12' where one is meant");
    }
}
