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

import io.acscall.camel.action.InvalidInputException;
import io.acscall.camel.outcome.Outcome;
import org.apache.camel.Exchange;

/**
 * A value that the action needs is missing, has the wrong form, or is not allowed. Nothing was sent.
 */
public class CallInputException extends AcsCallException {

    private static final long serialVersionUID = 1L;

    private final String option;

    CallInputException(String action, Exchange exchange, InvalidInputException cause) {
        super(cause.getMessage(), action, Outcome.INVALID_REQUEST, exchange, cause);
        this.option = cause.option();
    }

    /**
     * The option that is missing or wrong.
     */
    public String getOption() {
        return option;
    }
}
