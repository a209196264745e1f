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
package io.acscall.benchmarks.wait;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Answers each request at once as the service answers a play, without a network.
 *
 * @param sent is shown each request before it is answered
 */
record TakingService(Consumer<HttpRequest> sent) implements HttpClient {

    private static final int TAKEN = 202;

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
        sent.accept(request);
        return Mono.just(new Taken(request));
    }

    /** An answer without a body, with the headers that the service sends. */
    private static final class Taken extends HttpResponse {

        private final HttpHeaders headers;

        private Taken(HttpRequest request) {
            super(request);
            this.headers = new HttpHeaders().set(HttpHeaderName.DATE, "Mon, 23 Nov 2026 12:00:00 GMT")
                    .set(HttpHeaderName.CONTENT_LENGTH, "0")
                    .set(HttpHeaderName.fromString("X-Microsoft-Skype-Chain-ID"),
                            String.copyValueOf("f5a0b2c4-1d6e".toCharArray()))
                    .set(HttpHeaderName.fromString("x-ms-client-request-id"),
                            request.getHeaders().getValue(HttpHeaderName.X_MS_CLIENT_REQUEST_ID));
        }

        @Override
        public int getStatusCode() {
            return TAKEN;
        }

        @Override
        @Deprecated
        public String getHeaderValue(String name) {
            return headers.getValue(HttpHeaderName.fromString(name));
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public Flux<ByteBuffer> getBody() {
            return Flux.empty();
        }

        @Override
        public Mono<byte[]> getBodyAsByteArray() {
            return Mono.empty();
        }

        @Override
        public Mono<String> getBodyAsString() {
            return getBodyAsString(StandardCharsets.UTF_8);
        }

        @Override
        public Mono<String> getBodyAsString(Charset charset) {
            return Mono.empty();
        }
    }
}
