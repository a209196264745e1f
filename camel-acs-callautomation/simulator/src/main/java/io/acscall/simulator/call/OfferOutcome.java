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
package io.acscall.simulator.call;

import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.identity.Identifier;

/**
 * What is to happen when a call that is offered to applications is taken, or is not. Called under the lock of the call.
 */
interface OfferOutcome {

    /** An application has taken it; its leg is not connected yet. */
    void taken(AppLeg leg);

    /** The leg of the application that took it is to be connected now, if nothing has come between. */
    void connected(AppLeg leg);

    /** No application will take it. */
    void refused(CallResult why);

    /** Somebody else is to be called. */
    void redirected(Identifier target);
}
