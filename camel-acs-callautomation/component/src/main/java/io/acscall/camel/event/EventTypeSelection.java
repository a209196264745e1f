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
package io.acscall.camel.event;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which events a consumer wants: the {@code eventTypes} option, read.
 */
public final class EventTypeSelection {

    /** A name with more wrong letters than this is another word, not a slip of the finger. */
    private static final int SLIP = 4;

    private final Set<String> wanted;

    private EventTypeSelection(Set<String> wanted) {
        this.wanted = Set.copyOf(wanted);
    }

    /**
     * Reads the option: names with commas between them, case ignored, short ({@code CallConnected}) or full
     * ({@code Microsoft.Communication.CallConnected}). A full name is taken also where the catalogue does not know it,
     * so that a route can ask for a type of tomorrow; an unknown short name is a mistake.
     *
     * @param  option                   the option's value; {@code null} or blank selects every event
     * @param  kind                     the road that the consumer listens to
     * @return                          the selection
     * @throws IllegalArgumentException for a name that is unknown, or that never comes by this road; the message names
     *                                  the option, the closest name, and all good ones
     */
    public static EventTypeSelection of(String option, EventKind kind) {
        Set<String> names = new LinkedHashSet<>();
        if (option != null) {
            Arrays.stream(option.split(",")).map(String::strip).filter(name -> !name.isEmpty())
                    .forEach(name -> names.add(key(checked(name, kind))));
        }
        return new EventTypeSelection(names);
    }

    /**
     * {@return whether the consumer wants this event}
     *
     * @param event an event of any type
     */
    public boolean matches(CallEvent event) {
        return wanted.isEmpty() || wanted.contains(key(event.type()));
    }

    /** {@return whether every event is wanted} */
    public boolean isEverything() {
        return wanted.isEmpty();
    }

    private static String checked(String name, EventKind kind) {
        Optional<CallEventType> known = CallEventType.find(name);
        if (known.isPresent()) {
            if (known.get().kind() != kind) {
                throw new IllegalArgumentException(otherRoad(known.get()));
            }
            return known.get().fullName();
        }
        if (name.indexOf('.') < 0) {
            throw new IllegalArgumentException(unknown(name, kind));
        }
        return name;
    }

    private static String otherRoad(CallEventType type) {
        String consumer = type.kind() == EventKind.CALLBACK
                ? "a callback event; take acs-call:events"
                : "an Event Grid event; take acs-call:eventGrid, acs-call:incomingCall or acs-call:recordingFile";
        return "Option eventTypes: " + type.shortName() + " never comes to this consumer, it is " + consumer;
    }

    private static String unknown(String name, EventKind kind) {
        String closest = closest(name, kind).map(type -> ", did you mean " + type + "?").orElse(".");
        return "Option eventTypes: '" + name + "' is no known event type" + closest
               + " Example: eventTypes="
               + (kind == EventKind.CALLBACK ? "CallConnected,CallDisconnected" : "CallStarted,CallEnded")
               + ". A type that is too new to be known is written in full, like Microsoft.Communication." + name
               + ". Known: " + names(kind).sorted().collect(Collectors.joining(", "));
    }

    private static Optional<String> closest(String name, EventKind kind) {
        return names(kind).min(Comparator.comparingInt(known -> distance(key(name), key(known))))
                .filter(known -> distance(key(name), key(known)) <= SLIP);
    }

    private static Stream<String> names(EventKind kind) {
        return Arrays.stream(CallEventType.values()).filter(type -> type.kind() == kind).map(CallEventType::shortName);
    }

    /** How many letters must be added, taken away or changed to make one of the other (Levenshtein). */
    private static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        Arrays.setAll(previous, index -> index);
        for (int row = 1; row <= one.length(); row++) {
            int[] current = new int[other.length() + 1];
            current[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int change = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
                current[column] = Math.min(previous[column - 1] + change, 1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[other.length()];
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
