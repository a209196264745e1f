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

import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * One try from the first byte to the last: reads the whole answer, so that a connection that breaks in the middle of it
 * counts as a failed try, bounds its time, and logs one line about it.
 */
final class TryPolicy implements HttpPipelinePolicy {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceClient.class);
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Duration longest;
    private final Deadlines deadlines;
    private final Clock clock;
    private final boolean streamed;

    /**
     * @param requestTimeout the time that the HTTP client has; the HTTP client, which knows whether it was connected,
     *                       is to speak first, so this policy steps in a second later
     */
    TryPolicy(Duration requestTimeout, Clock clock) {
        this(requestTimeout, clock, false);
    }

    private TryPolicy(Duration requestTimeout, Clock clock, boolean streamed) {
        this.longest = requestTimeout.plus(GRACE);
        this.deadlines = new Deadlines(longest.toNanos(), Schedulers.parallel(), System::nanoTime);
        this.clock = clock;
        this.streamed = streamed;
    }

    /** Leaves the body of a good answer to a GET to whoever reads it: it may be large. */
    static TryPolicy streaming(Duration requestTimeout, Clock clock) {
        return new TryPolicy(requestTimeout, clock, true);
    }

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
        ServiceCall call = ServiceCall.of(context);
        return Mono.defer(() -> {
            long start = clock.millis();
            return next.process()
                    .flatMap(response -> isStream(response) ? Mono.just(response) : readWhole(response))
                    .timeout(deadlines.begin(), Mono.error(this::tooSlow))
                    .onErrorMap(TryFailure::onTheWire)
                    .doOnNext(response -> log(call, start, String.valueOf(response.getStatusCode())))
                    .doOnError(failure -> log(call, start, NetworkFailure.describe(failure.getCause())));
        });
    }

    private HttpTimeoutException tooSlow() {
        return new HttpTimeoutException("no complete answer within " + longest.toMillis() + " ms");
    }

    private boolean isStream(HttpResponse response) {
        return streamed && response.getRequest().getHttpMethod() == HttpMethod.GET && response.getStatusCode() / 100 == 2;
    }

    private static Mono<HttpResponse> readWhole(HttpResponse response) {
        HttpResponse buffered = response.buffer();
        return buffered.getBodyAsByteArray().thenReturn(buffered);
    }

    private void log(ServiceCall call, long start, String end) {
        LOG.debug("{}: {} after {} ms, try {}, client request id {}", call.request(), end, clock.millis() - start, call.tries(),
                call.clientRequestId());
    }
}
