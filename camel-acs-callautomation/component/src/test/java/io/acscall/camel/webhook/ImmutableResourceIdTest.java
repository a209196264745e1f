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
package io.acscall.camel.webhook;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ImmutableResourceIdTest {

    private static final String GUID = "7d33c2f4-3f1c-4a55-9d3e-0f5a8c1b2e4d";

    @Test
    void takesAGuidInAnyCaseAndSeveralWithCommas() {
        assertThat(ImmutableResourceId.check(" " + GUID.toUpperCase() + " ")).isEqualTo(GUID);
        assertThat(ImmutableResourceId.checkAll(GUID + " , 00000000-0000-4000-8000-000000000000"))
                .containsExactly(GUID, "00000000-0000-4000-8000-000000000000");
    }

    @ParameterizedTest
    @CsvSource({
            "/subscriptions/00000000-1111-4222-8333-444444444444/resourceGroups/rg/providers/x, Azure Resource Manager",
            "/SUBSCRIPTIONS/x, Azure Resource Manager",
            "https://desk.communication.azure.com, address",
            "my-resource, 'my-resource'",
            "{7d33c2f4-3f1c-4a55-9d3e-0f5a8c1b2e4d}, GUID" })
    void saysWhatTheWrongValueSeemsToBeAndWhereTheRightOneIs(String value, String hint) {
        assertThatIllegalArgumentException().isThrownBy(() -> ImmutableResourceId.check(value))
                .withMessageContaining("Option immutableResourceId").withMessageContaining(hint)
                .withMessageContaining("JSON View").withMessageContaining("Example: immutableResourceId=" + GUID);
    }

    @Test
    void neverRepeatsAConnectionString() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImmutableResourceId.check("endpoint=https://a.communication.azure.com/;accesskey=c2VjcmV0"))
                .withMessageContaining("connection string").withMessageNotContaining("c2VjcmV0");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", ",", GUID + ",", GUID + ",x" })
    void aListNeedsAGuidInEachPlace(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> ImmutableResourceId.checkAll(value));
        assertThatIllegalArgumentException().isThrownBy(() -> ImmutableResourceId.checkAll(null))
                .withMessageContaining("missing");
    }
}
