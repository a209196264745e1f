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

import io.acscall.camel.action.CallAction;
import io.acscall.camel.action.Option;
import org.apache.camel.Exchange;

/**
 * With {@code propagateTrace}: the context of a request that nobody waits for carries the trace, where the events come
 * back to this component. Whoever else gets them would not know what to do with it, and sees the user's own context.
 */
final class TracedContext {

    private TracedContext() {
    }

    /** Puts the trace of the exchange around the user's context; nothing when the exchange has none. */
    static void put(AcsCallEndpoint endpoint, CallAction action, Exchange exchange, ExchangeInputs inputs) {
        String trace = TraceHeader.of(exchange);
        if (trace != null && comesBack(endpoint, action, inputs)) {
            inputs.wrapContext(user -> endpoint.getComponent().tracedContext(trace, user));
        }
    }

    private static boolean comesBack(AcsCallEndpoint endpoint, CallAction action, ExchangeInputs inputs) {
        for (Option<String> address : EndpointRules.ADDRESSES_OF_EVENTS) {
            if (action.options().contains(address)
                    && inputs.get(address).filter(uri -> !EndpointRules.isOurs(endpoint, uri)).isPresent()) {
                return false;
            }
        }
        return true;
    }
}
