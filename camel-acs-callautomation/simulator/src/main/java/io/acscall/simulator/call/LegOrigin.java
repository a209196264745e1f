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

import io.acscall.simulator.callback.CallbackEventType;

/** How an application came into a call, which decides how its connection begins and what it is told when it fails. */
public enum LegOrigin {

    /** By createCall. */
    CREATED(LegState.CONNECTING, CallbackEventType.CREATE_CALL_FAILED),
    /** By answerCall. */
    ANSWERED(LegState.UNKNOWN, CallbackEventType.ANSWER_FAILED),
    /** By connectCall. */
    JOINED(LegState.UNKNOWN, CallbackEventType.CONNECT_FAILED);

    private final LegState first;
    private final CallbackEventType failure;

    LegOrigin(LegState first, CallbackEventType failure) {
        this.first = first;
        this.failure = failure;
    }

    /** The state of the connection in the answer to that operation. */
    LegState first() {
        return first;
    }

    /** The event that tells that nothing came of it. */
    CallbackEventType failure() {
        return failure;
    }
}
