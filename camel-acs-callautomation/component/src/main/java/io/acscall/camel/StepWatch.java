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

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

import com.azure.core.http.HttpMethod;
import io.acscall.camel.await.OpenWait;
import io.acscall.camel.await.WaitEnd;
import io.acscall.camel.await.WaitSpec;
import io.acscall.camel.client.ServiceException;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.client.ServiceResponse;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.observe.CallObservers;
import io.acscall.camel.observe.CallSignal;
import io.acscall.camel.observe.WaitResult;
import io.acscall.camel.outcome.Outcome;
import org.apache.camel.Exchange;

/**
 * Tells the observers of one passage of one action. Whoever begins to watch in the middle of it is told nothing of it.
 */
final class StepWatch {

    private static final Map<Class<? extends WaitEnd>, WaitResult> RESULTS = Map.ofEntries(
            Map.entry(WaitEnd.Succeeded.class, WaitResult.SUCCEEDED), Map.entry(WaitEnd.Reached.class, WaitResult.REACHED),
            Map.entry(WaitEnd.Failed.class, WaitResult.FAILED), Map.entry(WaitEnd.Disconnected.class, WaitResult.DISCONNECTED),
            Map.entry(WaitEnd.TimedOut.class, WaitResult.TIMED_OUT),
            Map.entry(WaitEnd.RequestFailed.class, WaitResult.REQUEST_FAILED),
            Map.entry(WaitEnd.Shutdown.class, WaitResult.SHUTDOWN), Map.entry(WaitEnd.TakenOver.class, WaitResult.TAKEN_OVER),
            Map.entry(WaitEnd.LeftToOthers.class, WaitResult.LEFT), Map.entry(WaitEnd.Unsecured.class, WaitResult.UNSECURED));

    private final AcsCallComponent component;
    private final CallObservers observers;
    private final String action;
    /** {@code null} when nobody watches. */
    private final Instant begun;
    private final long number;
    private volatile String call;
    /** Later than the beginning of the step by what pacing took. */
    private volatile Instant waitOpened;
    private volatile Instant sent;

    private StepWatch(AcsCallComponent component, String action, Instant begun, long number) {
        this.component = component;
        this.observers = component.observers();
        this.action = action;
        this.begun = begun;
        this.number = number;
    }

    /** Begins a passage; where nobody watches it is the same object for all. */
    static StepWatch of(AcsCallComponent component, String action) {
        CallObservers observers = component.observers();
        return observers.isEmpty()
                ? component.unwatched()
                : new StepWatch(component, action, Instant.now(component.clock()), observers.nextNumber());
    }

    /** Tells nobody of anything, and so remembers nothing. */
    static StepWatch unwatched(AcsCallComponent component) {
        return new StepWatch(component, null, null, 0);
    }

    /** Sends a request beside the steps of routes, and tells of it as of an action. */
    static CompletableFuture<ServiceResponse> send(
            AcsCallComponent component, String action, ServiceRequest request, String call) {
        StepWatch watch = of(component, action);
        watch.sent(request, call);
        return component.client().send(request).whenComplete((answer, failed) -> {
            watch.answered(answer == null ? List.of() : List.of(answer), failed);
            watch.ended(outcome(action, request, call, bare(failed)), bare(failed), false);
        });
    }

    private static Outcome outcome(String action, ServiceRequest request, String call, Throwable failed) {
        if (failed == null) {
            return null;
        }
        return failed instanceof ServiceException refused
                ? CallFailure.of(action, call, refused, request.method() != HttpMethod.GET).outcome() : Outcome.UNKNOWN;
    }

