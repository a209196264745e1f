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

import io.acscall.camel.outcome.Outcome;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.Exchange;

/**
 * An action did not do what it was asked for. Says what is known of why, and never holds a key or token.
 */
public class AcsCallException extends CamelExchangeException {

    private static final long serialVersionUID = 1L;

    private final transient CallFailure failure;
    private final Outcome outcome;

    protected AcsCallException(String what, CallFailure failure, Exchange exchange, Throwable cause) {
        super(failure.describe(what), exchange);
        initCause(cause);
        this.failure = failure;
        this.outcome = failure.outcome();
    }

    protected AcsCallException(String message, String action, Outcome outcome, Exchange exchange, Throwable cause) {
        super(message, exchange);
        initCause(cause);
        this.failure = CallFailure.of(action, outcome, null);
        this.outcome = outcome;
    }

    /**
     * What the failure means, never {@code null}.
     */
    public Outcome getOutcome() {
        return outcome;
    }

    /**
     * Whether doing the same again makes sense.
     */
    public boolean isRetryable() {
        return outcome.isRetryable();
    }

    /**
     * The name of the action, for example {@code play}.
     */
    public String getAction() {
        return failure.action();
    }

    /**
     * HTTP status of the answer or code of the event; 0 when there is neither.
     */
    public int getStatusCode() {
        return failure.statusCode();
    }

    /**
     * The service's own error code, or {@code null}.
     */
    public String getErrorCode() {
        return failure.errorCode();
    }

    /**
     * The service's own text, or {@code null}. May hold a phone number, which {@link #getMessage()} masks.
     */
    public String getServiceMessage() {
        return failure.serviceMessage();
    }

    /**
     * The call that it is about, or {@code null}.
     */
    public String getCallConnectionId() {
        return failure.callConnectionId();
    }

    /**
     * The id of the request, for the service's support, or {@code null}.
     */
    public String getClientRequestId() {
        return failure.clientRequestId();
    }
}
