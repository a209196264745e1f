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

import java.util.Optional;

import io.acscall.camel.client.ServiceRequest;
import org.apache.camel.Exchange;

/**
 * A request of which it is not known whether the service has acted on it. A redelivery of the same step sends it again
 * as it was, so that the service recognises it.
 *
 * @param endpoint the step
 * @param request  the request with its ids
 * @param waitId   the wait that is named in the request, or {@code null}
 * @param key      the key under which it was sent, or {@code null}
 * @param grant    the permits under which it was sent, or {@code null}
 */
record PendingRepeat(AcsCallEndpoint endpoint, ServiceRequest request, String waitId, StepKey key, String grant) {

    private static final String PROPERTY = "CamelAcsCallPendingRepeat";

    static void put(Exchange exchange, PendingRepeat repeat) {
        exchange.setProperty(PROPERTY, repeat);
    }

    /** What this step has to repeat; empty unless Camel redelivers the exchange to it. */
    static Optional<PendingRepeat> take(Exchange exchange, AcsCallEndpoint endpoint) {
        PendingRepeat pending = exchange.getProperty(PROPERTY, PendingRepeat.class);
        exchange.removeProperty(PROPERTY);
        boolean redelivered = exchange.getMessage().getHeader(Exchange.REDELIVERED, false, Boolean.class);
        return Optional.ofNullable(pending).filter(repeat -> redelivered && repeat.endpoint == endpoint);
    }
}
