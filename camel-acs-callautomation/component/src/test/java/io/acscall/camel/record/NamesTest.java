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
package io.acscall.camel.record;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NamesTest {

    private final Names names = new Names();

    @Test
    void theSameNumberHasTheSameNameWhereverItStands() {
        assertThat(names.text("+16045550100")).isEqualTo("+15555550001");
        assertThat(names.text("4:+16045550100")).isEqualTo("4:+15555550001");
        assertThat(names.text("call +16045550101 or +16045550100, please"))
                .isEqualTo("call +15555550002 or +15555550001, please");
    }

    @Test
    void aNumberOfOursStaysUnlessItWasAPersonsBefore() {
        names.keep("+18005550100");
        names.text("+16045550100");
        names.keep("+16045550100");

        assertThat(names.text("from +16045550100 to +18005550100")).isEqualTo("from +15555550001 to +18005550100");
    }

    @Test
    void anIdKeepsTheNameThatItGotFirst() {
        String id = "0f5ee0b0-3a4c-4d2e-9a6b-0123456789ab";

        assertThat(names.id("call", id)).isEqualTo("$call1");
        assertThat(names.id("call", "other")).isEqualTo("$call2");
        assertThat(names.text("about " + id)).isEqualTo("about $call1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "since 2026-01-31T09:15:00.123Z|since $time", "ticket 0f5ee0b0-3a4c-4d2e-9a6b-0123456789ab|ticket $id1",
            "eyJhbGciOi.eyJpc3M.c2ln-_|$token",
            "8:acs:0f5ee0b0-3a4c-4d2e-9a6b-0123456789ab_1|8:acs:0f5ee0b0-3a4c-4d2e-9a6b-0123456789ab_1",
            "extension 4711|extension 4711" })
    void whatDiffersFromRunToRunGetsAName(String text, String shown) {
        assertThat(names.text(text)).isEqualTo(shown);
    }

    @Test
    void theMemoryOfNamesIsBounded() {
        IntStream.range(0, Names.MOST + 1_000).forEach(i -> names.id("id", "value" + i));
        long full = names.size();
        names.id("id", "one more");

        assertThat(names.size()).isEqualTo(full);
        assertThat(names.id("id", "value0")).isEqualTo("$id1");
    }
}
