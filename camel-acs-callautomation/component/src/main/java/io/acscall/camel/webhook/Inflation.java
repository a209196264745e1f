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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Unpacks gzip bodies. The limit counts what comes out, so that a small body can't become a large one.
 */
final class Inflation {

    private static final Set<String> GZIP = Set.of("gzip", "x-gzip");
    private static final int MAGIC_FIRST = 0x1f;
    private static final int MAGIC_SECOND = 0x8b;

    /** What comes out is larger than allowed. */
    static final class TooLargeException extends Exception {

        private static final long serialVersionUID = 1L;

        TooLargeException(int limit) {
            super("the unpacked body has more than maxBodySize=" + limit + " bytes");
        }
    }

    /** The body can't be unpacked. */
    static final class BrokenException extends Exception {

        private static final long serialVersionUID = 1L;

        BrokenException(String message) {
            super(message);
        }
    }

    private Inflation() {
    }

    /** The body as it was before it was packed; some servers have unpacked it already and kept the header. */
    static byte[] inflated(InboundRequest request, int limit) throws TooLargeException, BrokenException {
        String encoding = request.header("Content-Encoding").orElse("identity").toLowerCase(Locale.ROOT);
        byte[] body = request.body();
        boolean gzip = GZIP.contains(encoding);
        if ("identity".equals(encoding) || gzip && !isPacked(body)) {
            return body;
        }
        if (!gzip) {
            throw new BrokenException("the content encoding is not known");
        }
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] whole = unpacked.readNBytes(limit == Integer.MAX_VALUE ? limit : limit + 1);
            if (whole.length > limit) {
                throw new TooLargeException(limit);
            }
            return whole;
        } catch (IOException e) {
            throw new BrokenException("the body is no gzip");
        }
    }

    private static boolean isPacked(byte[] body) {
        return body.length > 1 && (body[0] & 0xff) == MAGIC_FIRST && (body[1] & 0xff) == MAGIC_SECOND;
    }
}
