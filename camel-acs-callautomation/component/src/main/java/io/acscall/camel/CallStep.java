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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

import com.azure.core.http.HttpMethod;
import io.acscall.camel.action.ActionResult;
import io.acscall.camel.action.CallAction;
import io.acscall.camel.action.Option;
import io.acscall.camel.action.Options;
import io.acscall.camel.await.OpenWait;
import io.acscall.camel.await.WaitEnd;
import io.acscall.camel.await.WaitSpec;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.client.ServiceResponse;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;

/**
 * One exchange passing one action: inputs, request, answer, and with {@code awaitEvent} the end of the operation. The
 * exchange goes on exactly once, on a thread of the completions pool.
 */
final class CallStep {

    /** More than a call can have participants; a service that links in a circle must not be followed for ever. */
    private static final int MAX_PAGES = 400;

    private final AcsCallEndpoint endpoint;
    private final AcsCallComponent component;
    private final CallAction action;
    private final Exchange exchange;
    private final AsyncCallback callback;
    private final ExchangeInputs inputs;
    private final StepResults results;
    private OpenWait wait;

    CallStep(AcsCallEndpoint endpoint, CallAction action, Exchange exchange, AsyncCallback callback) {
        this.endpoint = endpoint;
        this.component = endpoint.getComponent();
        this.action = action;
        this.exchange = exchange;
        this.callback = callback;
        this.inputs = new ExchangeInputs(endpoint, exchange);
        this.results = new StepResults(endpoint, action, exchange);
    }

    /**
     * Sends the request.
     *
     * @throws io.acscall.camel.action.InvalidInputException when a value is missing or wrong; nothing was sent
     */
    void start() {
        if (endpoint.isAwaitEvent()) {
            startAwaited();
        } else {
            ServiceRequest request = request();
            ResultHeaders.removeOfEarlierStep(exchange.getMessage());
            send(request).whenComplete((pages, failed) -> component.completions().execute(() -> answered(pages, failed)));
        }
    }

    private void startAwaited() {
        WaitSpec spec = spec();
        // opened before the request is sent: an event may overtake the answer
        wait = component.waits().open(spec, end -> component.completions().execute(() -> ended(end)));
        inputs.wrapContext(wait::wireContext);
        ServiceRequest request;
        try {
            request = request();
        } catch (RuntimeException e) {
            wait.abandon();
            throw e;
        }
        ResultHeaders.removeOfEarlierStep(exchange.getMessage());
        Parking.park(exchange);
        send(request).whenComplete((pages, failed) -> component.completions().execute(() -> answeredAwaited(pages, failed)));
    }

    private CompletableFuture<List<ServiceResponse>> send(ServiceRequest request) {
        return component.client().send(request).thenCompose(first -> more(List.of(first)));
    }

    /** Reads the further pages of an answer; nearly all answers have one. */
    private CompletableFuture<List<ServiceResponse>> more(List<ServiceResponse> pages) {
        Optional<ServiceRequest> next = action.next(pages.get(pages.size() - 1));
        if (next.isEmpty() || pages.size() == MAX_PAGES) {
            return CompletableFuture.completedFuture(pages);
        }
        return component.client().send(next.get())
                .thenCompose(page -> more(Stream.concat(pages.stream(), Stream.of(page)).toList()));
    }

    private WaitSpec spec() {
        for (Option<String> address : List.of(Options.CALLBACK_URI, Options.OPERATION_CALLBACK_URI)) {
            if (action.options().contains(address)) {
                inputs.get(address).ifPresent(uri -> EndpointRules.checkOurs(endpoint, action, address, uri));
            }
        }
        Duration timeout = inputs.get(Options.AWAIT_TIMEOUT).orElseGet(() -> action.awaitTimeout(inputs));
        String call = action.options().contains(Options.CALL_CONNECTION_ID) ? inputs.require(Options.CALL_CONNECTION_ID) : null;
        return new WaitSpec(action.name(), action.ending(), timeout, call, action.reports(inputs));
    }

    private ServiceRequest request() {
        ServiceRequest request = action.request(inputs);
        return action.repeatable() && request.method() == HttpMethod.POST
                ? request.withRepeatability(component.newRepeatability()) : request;
    }

    private void answered(List<ServiceResponse> pages, Throwable failed) {
        finish(() -> {
            if (failed == null) {
                results.read(action.result(inputs, pages));
            } else {
                results.requestFailed(unwrap(failed), call());
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
            wait.answered((String) result.headers().get(AcsCallConstants.CONNECTION_ID), () -> results.read(result));
        } catch (RuntimeException e) {
            wait.requestFailed(e);
        }
    }

    private void ended(WaitEnd end) {
        finish(() -> results.ended(end, call()));
    }

    /** Whatever happens, the exchange goes on, once. */
    private void finish(Runnable outcome) {
        try {
            outcome.run();
        } catch (RuntimeException e) {
            exchange.setException(e);
        }
        if (exchange.getException() == null) {
            // a redelivery needs it again, the next action must not see it
            exchange.getMessage().removeHeader(AcsCallConstants.OPERATION_CONTEXT);
        }
        callback.done(false);
    }

    private String call() {
        Object call = inputs.raw(Options.CALL_CONNECTION_ID);
        return call == null ? null : call.toString();
    }

    private static Throwable unwrap(Throwable failed) {
        return failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed;
    }
}
