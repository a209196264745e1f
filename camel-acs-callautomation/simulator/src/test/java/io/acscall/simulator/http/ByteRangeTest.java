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
package io.acscall.simulator.http;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
            "bytes=0-9,0,9", "bytes=5-5,5,5", "bytes=90-,90,99", "bytes=-10,90,99", "bytes=-1000,0,99", "bytes=50-1000,50,99",
            "bytes = 1 - 2,1,2" })
    void aRangeIsCutAtTheEnd(String header, long first, long last) {
        ByteRange range = ByteRange.read(header, 100).orElseThrow();

        assertThat(range).isEqualTo(new ByteRange(first, last));
        assertThat(range.within(100)).isTrue();
        assertThat(range.of(100)).isEqualTo("bytes " + first + "-" + last + "/100");
    }

    @ParameterizedTest
    @ValueSource(strings = { "bytes=100-", "bytes=100-200", "bytes=-0" })
    void whatLiesBehindTheEndIsNotWithin(String header) {
        assertThat(ByteRange.read(header, 100).orElseThrow().within(100)).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", "bytes=-", "bytes=1-2,4-5", "lines=1-2", "bytes=a-b", "bytes=9-2" })
    void whatIsNoRangeIsNotNoticed(String header) {
        assertThat(ByteRange.read(header, 100)).isEmpty();
    }

    @Test
    void aPartOfABodyIsReadPieceByPiece() {
        AnswerContent part = AnswerContent.of("text/plain", "0123456789".getBytes(StandardCharsets.US_ASCII))
                .part(new ByteRange(2, 6));

        assertThat(part.length()).isEqualTo(5);
        assertThat(new String(part.read(0, 3), StandardCharsets.US_ASCII)).isEqualTo("234");
        assertThat(new String(part.read(3, 30), StandardCharsets.US_ASCII)).isEqualTo("56");
        assertThat(part.read(5, 10)).isEmpty();
    }
}
