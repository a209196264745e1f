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
package io.acscall.simulator.people;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.acscall.simulator.identity.Identifier;

/**
 * People out of a recording, whose numbers were changed there: an application rings the numbers that it knows, so
 * whoever comes next into the call plays the next of them.
 */
public final class Cast {

    /** Nobody. */
    static final Cast NONE = new Cast(Map.of());

    private final Map<Identifier, Script> waiting;
    private final Map<Identifier, Identifier> actors = new LinkedHashMap<>();

    /**
     * @param roles the people of the recording and how they behave, in the order in which they came into the call
     */
    public Cast(Map<Identifier, Script> roles) {
        waiting = new LinkedHashMap<>(roles);
    }

    /** The script of somebody who comes into the call; empty when there is no role left. */
    synchronized Optional<Script> play(Identifier actor) {
        Identifier role = waiting.containsKey(actor) ? actor : next(actor);
        if (role == null) {
            return Optional.empty();
        }
        actors.put(role, actor);
        return Optional.of(waiting.remove(role));
    }

    /** Only the numbers of people are changed, so only a phone plays a phone. */
    private Identifier next(Identifier actor) {
        return actor.isPhone() ? waiting.keySet().stream().filter(Identifier::isPhone).findFirst().orElse(null) : null;
    }

    /** Who plays a role; whoever has not come yet is taken for who the recording names. */
    public synchronized Identifier actor(Identifier role) {
        return actors.getOrDefault(role, role);
    }
}
