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
package io.acscall.benchmarks.action;

import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.util.BinaryData;
import com.azure.core.util.DateTimeRfc1123;
import reactor.core.publisher.Mono;

/**
 * The signature of the SDK's side, over plain HTTP: the same headers as the SDK's own policy, made without detours, so
 * that the SDK has no handicap from it.
 */
final class PlainHmacPolicy implements HttpPipelinePolicy {

    private static final String ALGORITHM = "HmacSHA256";
    private static final HttpHeaderName DATE = HttpHeaderName.fromString("x-ms-date");
    private static final HttpHeaderName CONTENT_HASH = HttpHeaderName.fromString("x-ms-content-sha256");
    private static final byte[] EMPTY = {};

    private final SecretKeySpec key;

    PlainHmacPolicy(String base64) {
        this.key = new SecretKeySpec(Base64.getDecoder().decode(base64), ALGORITHM);
    }

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
        return Mono.defer(() -> {
            sign(context.getHttpRequest());
            return next.process();
        });
    }

    private void sign(HttpRequest request) {
        URL url = request.getUrl();
        BinaryData body = request.getBodyAsBinaryData();
        String date = DateTimeRfc1123.toRfc1123String(OffsetDateTime.now(ZoneOffset.UTC));
        try {
            String hash = Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(body == null ? EMPTY : body.toBytes()));
            String text = request.getHttpMethod() + "\n" + url.getFile() + "\n" + date + ";" + url.getHost() + ":"
                          + url.getPort() + ";" + hash;
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            request.setHeader(DATE, date);
            request.setHeader(CONTENT_HASH, hash);
            request.setHeader(HttpHeaderName.AUTHORIZATION,
                    "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature="
                                                            + Base64.getEncoder().encodeToString(
                                                                    mac.doFinal(text.getBytes(StandardCharsets.UTF_8))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
