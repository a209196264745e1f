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

/** What can be wrong with an event of Event Grid on its way to the application. */
public enum EventGridFault {

    /** Its event time lies in the past. */
    STALE("stale"),
    /** It comes later. */
    LATE("late"),
    /** It does not come. */
    LOST("lost"),
    /** It comes twice with the same id, both at about the same time. */
    TWICE("twice");

    private final String wireName;

    EventGridFault(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON and on the timeline. */
    public String wireName() {
        return wireName;
    }
}
