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
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Asks the service over REST. Thread-safe; no thread waits for an answer, and no thread of the caller is used beyond
 * the start of {@link #send}. Futures complete on threads of the HTTP client: longer work belongs on another one.
 */
public final class ServiceClient implements AutoCloseable {

    private static final HttpHeaderName REPEATABILITY_ID = HttpHeaderName.fromString("Repeatability-Request-ID");
    private static final HttpHeaderName REPEATABILITY_FIRST_SENT = HttpHeaderName.fromString("Repeatability-First-Sent");
    /** Read by Azure's HTTP clients: a short answer costs less in one piece. */
    private static final String IN_ONE_PIECE = "azure-eagerly-read-response";
    private static final int BUFFERS = 64;
    private static final String JSON_TYPE = "application/json";

    private final ServiceClientOptions options;
    private final Endpoint endpoint;
    private final HttpClient transport;
    private final HttpPipeline pipeline;
    private final RecordingStorage recordings;
    private final ObjectReader reader;
    private final ObjectWriter writer;
    private final Sinks.Empty<Void> closing = Sinks.empty();
    private volatile boolean closed;

    /**
     * @param options what it is made of
     */
    public ServiceClient(ServiceClientOptions options) {
        // answers come on threads that may be new each time: buffers by thread would be new each time, too
        JsonMapper json = JsonMapper.builder(
                JsonFactory.builder().recyclerPool(JsonRecyclerPools.newBoundedPool(BUFFERS)).build()).build();
        this.options = options;
        this.endpoint = Endpoint.of(options.endpoint());
        this.transport = options.httpClient() == null
                ? JdkTransport.lazy(options.proxy(), options.requestTimeout()) : JdkTransport.quieten(options.httpClient());
        this.pipeline = pipeline(options, transport, closing.asMono());
        this.recordings = new RecordingStorage(
                options, endpoint, storagePipeline(options, endpoint, transport, closing.asMono()), json.reader());
        this.reader = json.reader();
        this.writer = json.writer();
    }

    /**
     * Sends a request and, where that is safe, tries it again after passing trouble.
     *
     * @param  request what to ask; its body is read before this method returns
     * @return         the answer when its status is 2xx; fails with a {@link ServiceException} otherwise, never with
     *                 anything else. Cancelling it gives up the request.
     */
    public CompletableFuture<ServiceResponse> send(ServiceRequest request) {
        Objects.requireNonNull(request, "request");
        ServiceCall call = new ServiceCall(request, options.ids().get().toString());
        try {
            if (closed) {
                throw new IllegalStateException("the client is closed");
            }
            Mono<HttpResponse> sent = request.isStored()
                    ? recordings.delete(call) : pipeline.send(httpRequest(call), call.asContext().addData(IN_ONE_PIECE, true));
            return (mayBlock() ? sent.subscribeOn(Schedulers.boundedElastic()) : sent)
                    .flatMap(response -> response.getBodyAsByteArray()
                            .defaultIfEmpty(new byte[0])
                            .flatMap(body -> answer(call, response, body)))
                    .onErrorMap(failure -> failure instanceof ServiceException ? failure : unanswered(call, failure))
                    .toFuture();
        } catch (IllegalArgumentException | IllegalStateException | JsonProcessingException e) {
            return CompletableFuture.failedFuture(unanswered(call, e));
        }
    }

    /**
     * The storage of recordings.
     */
    public RecordingStorage recordings() {
        return recordings;
    }

    /**
     * Takes no more requests and ends all waits before a retry at once, with the failure of the last try. A try that is
     * on its way keeps its request time-out. An HTTP client and a timer that were given stay open.
     */
    @Override
    public void close() {
        closed = true;
        closing.tryEmitEmpty();
        if (options.httpClient() == null && transport instanceof JdkTransport own) {
            own.close();
        }
    }

    /** The first request makes the HTTP client, and a credential may block: not on the caller's thread. */
    private boolean mayBlock() {
        return options.credential() instanceof Credential.Token || transport instanceof JdkTransport own && !own.isMade();
    }

    private HttpRequest httpRequest(ServiceCall call) throws JsonProcessingException {
        ServiceRequest request = call.request();
        HttpRequest http = new HttpRequest(request.method(), endpoint.locate(request, options.apiVersion()));
        http.setHeader(HttpHeaderName.ACCEPT, JSON_TYPE);
        http.setHeader(HttpHeaderName.USER_AGENT, options.userAgent());
        http.setHeader(HttpHeaderName.X_MS_CLIENT_REQUEST_ID, call.clientRequestId());
        if (request.repeatability() != null) {
            http.setHeader(REPEATABILITY_ID, request.repeatability().requestId().toString());
            http.setHeader(REPEATABILITY_FIRST_SENT, HttpDate.format(request.repeatability().firstSent()));
        }
        if (request.body() != null) {
            http.setHeader(HttpHeaderName.CONTENT_TYPE, JSON_TYPE);
            http.setBody(writer.writeValueAsBytes(request.body()));
        }
        return http;
    }

    private Mono<ServiceResponse> answer(ServiceCall call, HttpResponse response, byte[] body) {
        int status = response.getStatusCode();
        if (status < 200 || status > 299) {
            return Mono.error(ServiceException.answered(call.request(), status, ServiceError.read(reader, body),
                    call.clientRequestId(), RetryAfter.read(response.getHeaders(), options.clock()),
                    call.staysInDoubt(status)));
        }
        try {
            // what the storage says besides the status is of no use
            JsonNode json = body.length == 0 || call.request().isStored() ? null : reader.readTree(body);
            boolean empty = json == null || json.isMissingNode() || json.isNull();
            return Mono.just(
                    new ServiceResponse(status, response.getHeaders(), empty ? null : json, call.clientRequestId()));
        } catch (IOException e) {
            return Mono.error(ServiceException.unreadable(call.request(), status, call.clientRequestId()));
        }
    }

    private ServiceException unanswered(ServiceCall call, Throwable failure) {
        TryFailure last = TryFailure.of(failure);
        Delivery delivery = call.inDoubt() ? Delivery.UNKNOWN : last.delivery();
        Throwable cause = last.getCause();
        return ServiceException.unanswered(call.request(), endpoint.toString(), delivery, cause, call.clientRequestId());
    }

    private static HttpPipeline pipeline(ServiceClientOptions options, HttpClient transport, Mono<Void> closing) {
        return new HttpPipelineBuilder()
                .policies(retries(options, closing), authentication(options),
                        new TryPolicy(options.requestTimeout(), options.clock()))
                .httpClient(transport)
                .build();
    }

    private static HttpPipeline storagePipeline(
            ServiceClientOptions options, Endpoint endpoint, HttpClient transport, Mono<Void> closing) {
        String host = endpoint.hostHeader();
        HttpPipelinePolicy authentication = options.credential() instanceof Credential.AccessKey key
                ? HmacPolicy.ofStorage(key, options.clock(), host) : authentication(options);
        return new HttpPipelineBuilder()
                .policies(retries(options, closing),
                        new StoragePolicy(new RecordingHosts(endpoint, options.recordingHosts()), host), authentication,
                        TryPolicy.streaming(options.requestTimeout(), options.clock()))
                .httpClient(transport)
                .build();
    }

    private static RetryPolicy retries(ServiceClientOptions options, Mono<Void> closing) {
        RetryRules rules = new RetryRules(options.maxRetries(), options.retryDelay(), options.jitter());
        Scheduler timer
                = options.timer() == null ? Schedulers.boundedElastic() : Schedulers.fromExecutorService(options.timer());
        return new RetryPolicy(rules, options.clock(), timer, closing);
    }

    private static HttpPipelinePolicy authentication(ServiceClientOptions options) {
        if (options.credential() instanceof Credential.AccessKey key) {
            return new HmacPolicy(key, options.clock());
        }
        return new BearerPolicy((Credential.Token) options.credential(), options.requestTimeout());
    }
}
