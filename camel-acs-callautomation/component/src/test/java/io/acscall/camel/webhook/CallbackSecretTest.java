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

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** A part of the address that only the service knows. */
class CallbackSecretTest {

    private final CallbackSecret secret = CallbackSecret.of("u5Zk0bXvQ2rT8mWc");

    @Test
    void isFoundAsTheOneSegmentBelowThePath() {
        assertThat(secret.isIn(below("/u5Zk0bXvQ2rT8mWc"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", "/", "/wrong", "/u5Zk0bXvQ2rT8mW", "/u5Zk0bXvQ2rT8mWcc", "/U5ZK0BXVQ2RT8MWC", "u5Zk0bXvQ2rT8mWc",
            "/u5Zk0bXvQ2rT8mWc/", "/u5Zk0bXvQ2rT8mWc/more", "//u5Zk0bXvQ2rT8mWc", "/more/u5Zk0bXvQ2rT8mWc",
            "2/u5Zk0bXvQ2rT8mWc" })
    void isNotFoundInAnyOtherPath(String path) {
        assertThat(secret.isIn(below(path))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "a", "0", "A-b_c~d.e", "~", "-", "_", "a.", "a..b" })
    void mayBeAnyTextThatStandsInAnAddressAsItIs(String value) {
        assertThat(CallbackSecret.of(value).isIn(below("/" + value))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", " ", "a b", "topSecret/x", "topSecret+x", "topSecret%20", "topSecret?x", "topSecret#x", "topSecret&x",
            "topSecret=", "t\u00f6pSecret", ".", "..", ".topSecret", " topSecret", "topSecret\n", "{topSecret}", "topSecret*" })
    void anythingElseIsRefusedWithAnExampleAndWithoutTheSecret(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> CallbackSecret.of(value))
                .withMessageContaining("callbackSecret").withMessageContaining("Example: callbackSecret=")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("topSecret", "\u00f6"));
    }

    @Test
    void isNotInItsOwnText() {
        assertThat(secret.toString()).doesNotContain("u5Zk0bXvQ2rT8mWc");
        assertThat(SecretText.of("u5Zk0bXvQ2rT8mWc").toString()).doesNotContain("u5Zk0bXvQ2rT8mWc");
    }

    private static InboundRequest below(String path) {
        return new InboundRequest("POST", path, Map.of(), null, null);
    }
}
