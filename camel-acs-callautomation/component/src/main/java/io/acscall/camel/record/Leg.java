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
package io.acscall.camel.record;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One connection of the application to a call: who is rung in it, who is there, and what they are asked for.
 */
final class Leg {

    private final People people;
    private final Map<String, Instant> ringing = new LinkedHashMap<>();
    private final Set<String> present = new LinkedHashSet<>();
    private final Set<String> excused = new HashSet<>();
    private final Deque<JsonNode> recognitions = new ArrayDeque<>();
    private String listeningTo;
    private String transferredTo;
    private boolean connected;
    private boolean ending;
    private boolean leaves;
    private boolean goesOn;

    Leg(People people) {
        this.people = people;
    }

    void joined(String person) {
        if (person != null) {
            people.meet(person);
            present.add(person);
        }
    }

    void rings(String person, Instant at) {
        if (person != null) {
            people.meet(person);
            ringing.put(person, at);
        }
    }

    void transfers(String target, Instant at) {
        rings(target, at);
        transferredTo = target;
    }

    /** The target of the transfer has taken it: who is transferred leaves, and nobody hung up. */
    void transferred(String transferee, Instant at) {
        replied(transferredTo, "accept", at);
        present.remove(transferredTo);
        if (transferee == null || present.size() <= 1) {
            ending = true;
        } else {
            excused.add(transferee);
        }
    }

    void transferFailed(String answer, Instant at) {
        replied(transferredTo, answer, at);
    }

    /**
     * The application ends its part in the call.
     *
     * @param forEveryone whether it ends the call for all others, too
     */
    void ends(boolean forEveryone) {
        ending = true;
        leaves = !forEveryone;
    }

    /** Whether others talk on after the application has left. */
    boolean goesOn() {
        return goesOn;
    }

    /** The application has taken somebody out of the call. */
    void excuses(String person) {
        excused.add(person);
    }

    /** The call is up; one who was rung alone has answered. */
    void connected(Instant at) {
        connected = true;
        if (ringing.size() == 1) {
            accepted(ringing.keySet().iterator().next(), at);
        }
    }

    void accepted(String person, Instant at) {
        replied(person, "accept", at);
        joined(person);
    }

    void replied(String person, String answer, Instant at) {
        Instant since = ringing.remove(person);
        if (since != null) {
            people.replied(person, answer, Duration.between(since, at));
        }
    }

    /**
     * Who is there now.
     *
     * @return who has hung up
     */
    List<String> participants(List<String> now, Instant at) {
        now.forEach(person -> accepted(person, at));
        List<String> gone = new ArrayList<>(present);
        gone.removeAll(now);
        present.retainAll(now);
        gone.removeAll(excused);
        return ending ? List.of() : gone;
    }

    /**
     * The connection is over, or never came up.
     *
     * @param  answer what that says of those whose phones still ring
     * @return        who has hung up
     */
    List<String> disconnected(String answer, Instant at) {
        List.copyOf(ringing.keySet()).forEach(person -> replied(person, connected ? "noAnswer" : answer, at));
        List<String> gone = present.stream().filter(person -> !excused.contains(person)).toList();
        goesOn = leaves && present.size() > 1;
        present.clear();
        boolean weEnded = ending;
        ending = true;
        return weEnded ? List.of() : gone;
    }

    void asks(JsonNode recognition) {
        recognitions.add(recognition);
    }

    /** The request of the recognition that has ended; {@code null} when it is not known. */
    JsonNode asked() {
        return recognitions.poll();
    }

    void listensTo(String person) {
        listeningTo = person;
    }

    /** Whose keys are heard all the time, unless keys are asked for: then they tell of themselves. */
    String listeningTo() {
        return recognitions.isEmpty() ? listeningTo : null;
    }
}
