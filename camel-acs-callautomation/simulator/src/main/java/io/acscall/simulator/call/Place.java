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

/**
 * Where people meet, when a call is more than somebody calling somebody.
 *
 * @param groupCallId the GUID of a group call, or null
 * @param roomId      the digits of a room, or null
 */
public record Place(String groupCallId, String roomId) {

    /** A call between people, without a place. */
    public static final Place NONE = new Place(null, null);

    /** A group call. */
    public static Place group(String groupCallId) {
        return new Place(groupCallId, null);
    }

    /** A room. */
    public static Place room(String roomId) {
        return new Place(null, roomId);
    }

    /** Whether people come and go here, so that one alone may wait for others. */
    boolean open() {
        return groupCallId != null || roomId != null;
    }
}
