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
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import com.azure.core.http.HttpMethod;
import io.acscall.camel.action.ActionResult;
import io.acscall.camel.action.CallAction;
import io.acscall.camel.action.HoldState;
import io.acscall.camel.action.Option;
import io.acscall.camel.action.Options;
import io.acscall.camel.await.OpenWait;
import io.acscall.camel.await.WaitEnd;
import io.acscall.camel.await.WaitSpec;
import io.acscall.camel.client.Repeatability;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.client.ServiceResponse;
import io.acscall.camel.outcome.Outcome;
import io.acscall.camel.pacing.PacingException;
import io.acscall.camel.spi.Claim;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;

/**
 * One exchange passing one action: inputs, claim, request, answer, and with {@code awaitEvent} the end of the
 * operation. The exchange goes on exactly once, on a thread of the completions pool. It lives as long as the wait does,
 * so it is kept small.
 */
final class CallStep implements Consumer<WaitEnd> {

    private static final Runnable NOTHING = () -> {
    };
    private static final Duration ASK_AGAIN = Duration.ofMillis(200);
    private static final Duration LEASE_MARGIN = Duration.ofSeconds(30);

    private final AcsCallEndpoint endpoint;
    private final CallAction action;
    private final Exchange exchange;
    private final AsyncCallback callback;
    private final Executor completions;
    private final ExchangeInputs inputs;
    private final StepWatch watch;
    private final StepPermit permit;
    private KeyedOperation keyed;
    private ServiceRequest request;
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
        Optional<String> key = inputs.get(Options.IDEMPOTENCY_KEY);
        if (repeat.isPresent()) {
            keyed = repeat.get().keyed();
            permit.repeats(repeat.get().grant());
            send(repeat.get().request(), repeat.get().waitId(), NOTHING);
        } else if (key.isPresent()) {
            keyed = new KeyedOperation(
                    component().operationStore(), action.name(), key.get(), action.request(inputs),
                    Instant.now(component().clock()), lease());
            claim();
        } else {
            send(null, null, NOTHING);
        }
    }

    private Duration lease() {
        Duration requests = component().getConfiguration().getRequestTimeout()
                .multipliedBy(component().getConfiguration().getMaxRetries() + 1L).plus(LEASE_MARGIN);
        if (permit.mayBeNeeded()) {
            requests = requests.plus(component().getConfiguration().getPacingTimeout());
        }
        return endpoint.isAwaitEvent() ? requests.plus(timeout()) : requests;
    }

    private void claim() {
        Claim claim = keyed.claim();
        if (claim instanceof Claim.Granted granted) {
            // what could not be sent must not hold up who comes next with the same key
            sendAs(new Repeatability(granted.attempt().requestId(), granted.attempt().firstSent()), this::release);
        } else if (claim instanceof Claim.TakenOver takenOver) {
            if (endpoint.getOnInDoubt() == OnInDoubt.fail) {
                completions.execute(() -> finish(() -> results().inDoubt(call())));
            } else {
                sendAs(new Repeatability(takenOver.attempt().requestId(), takenOver.attempt().firstSent()), NOTHING);
            }
        } else if (claim instanceof Claim.Done done) {
            completions.execute(() -> finish(() -> replay(StoredResult.of(done.result()))));
        } else if (component().isEnding()) {
            completions.execute(() -> finish(() -> results().ended(new WaitEnd.Shutdown(), call())));
        } else {
            component().later(ASK_AGAIN, () -> guarded(this::claim));
        }
    }

    private void replay(StoredResult first) {
        ResultHeaders.removeOfEarlierStep(exchange.getMessage());
        results().read(action.result(inputs, first.pages()));
        if (endpoint.isAwaitEvent() && first.event() != null) {
            results().ended(new WaitEnd.Succeeded(first.event()), call());
        }
    }

    private void sendAs(Repeatability ids, Runnable whenUnsent) {
        inputs.useIds(ids);
        send(null, null, whenUnsent);
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
            wait = watch.open(spec(), this, waitId);
            String trace = TraceHeader.of(exchange);
            inputs.wrapContext(user -> wait.wireContext(trace, user));
        } else if (component().getConfiguration().isPropagateTrace()) {
            TracedContext.put(endpoint, action, exchange, inputs);
        }
    }

    private WaitSpec spec() {
        for (Option<String> address : EndpointRules.ADDRESSES_OF_EVENTS) {
            if (action.options().contains(address)) {
                inputs.get(address).ifPresent(uri -> EndpointRules.checkOurs(endpoint, action, address, uri));
            }
        }
        if (action.options().contains(Options.RECORDING_STATE_CALLBACK_URI)) {
            // without one the service reports nothing
            inputs.require(Options.RECORDING_STATE_CALLBACK_URI);
        }
        // read now: the exchange may have gone on when it is needed
        goal = action.goal(inputs).orElse(null);
        return new WaitSpec(
                action.name(), action.ending(), timeout(), action.call(inputs), action.recording(inputs),
                action.reports(inputs), action.ends(inputs));
    }

    private Duration timeout() {
        return inputs.get(Options.AWAIT_TIMEOUT).orElseGet(() -> action.awaitTimeout(inputs));
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
                answers = keyed == null ? List.of() : pages;
                results().taken(result);
            });
            // a wait may be long, and requests and answers are large
            request = null;
            inputs.wrapContext(UnaryOperator.identity());
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
                results().read(action.result(inputs, answers));
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
                    new PendingRepeat(endpoint, request, wait == null ? null : wait.id(), keyed, permit.id()));
        } else if (outcome != Outcome.IN_DOUBT) {
            release();
        }
    }

    private void settle(StoredResult result) {
        if (keyed != null) {
            keyed.complete(result.toText());
        }
    }

    private void release() {
        if (keyed != null) {
            keyed.release();
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

    private String call() {
        Object call = inputs.raw(Options.CALL_CONNECTION_ID);
        return call == null ? null : call.toString();
    }

    private static Throwable unwrap(Throwable failed) {
        return failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed;
    }
}
