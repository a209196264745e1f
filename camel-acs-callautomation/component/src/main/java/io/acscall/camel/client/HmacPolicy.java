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

import java.net.URL;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.util.BinaryData;
import reactor.core.publisher.Mono;

/**
 * Signs each try with the key of the resource. Own, because the SDK's refuses the http of a simulator, signs a host
 * without its port, and sends the signed text along.
 */
final class HmacPolicy implements HttpPipelinePolicy {

    private static final HttpHeaderName DATE = HttpHeaderName.fromString("x-ms-date");
    private static final HttpHeaderName CONTENT_HASH = HttpHeaderName.fromString("x-ms-content-sha256");
    private static final String SCHEME = "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=";
    private static final byte[] EMPTY = {};

    private final HmacSignature signature;
    private final Clock clock;
    private final Function<URL, String> target;
    private final Function<URL, String> host;
    private volatile SignedDate date;

    HmacPolicy(Credential.AccessKey key, Clock clock) {
        this(key, clock, url -> url.getFile().startsWith("/") ? url.getFile() : "/" + url.getFile(), Endpoint::hostHeader);
    }

    private HmacPolicy(Credential.AccessKey key, Clock clock, Function<URL, String> target, Function<URL, String> host) {
        this.signature = new HmacSignature(key.bytes());
        this.clock = clock;
        this.target = target;
        this.host = host;
    }

    /**
     * For the storage of recordings, which takes a signature over the path without the query, and over the host of the
     * resource instead of its own.
     */
    static HmacPolicy ofStorage(Credential.AccessKey key, Clock clock, String serviceHost) {
        return new HmacPolicy(key, clock, url -> url.getPath().isEmpty() ? "/" : url.getPath(), url -> serviceHost);
    }

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
        return Mono.defer(() -> {
            sign(context.getHttpRequest());
            return next.process();
        });
    }

    @Override
    public HttpResponse processSync(HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
        sign(context.getHttpRequest());
        return next.processSync();
    }

    /** All requests of a second have the same. */
    private String date() {
        Instant now = clock.instant();
        SignedDate known = date;
        if (known == null || known.second() != now.getEpochSecond()) {
            known = new SignedDate(now.getEpochSecond(), HttpDate.format(now));
            date = known;
        }
        return known.text();
    }

    /** The date of the requests of one second. */
    private record SignedDate(long second, String text) {
    }

    private void sign(HttpRequest request) {
        URL url = request.getUrl();
        SecureTransport.check(url);
        BinaryData body = request.getBodyAsBinaryData();
        String date = date();
        String hash = HmacSignature.contentHash(body == null ? EMPTY : body.toBytes());
        request.setHeader(DATE, date);
        request.setHeader(CONTENT_HASH, hash);
        request.setHeader(HttpHeaderName.AUTHORIZATION, SCHEME
                                                        + signature.sign(request.getHttpMethod().toString(), target.apply(url),
                                                                date,
                                                                host.apply(url), hash));
    }
}
