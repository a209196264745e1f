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

import org.apache.camel.Exchange;
import org.apache.camel.ExchangeTimedOutException;

/**
 * No event ended the awaited operation in time. Its cause is an {@link ExchangeTimedOutException}.
 */
public class CallOperationTimeoutException extends AcsCallException {

    private static final long serialVersionUID = 1L;

    CallOperationTimeoutException(CallFailure failure, Exchange exchange, Duration after) {
        super("got no ending event within " + after.toMillis() + " ms (option awaitTimeout)", failure, exchange,
              new ExchangeTimedOutException(exchange, after.toMillis()));
    }
}
