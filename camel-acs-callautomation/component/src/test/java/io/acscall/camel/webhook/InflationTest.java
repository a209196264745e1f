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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Packed bodies. */
class InflationTest {

    private static final byte[] BODY = "[{\"id\":\"1\"}]".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(strings = { "gzip", "GZIP", "x-gzip", " gzip " })
    void unpacksGzip(String encoding) throws Exception {
        assertThat(Inflation.inflated(request(encoding, gzip(BODY)), 100)).isEqualTo(BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = { "identity", "Identity", "" })
    void leavesAPlainBodyAlone(String encoding) throws Exception {
        assertThat(Inflation.inflated(request(encoding, BODY), 1)).isSameAs(BODY);
    }

    @Test
    void leavesABodyAloneThatTheServerHasUnpackedAlready() throws Exception {
        assertThat(Inflation.inflated(request("gzip", BODY), 100)).isSameAs(BODY);
    }

    @Test
    void theLimitCountsWhatComesOut() throws Exception {
        byte[] packed = gzip(new byte[1_000]);
        assertThat(packed.length).isLessThan(100);
        assertThat(Inflation.inflated(request("gzip", packed), 1_000)).hasSize(1_000);
        assertThat(Inflation.inflated(request("gzip", packed), Integer.MAX_VALUE)).hasSize(1_000);
        assertThatThrownBy(() -> Inflation.inflated(request("gzip", packed), 999))
                .isInstanceOf(Inflation.TooLargeException.class).hasMessageContaining("maxBodySize=999");
    }

    @Test
    void aBombIsUnpackedToTheLimitOnly() {
        byte[] bomb = gzip(new byte[200 * 1024 * 1024]);
        assertThat(bomb.length).isLessThan(256 * 1024);
        assertThatThrownBy(() -> Inflation.inflated(request("gzip", bomb), 1024 * 1024))
                .isInstanceOf(Inflation.TooLargeException.class);
    }

    @Test
    void severalMembersCountTogether() throws Exception {
        byte[] one = gzip(BODY);
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        two.write(one);
        two.write(one);
        assertThat(Inflation.inflated(request("gzip", two.toByteArray()), 100)).hasSize(2 * BODY.length);
        assertThatThrownBy(() -> Inflation.inflated(request("gzip", two.toByteArray()), 2 * BODY.length - 1))
                .isInstanceOf(Inflation.TooLargeException.class);
    }

    @Test
    void aBodyThatEndsTooEarlyIsBroken() {
        byte[] packed = gzip("x".repeat(500).getBytes(StandardCharsets.UTF_8));
        for (int length = 2; length < packed.length; length++) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertThatThrownBy(() -> Inflation.inflated(request("gzip", cut), 1_000)).as("%s bytes", length)
                    .isInstanceOf(Inflation.BrokenException.class);
        }
    }

    @Test
    void aBodyWithAWrongChecksumIsBroken() {
        byte[] packed = gzip(BODY);
        packed[packed.length - 5] ^= 1;
        assertThatThrownBy(() -> Inflation.inflated(request("gzip", packed), 100))
                .isInstanceOf(Inflation.BrokenException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "br", "deflate", "gzip, gzip", "[gzip, gzip]", "gzip;q=1", "gzip\u0000" })
    void anotherOrASecondPackingIsRefused(String encoding) {
        assertThatThrownBy(() -> Inflation.inflated(request(encoding, gzip(gzip(BODY))), 100))
                .isInstanceOf(Inflation.BrokenException.class).hasMessageNotContaining(encoding);
    }

    static byte[] gzip(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static InboundRequest request(String encoding, byte[] body) {
        return new InboundRequest("POST", Map.of("Content-Encoding", encoding), null, body);
    }
}
