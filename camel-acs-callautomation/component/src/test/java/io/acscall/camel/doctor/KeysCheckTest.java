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
package io.acscall.camel.doctor;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeysCheckTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static Finding look(String keys) throws Exception {
        try (Answering issuer = Answering.with(exchange -> {
            String self = "http://127.0.0.1:" + exchange.getLocalAddress().getPort();
            Answering.write(exchange, 200, exchange.getRequestURI().getPath().equals("/keys")
                    ? keys : "{\"issuer\":\"https://issuer.example.com\",\"jwks_uri\":\"" + self + "/keys\"}");
        })) {
            return new KeysCheck("openIdConfigurationUri", issuer.address("/openid").toString(), PATIENCE).examine().get(0);
        }
    }

    @Test
    void keysThatTokensCanBeSignedWithAreCounted() throws Exception {
        Finding found
                = look("""
                        {"keys":[{"kty":"RSA","kid":"1","use":"sig","e":"AQAB","n":"AQAB"},{"kty":"RSA","kid":"2","use":"enc","e":"AQAB","n":"AQAB"}]}""");

        assertThat(found.verdict()).isEqualTo(Verdict.OK);
        assertThat(found.text()).contains("https://issuer.example.com publishes keys for tokens: 1");
    }

    @Test
    void keysForOtherThingsDoNotCount() throws Exception {
        assertThat(look("{\"keys\":[{\"kty\":\"oct\",\"kid\":\"1\",\"k\":\"AQAB\"}]}").text()).contains("publishes no RSA key");
    }

    @Test
    void whatIsNoKeySetIsAFault() throws Exception {
        Finding found = look("<html>Welcome</html>");

        assertThat(found.verdict()).isEqualTo(Verdict.FAULT);
        assertThat(found.text()).contains("The key set at http://127.0.0.1");
        assertThat(found.mend()).contains("answered with 503");
    }

    @Test
    void anAddressThatIsNotSafeIsRefused() {
        Finding found = new KeysCheck("openIdConfigurationUri", "http://keys.example.com", PATIENCE).examine().get(0);

        assertThat(found.text()).contains("has to be an https address");
    }
}
