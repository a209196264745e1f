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
package io.acscall.simulator.rest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import io.acscall.simulator.fault.EarlyOutcome;
import io.acscall.simulator.fault.FaultPlan;
import io.acscall.simulator.fault.RestFailure;
import io.acscall.simulator.fault.RestFate;
import io.acscall.simulator.fault.RestRule;
import io.acscall.simulator.http.ServiceAnswer;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.time.SimulatorScheduler;

/** Has requests fare as it was decided for them. Nothing here blocks: whoever has to wait is called later. */
public final class Misfortune {

    /** The sub codes of the service's own troubles. */
    private static final Map<Integer, String> CODES = Map.of(429, "8516", 500, "9999", 502, "9001", 503, "9001", 504, "9002");

    private final FaultPlan faults;
    private final SimulatorScheduler scheduler;
    /** At most some for each connection. */
    private final Set<CompletableFuture<Void>> waiting = ConcurrentHashMap.newKeySet();

    /**
     * @param faults    decides
     * @param scheduler has others wait
     */
    public Misfortune(FaultPlan faults, SimulatorScheduler scheduler) {
        this.faults = faults;
        this.scheduler = scheduler;
    }

    /** What is to happen to a request. */
    RestFate fate(Operation operation) {
        return faults.request(operation.name());
    }

    /** The answer that goes out. */
    ServiceAnswer answer(RestFate fate, ServiceAnswer good) {
        return fate.failure() == RestFailure.STATUS ? refusal(fate.rule()).about(good == null ? null : good.callId()) : good;
    }

    private static ServiceAnswer refusal(RestRule rule) {
        String code = CODES.getOrDefault(rule.status(), String.valueOf(rule.status()));
        ServiceAnswer answer = ServiceFault.of(rule.status(), code, "This failure was asked for.").toAnswer();
        Duration wait = rule.retryAfter();
        if (wait == null) {
            return answer;
        }
        return wait.toMillisPart() == 0
                ? answer.withHeader("Retry-After", String.valueOf(wait.toSeconds()))
                : answer.withHeader("x-ms-retry-after-ms", String.valueOf(wait.toMillis()));
    }

    /** How much of it goes out. */
    Transmission transmission(RestFate fate) {
        return switch (fate.failure()) {
            case NONE, STATUS -> Transmission.WHOLE;
            case RESET -> Transmission.NOTHING;
            case HALF_BODY -> Transmission.HALF_BODY;
        };
    }

    /** Completes when the operation may begin. */
    CompletableFuture<Void> beforeActing(RestFate fate) {
        return later(fate.delayBefore());
    }

    /** Completes when the answer may go out. */
    CompletableFuture<Void> beforeAnswering(RestFate fate, OperationRequest request) {
        CompletableFuture<Void> slow = later(fate.delayAfter());
        return fate.earlyOutcome().map(early -> slow.thenCompose(done -> overtaken(early, request))).orElse(slow);
    }

    private CompletableFuture<Void> overtaken(EarlyOutcome early, OperationRequest request) {
        List<CompletableFuture<Void>> outcomes = request.overtaken(early.types());
        outcomes.forEach(this::waits);
        if (outcomes.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        scheduler.after(early.patience(), () -> outcomes.forEach(outcome -> outcome.complete(null)));
        return CompletableFuture.allOf(outcomes.toArray(CompletableFuture<?>[]::new));
    }

    /** Whoever waits now need not wait any more; their stages fail. */
    void giveUp() {
        waiting.forEach(one -> one.completeExceptionally(new CancellationException("the simulator was reset")));
    }

    private void waits(CompletableFuture<Void> one) {
        waiting.add(one);
        one.whenComplete((done, failure) -> waiting.remove(one));
    }

    private CompletableFuture<Void> later(Duration delay) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        if (delay.isZero()) {
            over.complete(null);
        } else {
            waits(over);
            scheduler.after(delay, () -> over.complete(null));
        }
        return over;
    }
}
