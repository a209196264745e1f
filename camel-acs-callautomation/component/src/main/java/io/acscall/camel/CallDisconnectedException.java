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

import io.acscall.camel.event.CallEvent;
import org.apache.camel.Exchange;

/**
 * The call ended before the awaited operation did.
 */
public class CallDisconnectedException extends AcsCallException {

    private static final long serialVersionUID = 1L;

    private final transient CallEvent event;

    CallDisconnectedException(CallFailure failure, Exchange exchange, CallEvent event) {
        super("was still going on when the call ended", failure, exchange, null);
        this.event = event;
    }

    /**
     * The CallDisconnected event.
     */
    public CallEvent getEvent() {
        return event;
    }
}
