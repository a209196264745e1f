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

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.json.Json;

/**
 * What happens to callback events of one type, or of all types, on purpose. Immutable: every method makes another rule.
 * In JSON a fault is a member with its chance:
 *
 * <pre>
 * {@code
 * {"event":"PlayCompleted","twice":0.05,"late":1,"delayMs":300,"times":2}
 * }
 * </pre>
 *
 * {@link CallbackFault#EARLY} is about an action rather than an event: its answer waits until the event that tells its
 * outcome has been delivered, or the patience ({@code waitMs}) is over.
 */
public final class CallbackRule {

    /** How late an event is if nothing else is said. */
    public static final Duration DEFAULT_DELAY = Duration.ofMillis(500);
    /** How long something is held back for something else if nothing else is said. */
    public static final Duration DEFAULT_PATIENCE = Duration.ofMillis(250);

    private static final String PREFIX = "Microsoft.Communication.";

    private final String event;
    private final Chances<CallbackFault> chances;
    private final Duration delay;
    private final Duration patience;
    private final Integer times;

    private CallbackRule(String event, Chances<CallbackFault> chances, Duration delay, Duration patience, Integer times) {
        this.event = event;
        this.chances = chances;
        this.delay = delay;
        this.patience = patience;
        this.times = times;
    }

    /** A rule for events of every type, without faults yet. */
    public static CallbackRule every() {
        return new CallbackRule(
                null, Chances.none(CallbackFault.class, CallbackFault::wireName), DEFAULT_DELAY, DEFAULT_PATIENCE, null);
    }

    /**
     * A rule for events of one type, without faults yet.
     *
     * @param type with or without the prefix {@code Microsoft.Communication.}
     */
    public static CallbackRule of(String type) {
        CallbackRule every = every();
        String shortType = type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type;
        return new CallbackRule(shortType, every.chances, every.delay, every.patience, null);
    }

    /** Has this happen to all events. */
    public CallbackRule always(CallbackFault fault) {
        return sometimes(fault, 1);
    }

    /**
     * Has this happen to some events.
     *
     * @param chance from 0 (never) to 1 (always)
     */
    public CallbackRule sometimes(CallbackFault fault, double chance) {
        return new CallbackRule(event, chances.with(fault, chance), delay, patience, times);
    }

    /** How late {@link CallbackFault#LATE} events are; 500 ms by default, at most a day. */
    public CallbackRule delay(Duration howLate) {
        return new CallbackRule(event, chances, Limits.time("delayMs", howLate), patience, times);
    }

    /**
     * How long, at most, an answer waits for its early event, an event for the one it changes places with, and a batch
     * for more events; 250 ms by default, at most a day.
     */
    public CallbackRule waitAtMost(Duration time) {
        return new CallbackRule(event, chances, delay, Limits.time("waitMs", time), times);
    }

    /** How often, at most, this rule does something to an event; without limit by default. */
    public CallbackRule times(int count) {
        Limits.times(count);
        return new CallbackRule(event, chances, delay, patience, count);
    }

    /** The type of event it is about, without prefix; null for all. */
    public String event() {
        return event;
    }

    boolean names(String shortType) {
        return event == null || event.equals(shortType);
    }

    Integer times() {
        return times;
    }

    Duration delay() {
        return delay;
    }

    Duration patience() {
        return patience;
    }

    boolean has(CallbackFault fault) {
        return chances.has(fault);
    }

    /** What happens to an event, but for {@link CallbackFault#EARLY}. */
    Set<CallbackFault> struck(RandomGenerator random) {
        Set<CallbackFault> struck = EnumSet.copyOf(chances.struck(random));
        struck.remove(CallbackFault.EARLY);
        return struck;
    }

    boolean strikesEarly(RandomGenerator random) {
        return random.nextDouble() < chances.of(CallbackFault.EARLY);
    }

    /**
     * @param left how often it may still strike; null for no limit
     */
    ObjectNode toJson(Integer left) {
        ObjectNode json = Json.object();
        if (event != null) {
            json.put("event", event);
        }
        chances.write(json);
        if (chances.has(CallbackFault.LATE)) {
            json.put("delayMs", delay.toMillis());
        }
        json.put("waitMs", patience.toMillis());
        if (left != null) {
            json.put("times", left);
        }
        return json;
    }
}
