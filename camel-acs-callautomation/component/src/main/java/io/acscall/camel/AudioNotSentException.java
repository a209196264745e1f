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
import org.apache.camel.Exchange;

/**
 * Audio could not be sent into a stream: the stream has gone ({@link Outcome#CALL_NOT_FOUND}), or too much audio waits
 * already ({@link Outcome#LIMIT_REACHED}).
 */
public class AudioNotSentException extends AcsCallException {

    private static final long serialVersionUID = 1L;

    AudioNotSentException(String message, String action, Outcome outcome, Exchange exchange) {
        super(message, action, outcome, exchange, null);
    }
}
