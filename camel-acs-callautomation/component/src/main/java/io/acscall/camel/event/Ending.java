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

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which events end an operation. Pure data: the table of actions says it, the waits act on it.
 *
 * @param success    the short names of the events that mean that it was done; never {@code null}, unmodifiable
 * @param failure    the short names of the events that mean that it was not; never {@code null}, unmodifiable
 * @param disconnect what it means when the call ends first; never {@code null}
 * @param grace      how long, after a CallDisconnected, an event of the two sets still wins; zero for not at all
 * @param match      how an event is known to be of the operation; never {@code null}
 * @param yielding   the events of {@code failure} that are not final at once, because the service sends them before the
 *                   CallDisconnected that is their reason, and how long a CallDisconnected still wins over each; never
 *                   {@code null}, unmodifiable
 */
public record Ending(
        Set<String> success, Set<String> failure, DisconnectMeaning disconnect, Duration grace, EventMatch match,
        Map<String, Duration> yielding) {

    private static final Ending NONE
            = new Ending(Set.of(), Set.of(), DisconnectMeaning.INTERRUPTS, Duration.ZERO, EventMatch.CONTEXT, Map.of());

    /**
     * Names are written as the catalogue has them, whatever case they are given in.
     *
     * @throws IllegalArgumentException for a name that is not in {@link CallEventType} as a callback event, one that
     *                                  stands in both sets, a negative grace, or an event that yields and does not mean
     *                                  failure or has no time
     */
    public Ending {
        success = canonical(success);
        failure = canonical(failure);
        Objects.requireNonNull(disconnect, "disconnect");
        Objects.requireNonNull(match, "match");
        yielding = Map.copyOf(yielding);
        if (success.stream().anyMatch(failure::contains)) {
            throw new IllegalArgumentException("An event cannot mean both success and failure: " + success + ", " + failure);
        }
        if (grace.isNegative()) {
            throw new IllegalArgumentException("A grace time cannot be negative: " + grace + ". Example: PT2S");
        }
        if (!failure.containsAll(yielding.keySet()) || !yielding.values().stream().allMatch(Ending::isPositive)) {
            throw new IllegalArgumentException(
                    "Only an event that means failure can yield, for a time such as PT0.5S, but was: " + yielding);
        }
    }

    /** {@return of an operation that no event ends} */
    public static Ending none() {
        return NONE;
    }

    /**
     * Of an operation that is done when one of these events comes. No event makes it fail and a CallDisconnected
     * interrupts it, until {@link #failingOn} and {@link #disconnect(DisconnectMeaning)} say otherwise.
     *
     * @param  events short names
     * @return        the ending
     */
    public static Ending on(String... events) {
        return new Ending(Set.of(events), Set.of(), DisconnectMeaning.INTERRUPTS, Duration.ZERO, EventMatch.CONTEXT, Map.of());
    }

    /**
     * Of an operation that is done when the call ends, as hanging up is: matched by the call alone, since
     * CallDisconnected carries the context that the call was made with.
     *
     * @return the ending
     */
    public static Ending onDisconnect() {
        return new Ending(Set.of(), Set.of(), DisconnectMeaning.SUCCESS, Duration.ZERO, EventMatch.CALL, Map.of());
    }

    /**
     * The same, but failed when one of these events comes.
     *
     * @param  events short names
     * @return        the ending
     */
    public Ending failingOn(String... events) {
        return new Ending(success, Set.of(events), disconnect, grace, match, yielding);
    }

    /**
     * The same with another meaning of CallDisconnected.
     *
     * @param  meaning the meaning
     * @return         the ending
     */
    public Ending disconnect(DisconnectMeaning meaning) {
        return new Ending(success, failure, meaning, grace, match, yielding);
    }

    /**
     * The same with a time in which a late event still wins over a CallDisconnected.
     *
     * @param  time the time, not negative
     * @return      the ending
     */
    public Ending withGrace(Duration time) {
        return new Ending(success, failure, disconnect, time, match, yielding);
    }

    /**
     * The same, but some failures are final only after a time in which a CallDisconnected wins over them.
     *
     * @param  time   the time, positive
     * @param  events short names of events that mean failure
     * @return        the ending
     */
    public Ending yieldingToDisconnect(Duration time, String... events) {
        Map<String, Duration> times = Stream.of(events).collect(Collectors.toMap(Ending::canonical, event -> time));
        return new Ending(success, failure, disconnect, grace, match, times);
    }

    /** {@return the same, with events matched by their call alone} */
    public Ending matchedByCall() {
        return new Ending(success, failure, disconnect, grace, EventMatch.CALL, yielding);
    }

    /** {@return the same, with events matched by their recording} */
    public Ending matchedByRecording() {
        return new Ending(success, failure, disconnect, grace, EventMatch.RECORDING, yielding);
    }

    /** {@return whether an event is matched by its call alone} */
    public boolean byCall() {
        return match == EventMatch.CALL;
    }

    /** {@return whether an event is matched by its recording} */
    public boolean byRecording() {
        return match == EventMatch.RECORDING;
    }

    /** {@return the same, with success known by what an event of the call shows} */
    public Ending matchedByState() {
        return new Ending(success, failure, disconnect, grace, EventMatch.STATE, yielding);
    }

    /** {@return whether success is known by what an event of the call shows} */
    public boolean byState() {
        return match == EventMatch.STATE;
    }

    /** {@return whether no event ends the operation, so that waiting for one makes no sense} */
    public boolean isNone() {
        return success.isEmpty() && failure.isEmpty() && disconnect == DisconnectMeaning.INTERRUPTS;
    }

    private static boolean isPositive(Duration time) {
        return !time.isZero() && !time.isNegative();
    }

    private static Set<String> canonical(Set<String> names) {
        return names.stream().map(Ending::canonical).collect(Collectors.toUnmodifiableSet());
    }

    private static String canonical(String name) {
        return CallEventType.find(name).filter(type -> type.kind() == EventKind.CALLBACK).map(CallEventType::shortName)
                .orElseThrow(() -> new IllegalArgumentException(
                        "No callback event is called '" + name + "'. Example: CallConnected"));
    }
}
