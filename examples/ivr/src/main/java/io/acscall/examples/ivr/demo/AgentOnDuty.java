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
package io.acscall.examples.ivr.demo;

import java.util.function.Consumer;

import io.acscall.simulator.people.PersonScript;

/** What the agent does whose phone rings. */
public enum AgentOnDuty {

    /** Talks to the caller. */
    ACCEPTS(PersonScript::accepts),
    /** Has somebody else on the line. */
    IS_BUSY(PersonScript::busy),
    /** Is not there. */
    DOES_NOT_ANSWER(PersonScript::doesNotAnswer),
    /** Presses the red button. */
    DECLINES(PersonScript::declines);

    private final Consumer<PersonScript> phone;

    AgentOnDuty(Consumer<PersonScript> phone) {
        this.phone = phone;
    }

    /** Whether it is this agent whom a caller reaches. */
    public boolean serves(Caller caller) {
        return caller.agent() == this;
    }

    void script(PersonScript agent) {
        phone.accept(agent);
    }
}
