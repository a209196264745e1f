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

/** What is to happen when a phone that rings is taken, or is not. Called under the lock of the call. */
public interface RingOutcome {

    /** The person has taken the call and is already a joined party. */
    void accepted();

    /** The person will not join and is already no party any more. */
    void failed(CallResult why);
}
