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
package io.acscall.camel.kafka;

import java.util.concurrent.RejectedExecutionException;

import io.acscall.camel.DispatchBusyException;
import org.apache.camel.Exchange;

/**
 * What the exchange of a record says about it.
 */
enum Verdict {

    /** It is finished. */
    DONE,
    /** There was no room for it; the same later, and for those behind it, too. */
    NO_ROOM,
    /** It has failed. */
    FAILED;

    static Verdict of(Exchange exchange) {
        for (Throwable cause = exchange.getException(); cause != null; cause = cause.getCause()) {
            if (cause instanceof DispatchBusyException || cause instanceof RejectedExecutionException) {
                return NO_ROOM;
            }
        }
        boolean failed = exchange.isFailed() || exchange.isRollbackOnly() || exchange.isRollbackOnlyLast();
        return failed ? FAILED : DONE;
    }
}
