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

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpResponse;
import reactor.core.publisher.Flux;

/**
 * An answer of the storage whose body has not been read yet.
 *
 * @param body        the bytes
 * @param contentType the media type, or {@code null}
 * @param ranged      whether the storage gave the part that it was asked for; else it gives the whole file
 * @param from        the place of the first byte in the file
 * @param total       how long the whole file is; -1 when the storage does not say
 */
record StoredPart(Flux<ByteBuffer> body, String contentType, boolean ranged, long from, long total) {

    private static final int PARTIAL = 206;
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

    static StoredPart of(HttpResponse response) throws IOException {
        String type = response.getHeaders().getValue(HttpHeaderName.CONTENT_TYPE);
        if (response.getStatusCode() == PARTIAL) {
            String range = response.getHeaders().getValue(HttpHeaderName.CONTENT_RANGE);
            Matcher found = CONTENT_RANGE.matcher(range == null ? "" : range.strip());
            if (!found.matches()) {
                throw new IOException("the storage gave a part of the file and did not say which");
            }
            return new StoredPart(response.getBody(), type, true, Long.parseLong(found.group(1)), number(found.group(2)));
        }
        String length = response.getHeaders().getValue(HttpHeaderName.CONTENT_LENGTH);
        return new StoredPart(response.getBody(), type, false, 0, length == null ? -1 : number(length.strip()));
    }

    private static long number(String text) {
        return LENGTH.matcher(text).matches() ? Long.parseLong(text) : -1;
    }
}
