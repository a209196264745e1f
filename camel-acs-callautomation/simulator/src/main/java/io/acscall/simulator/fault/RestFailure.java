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
package io.acscall.simulator.fault;

/** How a REST request can fail. */
public enum RestFailure {

    /** It does not: it is only slow. */
    NONE("slow"),
    /** It is answered with a status of 400 or more. */
    STATUS("status"),
    /** The connection is closed without an answer. */
    RESET("reset"),
    /** The connection is closed after half of the body of the answer. */
    HALF_BODY("halfBody");

    private final String wireName;

    RestFailure(String wireName) {
        this.wireName = wireName;
    }

    /** The name on the timeline and, but for {@link #NONE}, in JSON. */
    public String wireName() {
        return wireName;
    }
}
