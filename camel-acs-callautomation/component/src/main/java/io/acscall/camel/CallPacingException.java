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
import io.acscall.camel.pacing.PacingException;
import org.apache.camel.Exchange;

/**
 * As many calls to phone numbers are up from one number as {@code maxConcurrentPerCaller} allows, and the exchange may
 * not wait, or not any longer. Nothing was sent. The outcome is {@link Outcome#CALLER_LIMIT}; the message names the
 * option.
 */
public class CallPacingException extends AcsCallException {

    private static final long serialVersionUID = 1L;

    private final PacingException.Reason reason;

    CallPacingException(String action, Exchange exchange, PacingException cause) {
        super(cause.getMessage(), action, Outcome.CALLER_LIMIT, exchange, cause);
        this.reason = cause.reason();
    }

    /**
     * Why there was no permit.
     */
    public PacingException.Reason getReason() {
        return reason;
    }
}
