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

import java.util.LinkedHashSet;
import java.util.Set;

import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.people.People;

/**
 * Which numbers and users belong to the resource, so that a call to them becomes an IncomingCall: those it was told,
 * everybody who was ever called from outside, and users of this resource whom nobody has scripted as a person.
 */
public final class OwnIdentities {

    private static final int LEARNED = 1000;

    private final Set<String> configured;
    private final String userPrefix;
    private final People people;
    private final Set<String> learned = new LinkedHashSet<>();

    /**
     * @param configured raw ids
     * @param resourceId the immutable resource id, which is part of the raw ids of its users
     */
    public OwnIdentities(Set<String> configured, String resourceId, People people) {
        this.configured = Set.copyOf(configured);
        this.userPrefix = "8:acs:" + resourceId + "_";
        this.people = people;
    }

    /** Remembers somebody who was called from outside. */
    synchronized void learn(Identifier called) {
        learned.add(called.rawId());
        if (learned.size() > LEARNED) {
            learned.remove(learned.iterator().next());
        }
    }

    /**
     * Whether somebody who is invited to a call is offered to applications. Only numbers and users that were named, or
     * called, before: every other user of the resource is taken for a person.
     */
    synchronized boolean answeredByApplications(Identifier identity) {
        return (configured.contains(identity.rawId()) || learned.contains(identity.rawId())) && !people.scripted(identity);
    }

    synchronized boolean contains(Identifier identity) {
        String rawId = identity.rawId();
        return configured.contains(rawId) || learned.contains(rawId)
                || rawId.startsWith(userPrefix) && !people.scripted(identity);
    }

    /** Forgets what was learned. */
    public synchronized void clear() {
        learned.clear();
    }
}
