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
package io.acscall.camel.lint;

/**
 * What is special about a step beside the values of its request.
 */
public enum StepTrait {
    /** waits for the event that ends the action */
    AWAITS,
    /** goes on after a failure, so that the call may still be there */
    OUTLIVES_FAILURE,
    /** a header may replace what the URI says */
    HEADERS_OVERRIDE,
    /** the body may say more */
    BODY_FIELDS,
    /** has an {@code onDisconnect} of its own */
    ON_DISCONNECT,
    /** rings somebody */
    RINGS,
    /** whoever fills the message chooses who is rung, without a limit */
    OPEN_TARGET,
    /** opens the path of callbacks */
    TAKES_CALLBACKS,
    /** opens the path of Event Grid deliveries */
    TAKES_EVENT_GRID
}
