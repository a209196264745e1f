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

import io.acscall.camel.client.Participant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AllowedTargetsTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", " " })
    void everybodyMayBeRungWhenNothingIsSet(String option) {
        AllowedTargets targets = AllowedTargets.of(option);

        assertThat(targets.isEverybody()).isTrue();
        assertThat(targets.allows(Participant.parse("+19005550100"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
            "+16045550100, true", "+16041, false", "+17785550100, false", "4:+16045550100, true", "8:acs:r_u, true",
            "8:orgid:u, false", "28:orgid:bot, true", "28:orgid:other, false" })
    void patternsAreMatchedByNotationAndRawId(String target, boolean allowed) {
        AllowedTargets targets = AllowedTargets.of("+1604555*, 8:acs:*,28:orgid:bot");

        assertThat(targets.allows(Participant.parse(target))).isEqualTo(allowed);
    }

    @Test
    void aPatternOfARawIdHoldsForTheNumberToo() {
        assertThat(AllowedTargets.of("4:+1604*").allows(Participant.parse("+16045550100"))).isTrue();
    }

    @Test
    void thePlusSignThatAUriLosesIsPutBack() {
        AllowedTargets targets = AllowedTargets.of(" 1604*, 1778*");

        assertThat(targets.allows(Participant.parse("+16045550100"))).isTrue();
        assertThat(targets.allows(Participant.parse("+17785550100"))).isTrue();
        assertThat(targets.allows(Participant.parse("+19005550100"))).isFalse();
    }

    @Test
    void aStarAloneIsEverybodyWithOpenEyes() {
        assertThat(AllowedTargets.of("*").allows(Participant.parse("+19005550100"))).isTrue();
        assertThat(AllowedTargets.of("*").isEverybody()).as("said so on purpose").isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "+16*04", "*1604", "+1604*,+1*7*" })
    void aStarIsKnownOnlyAtTheEnd(String option) {
        assertThatThrownBy(() -> AllowedTargets.of(option)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Option 'allowedTargets'").hasMessageContaining("allowedTargets=+1604*,8:acs:*");
    }
}
