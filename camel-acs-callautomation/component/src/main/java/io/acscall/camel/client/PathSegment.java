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

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * One segment of a path, percent-encoded as the service expects it: {@code 4:+14255550101} becomes
 * {@code 4%3A%2B14255550101}.
 */
public final class PathSegment {

    private PathSegment() {
    }

    /**
     * Encodes one id so that it stays one segment whatever it holds: only letters, digits and {@code - . _ ~} stand for
     * themselves.
     *
     * @param  value                    the id as it is meant, for example a raw id or a {@code callConnectionId}
     * @return                          the segment, without slashes
     * @throws IllegalArgumentException when the value is null or blank, or {@code .} or {@code ..}, which would name
     *                                  another path
     */
    public static String encode(String value) {
        if (value == null || value.isBlank() || ".".equals(value) || "..".equals(value)) {
            throw new IllegalArgumentException(
                    "An id in a path must not be empty, \".\" or \"..\", but was: " + (value == null ? null : '"' + value + '"')
                                               + "; a good one is 401f0000-0000-4000-8000-000000000001");
        }
        if (isPlain(value)) {
            return value;
        }
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
    }

    /** Nearly all are UUIDs, which stand for themselves. */
    private static boolean isPlain(String value) {
        for (int index = 0; index < value.length(); index++) {
            char c = value.charAt(index);
            boolean letterOrDigit = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z';
            if (!letterOrDigit && c != '-' && c != '.' && c != '_' && c != '~') {
                return false;
            }
        }
        return true;
    }
}
