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

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Decodes path segments by RFC 3986. The JDK only decodes forms, where a plus sign is a blank; in a path it is a plus
 * sign.
 */
public final class PercentDecoding {

    private static final int ESCAPE_LENGTH = 3;
    private static final int HEX = 16;

    private PercentDecoding() {
    }

    /**
     * @return the decoded text, or empty when an escape is broken or the bytes are not UTF-8
     */
    public static Optional<String> segment(String raw) {
        if (raw.indexOf('%') < 0) {
            return Optional.of(raw);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
        int at = 0;
        while (at < raw.length()) {
            if (raw.charAt(at) != '%') {
                int end = raw.indexOf('%', at);
                bytes.writeBytes(raw.substring(at, end < 0 ? raw.length() : end).getBytes(StandardCharsets.UTF_8));
                at = end < 0 ? raw.length() : end;
                continue;
            }
            int value = at + ESCAPE_LENGTH <= raw.length() ? hex(raw, at + 1) : -1;
            if (value < 0) {
                return Optional.empty();
            }
            bytes.write(value);
            at += ESCAPE_LENGTH;
        }
        return utf8(bytes.toByteArray());
    }

    private static int hex(String raw, int at) {
        int high = Character.digit(raw.charAt(at), HEX);
        int low = Character.digit(raw.charAt(at + 1), HEX);
        return high < 0 || low < 0 ? -1 : high * HEX + low;
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
