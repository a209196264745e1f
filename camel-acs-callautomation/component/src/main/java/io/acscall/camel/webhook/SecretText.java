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

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A secret that is compared in a time which tells nothing of it, not even its length: digests are compared, and whole.
 */
final class SecretText {

    private final byte[] digest;

    private SecretText(byte[] digest) {
        this.digest = digest;
    }

    static SecretText of(String secret) {
        return new SecretText(digest(secret));
    }

    boolean isSameAs(String presented) {
        return MessageDigest.isEqual(digest, digest(presented));
    }

    /** Nothing of the secret. */
    @Override
    public String toString() {
        return "SecretText[xxxxxx]";
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
