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
package io.acscall.simulator.recognition;

import java.util.Optional;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.callback.CallbackEventType;
import io.acscall.simulator.people.Input;

/** What ties a recognition to its call. */
public interface RecognitionTies {

    /** Runs something under the lock of the call. */
    void guard(Runnable work);

    /** What the person does now by script, if anything. */
    Optional<Input> script(Predicate<Input> wanted);

    /**
     * Tells the application.
     *
     * @param extra the members that only this event has
     */
    void tell(CallbackEventType type, CallResult result, ObjectNode extra);
}
