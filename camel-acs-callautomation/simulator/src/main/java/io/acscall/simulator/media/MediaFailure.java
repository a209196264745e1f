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
package io.acscall.simulator.media;

import java.time.Duration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.json.Json;

/**
 * How a prompt fails on purpose.
 *
 * @param result what the application is told
 * @param index  which part of the prompt it is, counted from 0; null when there is no prompt
 * @param after  how long the parts before it play
 */
public record MediaFailure(CallResult result, Integer index, Duration after) {

    /** The members that only the event about the failure has. */
    public ObjectNode extra() {
        return index == null ? Json.object() : Json.object().put("failedPlaySourceIndex", index);
    }
}
