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

import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.concurrent.CompletableFuture;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.fasterxml.jackson.databind.ObjectReader;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The storage that keeps the files of recordings, on hosts of its own. Thread-safe; no thread waits for the network.
 */
public final class RecordingStorage {

    private static final String ANYTHING = "*/*";
    private static final String JSON_TYPE = "application/json";

    private final ServiceClientOptions options;
    private final Endpoint endpoint;
    private final HttpPipeline pipeline;
    private final ObjectReader reader;

    RecordingStorage(ServiceClientOptions options, Endpoint endpoint, HttpPipeline pipeline, ObjectReader reader) {
        this.options = options;
        this.endpoint = endpoint;
        this.pipeline = pipeline;
        this.reader = reader;
    }

    /** Takes a file away. */
    Mono<HttpResponse> delete(ServiceCall call) {
        return pipeline.send(request(call, JSON_TYPE), call.asContext());
    }

    /**
     * Downloads a file. What breaks off in the middle is resumed where it broke.
     *
     * @param  location the address that an event named, on a host that is allowed
     * @param  range    the part that is wanted
     * @param  parts    in which parts it is fetched
     * @param  into     gets the bytes in order, on a thread that may block; stays open
     * @return          what was written; fails with a {@link ServiceException}, or with what {@code into} throws, and
     *                  then a part may have been written
     */
    public CompletableFuture<RecordingContent> download(URI location, ByteRange range, DownloadParts parts, OutputStream into) {
        ServiceCall call = new ServiceCall(
                ServiceRequest.stored(HttpMethod.GET, location), options.ids().get().toString());
        return new Download(this, call, range, parts, options.maxRetries(), options.requestTimeout()).into(into)
                .subscribeOn(Schedulers.boundedElastic())
                .toFuture();
    }

    /** Asks for a part of a file; empty when the answer is none. */
    Mono<StoredPart> open(ServiceCall download, ByteRange range) {
        ServiceCall call = new ServiceCall(download.request(), download.clientRequestId());
        return Mono.defer(() -> {
            HttpRequest request = request(call, ANYTHING);
            if (!range.isWhole()) {
                request.setHeader(HttpHeaderName.RANGE, range.header());
            }
            return pipeline.send(request, call.asContext());
        }).flatMap(response -> answer(call, response));
    }

    private Mono<StoredPart> answer(ServiceCall call, HttpResponse response) {
        int status = response.getStatusCode();
        if (status == 200 || status == 206) {
            return Mono.fromCallable(() -> StoredPart.of(response));
        }
        return response.getBodyAsByteArray().defaultIfEmpty(new byte[0])
                .flatMap(body -> Mono.error(ServiceException.answered(
                        call.request(), status, ServiceError.read(reader, body), call.clientRequestId(),
                        RetryAfter.read(response.getHeaders(), options.clock()), false)));
    }

    /** A failure without an answer, or in the middle of one. */
    ServiceException unanswered(ServiceCall call, Throwable failure) {
        TryFailure last = failure instanceof IllegalStateException ? TryFailure.of(failure) : lastTry(failure);
        return ServiceException.unanswered(
                call.request(), endpoint.toString(), last.delivery(), last.getCause(), call.clientRequestId());
    }

    private static TryFailure lastTry(Throwable failure) {
        return failure instanceof TryFailure known ? known : TryFailure.onTheWire(failure);
    }

    private HttpRequest request(ServiceCall call, String accept) {
        return new HttpRequest(call.request().method(), url(call.request().path()))
                .setHeader(HttpHeaderName.ACCEPT, accept)
                .setHeader(HttpHeaderName.USER_AGENT, options.userAgent())
                .setHeader(HttpHeaderName.X_MS_CLIENT_REQUEST_ID, call.clientRequestId());
    }

    private static URL url(String address) {
        try {
            return URI.create(address).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not an address", e);
        }
    }
}
