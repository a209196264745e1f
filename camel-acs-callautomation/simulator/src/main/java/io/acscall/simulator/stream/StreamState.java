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
package io.acscall.simulator.stream;

/** How a stream is. */
public enum StreamState {

    /** Not begun, or ended. */
    INACTIVE,
    /** The service is connecting for the first time. */
    CONNECTING,
    /** Frames are sent. */
    ACTIVE,
    /** The connection broke; the service is connecting again. */
    INTERRUPTED;

    /** The value in call properties: whether frames are sent, or would be but for a connection that broke. */
    String subscriptionState() {
        return this == ACTIVE || this == INTERRUPTED ? "active" : "inactive";
    }
}
