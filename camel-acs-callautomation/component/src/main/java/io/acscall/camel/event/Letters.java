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
package io.acscall.camel.event;

import java.nio.ByteBuffer;

/**
 * What a body is written with. Nearly all are plain, and then most of the care that others need can be spared. Looked
 * at eight bytes at a time.
 */
enum Letters {

    /** Letters of ASCII without a backslash: no text in it is other than it looks. */
    PLAIN,
    /** Letters of ASCII, some of them escaped. */
    ESCAPED,
    /** What has to be decoded first. Zeros, too: a parser of bytes would take them for UTF-16. */
    OTHER;

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long BACKSLASHES = ONES * '\\';

    static Letters of(byte[] body) {
        ByteBuffer bytes = ByteBuffer.wrap(body);
        boolean escaped = false;
        while (bytes.remaining() >= Long.BYTES) {
            long eight = bytes.getLong();
            if (((eight - ONES | eight) & HIGH_BITS) != 0) {
                return OTHER;
            }
            // no high bit is set in a plain letter, so a difference of zero alone gives one
            escaped |= ((eight ^ BACKSLASHES) - ONES & HIGH_BITS) != 0;
        }
        while (bytes.hasRemaining()) {
            byte one = bytes.get();
            if (one <= 0) {
                return OTHER;
            }
            escaped |= one == '\\';
        }
        return escaped ? ESCAPED : PLAIN;
    }
}
