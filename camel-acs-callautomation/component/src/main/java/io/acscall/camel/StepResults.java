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

import com.azure.core.http.HttpMethod;
import io.acscall.camel.action.ActionResult;
import io.acscall.camel.action.CallAction;
import io.acscall.camel.action.InvalidInputException;
import io.acscall.camel.await.WaitEnd;
import io.acscall.camel.await.WaitsClosedException;
import io.acscall.camel.client.ServiceException;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.outcome.Outcome;
import io.acscall.camel.pacing.PacingException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Puts what an action brought into its exchange: result, event or failure.
 */
final class StepResults {

    private final AcsCallEndpoint endpoint;
    private final CallAction action;
    private final Exchange exchange;

    StepResults(AcsCallEndpoint endpoint, CallAction action, Exchange exchange) {
        this.endpoint = endpoint;
        this.action = action;
        this.exchange = exchange;
    }

    /** The service has answered, and that is all there is to come. */
    void read(ActionResult result) {
        taken(result);
        if (result.body() != null) {
            exchange.getMessage().setBody(result.body());
        }
    }

    /** The service has taken the request; the body stays until the event is there, for one that says no leaves it. */
    void taken(ActionResult result) {
        Message message = exchange.getMessage();
        result.headers().forEach((name, value) -> {
            if (value == null) {
                message.removeHeader(name);
            } else {
                message.setHeader(name, value);
            }
        });
        if (action.usesUpIncomingCall()) {
            message.removeHeader(AcsCallConstants.INCOMING_CALL_CONTEXT);
        }
        HangUpGuard.guard(endpoint, exchange);
    }

    /**
     * The request failed, or was never sent.
     *
     * @return what that means
     */
    Outcome requestFailed(Throwable failed, ServiceRequest request, String call) {
        if (!(failed instanceof ServiceException refused)) {
            CallFailure unread = CallFailure.of(action.name(), Outcome.UNKNOWN, call);
            fail(unread, new CallRequestException(unread, exchange, failed));
            return unread.outcome();
        }
        CallFailure failure = CallFailure.of(action.name(), call, refused, request.method() != HttpMethod.GET);
        if (action.succeedsWhenCallIsGone() && failure.outcome() == Outcome.CALL_NOT_FOUND) {
            ResultHeaders.outcome(exchange.getMessage(), failure.outcome());
        } else {
            fail(failure, new CallRequestException(failure, exchange, refused));
        }
        return failure.outcome();
    }

    /** An earlier owner of the operation may have acted, and the user wants no repeat. */
    void inDoubt(String call) {
        CallFailure failure = CallFailure.of(action.name(), Outcome.IN_DOUBT, call);
        fail(failure, new CallRequestException(failure, exchange, null));
    }

    /** There was no permit to send it. */
    void refused(PacingException why) {
        AcsCallException exception = why.reason() == PacingException.Reason.STOPPED
                ? new CallShutdownException(CallFailure.of(action.name(), Outcome.SHUTDOWN, null), exchange)
                : new CallPacingException(action.name(), exchange, why);
        ResultHeaders.removeOfEarlierStep(exchange.getMessage());
        fail(CallFailure.of(action.name(), exception.getOutcome(), null), exception);
    }

    /** Gives an exception of a step the form that the contract promises. */
    static Exception asCallException(String action, Exchange exchange, RuntimeException e) {
        if (e instanceof WaitsClosedException) {
            return new CallShutdownException(CallFailure.of(action, Outcome.SHUTDOWN, null), exchange);
        }
        return e instanceof InvalidInputException invalid ? new CallInputException(action, exchange, invalid) : e;
    }

    /** The wait is over. */
    void ended(WaitEnd end, String call) {
        if (end instanceof WaitEnd.Succeeded succeeded) {
            CallEvent event = show(succeeded.event());
            exchange.getMessage().setBody(event);
        } else if (end instanceof WaitEnd.Failed failed) {
            CallEvent event = show(failed.event());
            CallFailure failure = CallFailure.of(action.name(), event);
            failWith(event, failure, new CallOperationFailedException(failure, exchange, event));
        } else if (end instanceof WaitEnd.Disconnected disconnected) {
            CallEvent event = show(disconnected.event());
            if (endpoint.getOnDisconnect() == OnDisconnect.stop) {
                exchange.setRouteStop(true);
                return;
            }
            CallFailure failure = CallFailure.of(action.name(), event);
            failWith(event, failure, new CallDisconnectedException(failure, exchange, event));
        } else if (end instanceof WaitEnd.TimedOut timedOut) {
            CallFailure failure = CallFailure.of(action.name(), Outcome.TIMED_OUT, call);
            fail(failure, new CallOperationTimeoutException(failure, exchange, timedOut.after()));
        } else if (end instanceof WaitEnd.TakenOver || end instanceof WaitEnd.LeftToOthers) {
            GoneToOthers.stop(exchange, action.name(), end, call);
        } else if (end instanceof WaitEnd.Unsecured unsecured) {
            CallFailure failure = CallFailure.of(action.name(), Outcome.IN_DOUBT, call);
            fail(failure, new CallOperationUnsecuredException(failure, exchange, unsecured.cause()));
        } else {
            CallFailure failure = CallFailure.of(action.name(), Outcome.SHUTDOWN, call);
            fail(failure, new CallShutdownException(failure, exchange));
        }
    }

    private CallEvent show(CallEvent event) {
        CallEvent shown = endpoint.getComponent().withUserContext(event);
        ResultHeaders.set(exchange.getMessage(), shown);
        EventHeaders.set(exchange.getMessage(), shown);
        return shown;
    }

    /** A redelivery needs the body as it was; only an exchange that goes on gets the event. */
    private void failWith(CallEvent event, CallFailure failure, AcsCallException exception) {
        fail(failure, exception);
        if (!endpoint.isThrowExceptionOnFailure()) {
            exchange.getMessage().setBody(event);
        }
    }

    private void fail(CallFailure failure, AcsCallException exception) {
        Message message = exchange.getMessage();
        ResultHeaders.outcome(message, failure.outcome());
        if (failure.statusCode() != 0) {
            message.setHeader(AcsCallConstants.RESULT_CODE, failure.statusCode());
            ResultHeaders.setIfThere(message, AcsCallConstants.RESULT_MESSAGE, failure.serviceMessage());
        }
        if (endpoint.isThrowExceptionOnFailure()) {
            exchange.setException(exception);
        }
    }
}
