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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import com.azure.core.http.HttpMethod;
import io.acscall.camel.action.ActionResult;
import io.acscall.camel.action.CallAction;
import io.acscall.camel.action.HoldState;
import io.acscall.camel.action.Options;
import io.acscall.camel.await.OpenWait;
import io.acscall.camel.await.WaitEnd;
import io.acscall.camel.await.WaitSpec;
import io.acscall.camel.client.Repeatability;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.client.ServiceResponse;
import io.acscall.camel.outcome.Outcome;
import io.acscall.camel.pacing.PacingException;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;

/**
 * One exchange passing one action: inputs, claim, request, answer, and with {@code awaitEvent} the end of the
 * operation. The exchange goes on exactly once, on a thread of the completions pool. It lives as long as the wait does,
 * so it is kept small: what only the request needs is let go of when that has been taken.
 */
final class CallStep implements Consumer<WaitEnd> {

    private static final Runnable NOTHING = () -> {
    };

    private final AcsCallEndpoint endpoint;
    private final CallAction action;
    private final Exchange exchange;
    private final AsyncCallback callback;
    private final Executor completions;
    private final StepWatch watch;
    private final StepPermit permit;
    /** {@code null} once a request that is waited for has been taken. */
    private ExchangeInputs inputs;
    private ServiceRequest request;
    /** {@code null} where the step has none. */
    private StepKey key;
    private OpenWait wait;
    private HoldState goal;
    private List<ServiceResponse> answers = List.of();

    CallStep(AcsCallEndpoint endpoint, CallAction action, Exchange exchange, AsyncCallback callback) {
        this.endpoint = endpoint;
        AcsCallComponent component = endpoint.getComponent();
        this.action = action;
        this.exchange = exchange;
        this.callback = callback;
        this.completions = component.completionsOf(exchange);
        this.inputs = new ExchangeInputs(endpoint, exchange);
        this.watch = StepWatch.of(component, action.name());
        this.permit = StepPermit.of(component.pacing(), action.name());
    }

    /**
     * Begins; the exchange goes on later.
     *
     * @throws io.acscall.camel.action.InvalidInputException when a value is missing or wrong; nothing was sent
     */
    void start() {
        try {
            begin();
        } catch (RuntimeException e) {
            watch.notBegun(StepResults.asCallException(action.name(), exchange, e), endpoint.isAwaitEvent());
            throw e;
        }
    }

    private void begin() {
        Optional<PendingRepeat> repeat = PendingRepeat.take(exchange, endpoint);
        Optional<String> userKey = inputs.get(Options.IDEMPOTENCY_KEY);
        if (repeat.isPresent()) {
            key = repeat.get().key();
            permit.repeats(repeat.get().grant());
            send(repeat.get().request(), repeat.get().waitId(), NOTHING);
        } else if (userKey.isPresent()) {
            key = StepKey.of(endpoint, userKey.get(), action.request(inputs), lease());
            key.claim(new Turn());
        } else {
            send(null, null, NOTHING);
        }
    }

    private Duration lease() {
        Duration pacing = permit.mayBeNeeded() ? component().getConfiguration().getPacingTimeout() : Duration.ZERO;
        return endpoint.isAwaitEvent() ? pacing.plus(AwaitSpec.timeout(action, inputs)) : pacing;
    }

    /** What the key decides. */
    private final class Turn implements StepKey.Turn {

        @Override
        public void send(Repeatability ids, Runnable whenUnsent) {
            inputs.useIds(ids);
            CallStep.this.send(null, null, whenUnsent);
        }

        @Override
        public void replay(String stored) {
            finishLater(() -> {
                StoredResult first = StoredResult.of(stored);
                ResultHeaders.removeOfEarlierStep(exchange.getMessage());
                results().read(action.result(inputs, first.pages()));
                if (endpoint.isAwaitEvent() && first.event() != null) {
                    results().ended(new WaitEnd.Succeeded(first.event()), call());
                }
            });
        }

        @Override
        public void inDoubt() {
            finishLater(() -> results().inDoubt(call()));
        }

        @Override
        public void stopped() {
            finishLater(() -> results().ended(new WaitEnd.Shutdown(), call()));
        }

        @Override
        public void again(Runnable claim) {
            guarded(claim);
        }

        private void finishLater(Runnable outcome) {
            completions.execute(() -> finish(outcome));
        }
    }

    private void send(ServiceRequest repeated, String waitId, Runnable whenUnsent) {
        Runnable send = () -> orElse(whenUnsent, () -> sendNow(repeated, waitId));
        if (!permit.mayBeNeeded()) {
            send.run();
            return;
        }
        orElse(whenUnsent, () -> permit.take(
                repeated != null ? repeated : action.request(inputs), action.call(inputs), () -> guarded(send),
                why -> guarded(() -> orElse(whenUnsent, () -> {
                    throw why;
                }))));
    }

    private static void orElse(Runnable whenItFails, Runnable part) {
        try {
            part.run();
        } catch (RuntimeException e) {
            whenItFails.run();
            throw e;
        }
    }

    private void sendNow(ServiceRequest repeated, String waitId) {
        try {
            prepare(waitId);
            request = repeated != null ? repeated : request();
            ResultHeaders.removeOfEarlierStep(exchange.getMessage());
            if (wait != null) {
                Parking.park(exchange);
            }
            watch.sent(request, action.call(inputs));
            new PagedRequest(component().client(), action).send(request).whenComplete(watch::answered)
                    .whenComplete((pages, failed) -> completions.execute(() -> answered(pages, failed)));
        } catch (RuntimeException e) {
            // nobody is rung, whatever it was that could not be done
            permit.over();
            // what has ended the wait in between, such as a shutdown, takes the exchange on
            if (wait == null || wait.abandon()) {
                watch.abandoned(wait);
                throw e;
            }
        }
    }

