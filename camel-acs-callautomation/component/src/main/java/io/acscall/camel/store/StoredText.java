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
package io.acscall.camel.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How a key or an owner stands in a column. What is too long for it, or holds characters that a database does not keep
 * (NUL, half a surrogate pair), stands there as the SHA-256 of its UTF-16 characters.
 */
final class StoredText {

    /** The width of the columns. */
    static final int LONGEST = 300;

    private static final String HASHED = "sha256:";

    private StoredText() {
    }

    static String of(String text) {
        return fits(text) ? text : HASHED + HexFormat.of().formatHex(sha256(text));
    }

    /**
     * A text that looks like a hash is hashed itself, so that nobody can write the stored form of somebody else's text.
     */
    private static boolean fits(String text) {
        return text.length() <= LONGEST && !text.startsWith(HASHED) && text.indexOf('\0') < 0
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static byte[] sha256(String text) {
        ByteBuffer characters = ByteBuffer.allocate(Character.BYTES * text.length());
        characters.asCharBuffer().put(text);
        try {
            return MessageDigest.getInstance("SHA-256").digest(characters.array());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
