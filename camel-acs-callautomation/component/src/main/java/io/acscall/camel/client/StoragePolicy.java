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

import java.net.MalformedURLException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import reactor.core.publisher.Mono;

/**
 * The way to a storage host: only to hosts that are allowed, with the two headers that the storage wants, and after a
 * redirection only if that host is allowed, too. What lies below signs each hop anew.
 */
final class StoragePolicy implements HttpPipelinePolicy {

    private static final HttpHeaderName ORIGINAL_URL = HttpHeaderName.fromString("OriginalUrl");
    private static final HttpHeaderName SERVICE_HOST = HttpHeaderName.fromString("x-ms-host");
    private static final Set<Integer> REDIRECTIONS = Set.of(301, 302, 307, 308);
    private static final int MAX_HOPS = 5;

    private final RecordingHosts hosts;
    private final String serviceHost;

    /**
     * @param serviceHost the host of the resource, with its port where that is not the usual one
     */
    StoragePolicy(RecordingHosts hosts, String serviceHost) {
        this.hosts = hosts;
        this.serviceHost = serviceHost;
    }

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
        return Mono.defer(() -> hop(context, next, context.getHttpRequest(), MAX_HOPS));
    }

    private Mono<HttpResponse> hop(
            HttpPipelineCallContext context, HttpPipelineNextPolicy next, HttpRequest original, int hopsLeft) {
        URI address = URI.create(original.getUrl().toString());
        hosts.check(address);
        context.setHttpRequest(original.copy().setHeader(SERVICE_HOST, serviceHost)
                .setHeader(ORIGINAL_URL, original.getUrl().toString()));
        return next.clone().process().flatMap(response -> redirection(response, address)
                .map(there -> {
                    if (hopsLeft == 0) {
                        return Mono.<HttpResponse> error(
                                new IllegalStateException("a recording was redirected more than " + MAX_HOPS + " times"));
                    }
                    return hop(context, next, at(original, there), hopsLeft - 1);
                })
                .orElseGet(() -> Mono.just(response)));
    }

    private static Optional<URI> redirection(HttpResponse response, URI from) {
        String location = response.getHeaders().getValue(HttpHeaderName.LOCATION);
        return REDIRECTIONS.contains(response.getStatusCode()) && location != null
                ? Optional.of(from.resolve(location)) : Optional.empty();
    }

    private static HttpRequest at(HttpRequest original, URI address) {
        try {
            return original.copy().setUrl(address.toURL());
        } catch (MalformedURLException e) {
            throw new IllegalStateException("a recording was redirected to what is no address", e);
        }
    }
}
