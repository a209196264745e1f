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

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.callback.CallbackEventType;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.people.Input;
import io.acscall.simulator.timeline.TimelineDraft;

/** What ties the streams of an application to its call. */
public interface StreamTies {

    /**
     * Somebody on the line.
     *
     * @param person  who
     * @param audible whether others hear this person: neither muted nor on hold
     */
    record Speaker(Identifier person, boolean audible) {
    }

    /** The simulator's id of the call. */
    String callId();

    /** The id of the application's connection. */
    String callConnectionId();

    String correlationId();

    /** Runs something under the lock of the call. */
    void guard(Runnable work);

    /** Who is on the line, in the order they came. */
    List<Speaker> speakers();

    /** What a person's script has now. */
    List<Input> script(Identifier person);

    /**
     * Tells the application.
     *
     * @param extra the members that only this event has
     */
    void tell(StreamRequest asked, CallbackEventType type, CallResult result, ObjectNode extra);

    /** Writes something down about this call; from any thread. */
    void note(TimelineDraft draft);
}
