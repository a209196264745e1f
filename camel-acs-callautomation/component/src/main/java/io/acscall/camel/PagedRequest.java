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
package io.acscall.camel;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.acscall.camel.action.CallAction;
import io.acscall.camel.client.ServiceClient;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.client.ServiceResponse;

/**
 * Sends a request and reads its answer with all further pages; nearly all answers have one.
 */
record PagedRequest(ServiceClient client, CallAction action) {

    /** More than a call can have participants; a service that links in a circle must not be followed for ever. */
    private static final int MAX_PAGES = 400;

    CompletableFuture<List<ServiceResponse>> send(ServiceRequest request) {
        return client.send(request).thenCompose(first -> more(List.of(first)));
    }

    private CompletableFuture<List<ServiceResponse>> more(List<ServiceResponse> pages) {
        Optional<ServiceRequest> next = action.next(pages.get(pages.size() - 1));
        if (next.isEmpty() || pages.size() == MAX_PAGES) {
            return CompletableFuture.completedFuture(pages);
        }
        return client.send(next.get()).thenCompose(page -> more(Stream.concat(pages.stream(), Stream.of(page)).toList()));
    }
}
