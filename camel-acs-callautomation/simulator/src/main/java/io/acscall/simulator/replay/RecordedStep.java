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
package io.acscall.simulator.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One thing that happened in a recorded call. */
public sealed interface RecordedStep permits RecordedRequest, RecordedCallback, RecordedAct {

    /** When, in milliseconds since the beginning of the call; null when unknown. */
    Long atMs();

    /** The step as the file has it. */
    ObjectNode toJson();
}
