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
package io.acscall.simulator.timeline;

/** What a timeline entry tells. */
public enum EntryKind {

    /** A REST request that reached the service. */
    REQUEST("request"),
    /** The service's answer to a REST request. */
    RESPONSE("response"),
    /** A callback event that was posted to an application; its status is there once the application has answered. */
    CALLBACK("callback"),
    /** A request of Event Grid to an application (handshake or delivery); its status is there once it was answered. */
    EVENT_GRID("eventGrid"),
    /** Something a person on the phone did. */
    PERSON("person"),
    /** Anything else that is worth knowing, such as a callback that could not be delivered. */
    NOTE("note");

    private final String wireName;

    EntryKind(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON. */
    public String wireName() {
        return wireName;
    }
}
