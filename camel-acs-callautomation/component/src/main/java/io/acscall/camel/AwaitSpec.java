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

import io.acscall.camel.action.CallAction;
import io.acscall.camel.action.Option;
import io.acscall.camel.action.Options;
import io.acscall.camel.await.WaitSpec;

/**
 * What a step with {@code awaitEvent} waits for.
 */
final class AwaitSpec {

    private AwaitSpec() {
    }

    /**
     * @throws io.acscall.camel.action.InvalidInputException when the events of the step would come to somebody else, or
     *                                                       to nobody
     */
    static WaitSpec of(AcsCallEndpoint endpoint, CallAction action, ExchangeInputs inputs) {
        for (Option<String> address : EndpointRules.ADDRESSES_OF_EVENTS) {
            if (action.options().contains(address)) {
                inputs.get(address).ifPresent(uri -> EndpointRules.checkOurs(endpoint, action, address, uri));
            }
        }
        if (action.options().contains(Options.RECORDING_STATE_CALLBACK_URI)) {
            // without one the service reports nothing
            inputs.require(Options.RECORDING_STATE_CALLBACK_URI);
        }
        return new WaitSpec(
                action.name(), action.ending(), timeout(action, inputs), action.call(inputs), action.recording(inputs),
                action.reports(inputs), action.ends(inputs));
    }

    static Duration timeout(CallAction action, ExchangeInputs inputs) {
        return inputs.get(Options.AWAIT_TIMEOUT).orElseGet(() -> action.awaitTimeout(inputs));
    }
}
