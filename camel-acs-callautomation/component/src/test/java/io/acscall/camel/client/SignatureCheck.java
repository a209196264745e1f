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
package io.acscall.camel.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.acscall.camel.client.ScriptedServer.Received;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Checks a signature as the service does, from what arrived, with code of its own.
 */
final class SignatureCheck {

    private SignatureCheck() {
    }

    static void verify(Received received) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(received.body().getBytes(StandardCharsets.UTF_8));
            assertThat(received.header("x-ms-content-sha256")).isEqualTo(Base64.getEncoder().encodeToString(hash));
            String text = String.join("\n", received.method(), received.target(),
                    String.join(";", received.header("x-ms-date"), received.header("Host"),
                            received.header("x-ms-content-sha256")));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(TestClient.KEY), "HmacSHA256"));
            String signature = Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
            assertThat(received.header("Authorization"))
                    .isEqualTo("HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=" + signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
