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

import static org.assertj.core.api.Assertions.assertThat;

class PlusSignTest {

    @ParameterizedTest
    @CsvSource({
            "' 16041234567', +16041234567",
            "+16041234567, +16041234567",
            "' 16041234567, 16045550100', '+16041234567,+16045550100'",
            "' 16041234567,  16045550100', '+16041234567, +16045550100'",
            "4: 16041234567, 4:+16041234567",
            "4:+16041234567, 4:+16041234567",
            "' 1604*,8:acs:*', '+1604*,8:acs:*'",
            "'8:acs:r_u, 16041234567', '8:acs:r_u,+16041234567'",
            "'+16041234567, 8:acs:r_u, 28:orgid:a', '+16041234567, 8:acs:r_u, 28:orgid:a'",
            "' 1604*, 8:acs:*', '+1604*, 8:acs:*'",
            "8:acs:a b, 8:acs:a b",
            "16041234567, 16041234567",
            "call 911, call 911",
            "' ', ' '" })
    void putsBackOnlyWhatCanHaveBeenAPlusSign(String seen, String meant) {
        assertThat(PlusSign.restore(seen)).isEqualTo(meant);
        assertThat(PlusSign.restore(meant)).isEqualTo(meant);
    }

    @Test
    void leavesNothingAlone() {
        assertThat(PlusSign.restore(null)).isNull();
        assertThat(PlusSign.restore("")).isEmpty();
    }
}
