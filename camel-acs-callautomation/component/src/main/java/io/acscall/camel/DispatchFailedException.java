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

import org.apache.camel.CamelExchangeException;
import org.apache.camel.Exchange;

/**
 * A consumer has failed with an event that acs-call:dispatch gave it; dispatching the event again tries that consumer
 * again.
 */
public class DispatchFailedException extends CamelExchangeException {

    private static final long serialVersionUID = 1L;

    DispatchFailedException(Exchange exchange, Throwable cause) {
        super("acs-call:dispatch: a consumer has failed with the event; its own error handling has the reason", exchange,
              cause);
    }
}
