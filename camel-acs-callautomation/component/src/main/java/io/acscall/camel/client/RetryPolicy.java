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

import java.time.Clock;
import java.time.Duration;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Tries a request again as {@link RetryRules} say, from the identical request each time; only what lies below (date and
 * signature, token) is made anew. azure-core's policy does not fit: it sleeps out any Retry-After, logs each last
 * failure with its stack as an error, and cannot tell what an earlier try left in doubt. No thread waits.
 */
final class RetryPolicy implements HttpPipelinePolicy {

    private final RetryRules rules;
    private final Clock clock;
    private final Scheduler timer;
    private final Mono<Void> closing;

    /**
     * @param closing ends all waits when it ends; what waited keeps the result of its last try
     */
    RetryPolicy(RetryRules rules, Clock clock, Scheduler timer, Mono<Void> closing) {
        this.rules = rules;
        this.clock = clock;
        this.timer = timer;
        this.closing = closing;
    }

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
        return attempt(context, next, context.getHttpRequest());
    }

    private Mono<HttpResponse> attempt(HttpPipelineCallContext context, HttpPipelineNextPolicy next, HttpRequest original) {
        ServiceCall call = ServiceCall.of(context);
        call.beginTry();
        // what lies below writes its own headers over those of the try before, and nobody takes one away
        context.setHttpRequest(original);
        return next.clone().process()
                .map(response -> new TryResult(response, null, RetryAfter.read(response.getHeaders(), clock)))
                .onErrorResume(failure -> Mono.just(TryResult.failed(failure)))
                .flatMap(result -> rules.waitAfter(call, result)
                        .map(wait -> pause(wait).flatMap(over -> {
                            if (!over) {
                                return last(result);
                            }
                            call.giveUpTry(result);
                            return attempt(context, next, original);
                        }))
                        .orElseGet(() -> last(result)));
    }

    /**
     * Gives true when the time is over, false when the client was closed before or the timer takes no work any more:
     * the result of the last try then stands.
     */
    private Mono<Boolean> pause(Duration wait) {
        return Mono.delay(wait, timer)
                .publishOn(Schedulers.boundedElastic())
                .takeUntilOther(closing)
                .hasElement()
                .onErrorReturn(false);
    }

    private static Mono<HttpResponse> last(TryResult result) {
        return result.failed() ? Mono.error(result.failure()) : Mono.just(result.response());
    }
}
