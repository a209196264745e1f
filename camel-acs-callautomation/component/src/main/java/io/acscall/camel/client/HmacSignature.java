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
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The HMAC-SHA256 scheme of the service over method, path and query as sent, date, host and body hash.
 */
final class HmacSignature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MOST_IDLE = 16;
    private static final String HASH_OF_NOTHING = hash(new byte[0]);

    private final SecretKeySpec key;
    /** Those that nobody uses now: each is as new after it has signed, and costs a kilobyte to make. */
    private final BlockingQueue<Mac> idle = new ArrayBlockingQueue<>(MOST_IDLE);

    HmacSignature(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        // a Java without the algorithm is told of now
        idle.add(newMac());
    }

    /** The value of {@code x-ms-content-sha256}. */
    static String contentHash(byte[] body) {
        return body.length == 0 ? HASH_OF_NOTHING : hash(body);
    }

    private static String hash(byte[] body) {
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** The signature in base64. */
    String sign(String method, String pathAndQuery, String date, String host, String contentHash) {
        String text = method + "\n" + pathAndQuery + "\n" + date + ";" + host + ";" + contentHash;
        return Base64.getEncoder().encodeToString(sign(text.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] sign(byte[] text) {
        Mac known = idle.poll();
        Mac mac = known == null ? newMac() : known;
        byte[] signed = mac.doFinal(text);
        idle.offer(mac);
        return signed;
    }

    private Mac newMac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA256", e);
        }
    }
}