    /**
     * Opens a wait that is told of, before anything can end it.
     *
     * @param onEnd   as in {@link io.acscall.camel.await.OpenWaits#open(WaitSpec, Consumer, String)}
     * @param knownId the id of a wait whose request is sent again, or {@code null}
     */
    OpenWait open(WaitSpec spec, Consumer<WaitEnd> onEnd, String knownId) {
        if (begun == null) {
            return component.waiting().open(spec, onEnd, knownId);
        }
        String id = knownId != null ? knownId : AcsCallComponent.newId();
        Instant opened = Instant.now(component.clock());
        waitOpened = opened;
        call = spec.callConnectionId();
        observers.tell(() -> new CallSignal.WaitOpened(opened, number, id, action, call, spec.timeout()));
        try {
            return component.waiting().open(spec, end -> {
                waitEnded(id, opened, resultOf(end), eventOf(end));
                onEnd.accept(end);
            }, id);
        } catch (RuntimeException e) {
            waitEnded(id, opened, WaitResult.ABANDONED, null);
            throw e;
        }
    }

    /** Nothing was sent after all; {@code null} where nothing is waited for. */
    void abandoned(OpenWait wait) {
        if (begun != null && wait != null) {
            waitEnded(wait.id(), waitOpened, WaitResult.ABANDONED, null);
        }
    }

    private void waitEnded(String id, Instant opened, WaitResult result, CallEvent event) {
        learn(event == null ? null : event.callConnectionId());
        Instant now = Instant.now(component.clock());
        Duration took = Duration.between(opened, now);
        observers.tell(() -> new CallSignal.WaitEnded(now, number, id, action, call, result, event, took));
    }

    void sent(ServiceRequest request, String ofCall) {
        if (begun != null) {
            learn(ofCall);
            sent = Instant.now(component.clock());
            observers.tell(() -> new CallSignal.ActionSent(sent, number, action, call, request));
        }
    }

    /** The request is answered, on a thread of the network. */
    void answered(List<ServiceResponse> pages, Throwable failed) {
        if (begun == null || sent == null) {
            return;
        }
        List<ServiceResponse> answers = pages == null ? List.of() : pages;
        answers.forEach(answer -> learn(callIn(answer)));
        Instant now = Instant.now(component.clock());
        Duration took = Duration.between(sent, now);
        observers.tell(() -> new CallSignal.ActionAnswered(now, number, action, call, answers, bare(failed), took));
    }

    /** What the exchange goes on with. */
    void ended(Exchange exchange, boolean awaited) {
        if (begun != null) {
            Exception failure = exchange.getException();
            Outcome outcome = failure == null
                    ? exchange.getMessage().getHeader(AcsCallConstants.OUTCOME, Outcome.class) : outcomeOf(failure);
            ended(outcome, failure, awaited);
        }
    }

    /** The step has failed before anything was sent. */
    void notBegun(Exception failure, boolean awaited) {
        ended(outcomeOf(failure), failure, awaited);
    }

    private void ended(Outcome outcome, Throwable failure, boolean awaited) {
        if (begun != null) {
            Instant now = Instant.now(component.clock());
            Duration took = Duration.between(begun, now);
            observers.tell(() -> new CallSignal.ActionEnded(now, number, action, call, outcome, failure, took, awaited));
        }
    }

    private static Outcome outcomeOf(Exception failure) {
        return failure instanceof AcsCallException known ? known.getOutcome() : Outcome.UNKNOWN;
    }

    private void learn(String known) {
        if (call == null) {
            call = known;
        }
    }

    private static String callIn(ServiceResponse answer) {
        return answer.body() == null ? null : answer.body().path("callConnectionId").textValue();
    }

    private static Throwable bare(Throwable failed) {
        return failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed;
    }

    private static CallEvent eventOf(WaitEnd end) {
        if (end instanceof WaitEnd.Succeeded succeeded) {
            return succeeded.event();
        }
        if (end instanceof WaitEnd.Failed failed) {
            return failed.event();
        }
        return end instanceof WaitEnd.Disconnected disconnected ? disconnected.event() : null;
    }

    private static WaitResult resultOf(WaitEnd end) {
        return RESULTS.get(end.getClass());
    }
}