    private void prepare(String waitId) {
        if (endpoint.isAwaitEvent()) {
            // opened before the request is sent: an event may overtake the answer
            endpoint.warnWhenTransacted(exchange, "the event comes");
            WaitSpec spec = AwaitSpec.of(endpoint, action, inputs);
            // read now: the exchange may have gone on when it is needed
            goal = action.goal(inputs).orElse(null);
            wait = watch.open(spec, this, waitId);
            String trace = TraceHeader.of(exchange);
            inputs.wrapContext(user -> wait.wireContext(trace, user));
        } else if (component().getConfiguration().isPropagateTrace()) {
            TracedContext.put(endpoint, action, exchange, inputs);
        }
    }

    private ServiceRequest request() {
        ServiceRequest made = action.request(inputs);
        boolean carriesIds = action.repeatable() && made.method() == HttpMethod.POST;
        return carriesIds ? made.withRepeatability(inputs.ids().orElseGet(component()::newRepeatability)) : made;
    }

    private void answered(List<ServiceResponse> pages, Throwable failed) {
        permit.answered(pages, failed == null ? null : unwrap(failed));
        if (wait != null) {
            answeredAwaited(pages, failed);
            return;
        }
        finish(() -> {
            if (failed == null) {
                results().read(action.result(inputs, pages));
                settle(new StoredResult(pages, null));
            } else {
                requestFailed(unwrap(failed));
            }
        });
    }

    private void answeredAwaited(List<ServiceResponse> pages, Throwable failed) {
        if (failed != null) {
            wait.requestFailed(unwrap(failed));
            return;
        }
        try {
            ActionResult result = action.result(inputs, pages);
            Map<String, Object> headers = result.headers();
            String call = (String) headers.get(AcsCallConstants.CONNECTION_ID);
            wait.answered(call, (String) headers.get(AcsCallConstants.RECORDING_ID), () -> {
                // only one that may be repeated is asked for them at its end
                answers = key == null ? List.of() : pages;
                results().taken(result);
            });
            // a wait may be long, and requests and answers are large
            request = null;
            inputs = null;
            if (wait.isOpen()) {
                component().waiting().learned(call, (String) headers.get(AcsCallConstants.RECORDING_ID));
            }
            if (goal != null && wait.isOpen()) {
                new StateLook(component(), goal, completions)
                        .start(state -> wait.reached(() -> answers = List.of(pages.get(0), state)));
            }
        } catch (RuntimeException e) {
            wait.requestFailed(e);
        }
    }

    @Override
    public void accept(WaitEnd end) {
        completions.execute(() -> ended(end));
    }

    private void ended(WaitEnd end) {
        finish(() -> {
            if (end instanceof WaitEnd.RequestFailed failed) {
                requestFailed(failed.cause());
                return;
            }
            if (end instanceof WaitEnd.Reached) {
                results().read(action.result(inputs(), answers));
                settle(new StoredResult(answers, null));
                return;
            }
            results().ended(end, call());
            if (end instanceof WaitEnd.Succeeded succeeded) {
                settle(new StoredResult(answers, succeeded.event()));
            } else if (end instanceof WaitEnd.Failed || end instanceof WaitEnd.Disconnected) {
                permit.over();
                release();
            }
        });
    }

    private void requestFailed(Throwable cause) {
        Outcome outcome = results().requestFailed(cause, request, call());
        if (outcome == Outcome.IN_DOUBT && request.isRepeatable()) {
            PendingRepeat.put(exchange,
                    new PendingRepeat(endpoint, request, wait == null ? null : wait.id(), key, permit.id()));
        } else if (outcome != Outcome.IN_DOUBT) {
            release();
        }
    }

    private void settle(StoredResult result) {
        if (key != null) {
            key.settle(result);
        }
    }

    private void release() {
        if (key != null) {
            key.release();
        }
    }

    /** Runs a later part of the start; what it throws ends the step. */
    private void guarded(Runnable part) {
        completions.execute(() -> {
            try {
                part.run();
            } catch (RuntimeException e) {
                finish(() -> {
                    throw e;
                });
            }
        });
    }

    /** Whatever happens, the exchange goes on, once. */
    private void finish(Runnable outcome) {
        try {
            outcome.run();
        } catch (PacingException e) {
            results().refused(e);
        } catch (RuntimeException e) {
            exchange.setException(StepResults.asCallException(action.name(), exchange, e));
        }
        if (exchange.getException() == null) {
            // a redelivery needs them again, the next action must not see them
            exchange.getMessage().removeHeader(AcsCallConstants.OPERATION_CONTEXT);
            exchange.getMessage().removeHeader(AcsCallConstants.IDEMPOTENCY_KEY);
        }
        watch.ended(exchange, wait != null);
        LogContext.show(exchange);
        callback.done(false);
    }

    private AcsCallComponent component() {
        return endpoint.getComponent();
    }

    private StepResults results() {
        return new StepResults(endpoint, action, exchange);
    }

    private ExchangeInputs inputs() {
        ExchangeInputs known = inputs;
        return known != null ? known : new ExchangeInputs(endpoint, exchange);
    }

    private String call() {
        Object call = inputs().raw(Options.CALL_CONNECTION_ID);
        return call == null ? null : call.toString();
    }

    private static Throwable unwrap(Throwable failed) {
        return failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed;
    }
}
