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
package io.acscall.camel.store;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GrowthTest {

    @Test
    void aWordIsDueEachTimeATableHasGrownByAStep() {
        Growth growth = new Growth(3);
        assertThat(new boolean[] { growth.add(), growth.add(), growth.add(), growth.add(), growth.add(), growth.add() })
                .containsExactly(false, false, true, false, false, true);
        growth.add();
        growth.reset();
        assertThat(new boolean[] { growth.add(), growth.add(), growth.add() }).containsExactly(false, false, true);
        assertThat(growth.added()).isEqualTo(3);
    }
}
