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
package io.acscall.simulator.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The arithmetic of access key authentication: content hash, string to sign, signature. */
public final class HmacSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;

    /**
     * @param base64Key the access key as the connection string shows it
     */
    public HmacSignature(String base64Key) {
        this.key = Base64.getDecoder().decode(base64Key);
    }

    /** Base64 of the SHA-256 of a body; an empty body has a hash too. */
    public static String contentHash(byte[] body) {
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no SHA-256", e);
        }
    }

    /**
     * @param  method       HTTP verb in upper case
     * @param  pathAndQuery exactly as sent
     * @param  date         value of {@code x-ms-date}
     * @param  host         value of {@code Host}
     * @param  contentHash  value of {@code x-ms-content-sha256}
     * @return              base64 of the signature
     */
    public String sign(String method, String pathAndQuery, String date, String host, String contentHash) {
        String toSign = method + "\n" + pathAndQuery + "\n" + date + ";" + host + ";" + contentHash;
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(toSign.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no " + ALGORITHM, e);
        }
    }
}
