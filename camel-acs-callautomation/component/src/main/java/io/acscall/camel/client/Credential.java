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

import java.util.Base64;
import java.util.Objects;

import com.azure.core.credential.TokenCredential;

/**
 * How the client proves who it is. No form of it shows its secret in {@code toString}.
 */
public sealed interface Credential {

    /**
     * A key of the resource, for HMAC-SHA256 signatures.
     *
     * @param base64 the key as the portal shows it. Blanks in it become <code>+</code> again, which Camel's URIs turn
     *               into blanks.
     */
    record AccessKey(String base64) implements Credential {

        /**
         * @throws IllegalArgumentException when the key is empty or no base64; the message does not show it
         */
        public AccessKey {
            base64 = repaired(base64);
            if (base64 == null) {
                throw new IllegalArgumentException(
                        "The option accessKey must be a key of the ACS resource in base64, for example"
                                                   + " MDEyMzQ1Njc4OWFiY2RlZg==, but its value (not shown) is not");
            }
        }

        /** The bytes of the key. */
        byte[] bytes() {
            return Base64.getDecoder().decode(base64);
        }

        @Override
        public String toString() {
            return "AccessKey[***]";
        }

        /** The key as it was meant, or null when it cannot be one. */
        static String repaired(String base64) {
            if (base64 == null || base64.isBlank()) {
                return null;
            }
            String plus = base64.replace(' ', '+');
            return isBase64(plus) ? plus : trimmed(base64);
        }

        private static String trimmed(String base64) {
            String plus = base64.strip().replace(' ', '+');
            return isBase64(plus) ? plus : null;
        }

        private static boolean isBase64(String text) {
            try {
                return Base64.getDecoder().decode(text).length > 0;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }

    /**
     * Microsoft Entra ID, or anything else that gives tokens.
     *
     * @param credential the source of tokens; asked for the scope {@code https://communication.azure.com//.default},
     *                   its tokens are cached until shortly before they expire
     */
    record Token(TokenCredential credential) implements Credential {

        /**
         * @throws NullPointerException when the credential is null
         */
        public Token {
            Objects.requireNonNull(credential, "credential");
        }

        @Override
        public String toString() {
            return "Token[" + credential.getClass().getSimpleName() + "]";
        }
    }
}
