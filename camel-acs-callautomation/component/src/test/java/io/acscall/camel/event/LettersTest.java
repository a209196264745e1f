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
package io.acscall.camel.event;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LettersTest {

    private static final int LENGTH = 19;

    @Test
    void everyLetterIsSeenAtEveryPlace() {
        for (int letter = Byte.MIN_VALUE; letter <= Byte.MAX_VALUE; letter++) {
            Letters expected = letter <= 0 ? Letters.OTHER : letter == '\\' ? Letters.ESCAPED : Letters.PLAIN;
            for (int place = 0; place < LENGTH; place++) {
                byte[] body = new byte[LENGTH];
                Arrays.fill(body, (byte) '[');
                body[place] = (byte) letter;
                assertThat(Letters.of(body)).as("%d at %d", letter, place).isEqualTo(expected);
            }
        }
    }

    @Test
    void anEmptyBodyIsPlain() {
        assertThat(Letters.of(new byte[0])).isEqualTo(Letters.PLAIN);
    }
}
