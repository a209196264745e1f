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
import java.util.Set;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.json.Json;

/**
 * What happens to events of Event Grid on purpose. Immutable: every method makes another rule. In JSON:
 *
 * <pre>
 * {@code
 * {"stale":1,"staleMs":60000,"twice":0.1,"times":1}
 * }
 * </pre>
 */
public final class EventGridRule {

    /** How old the event time of a stale event is if nothing else is said; longer than any phone rings. */
    public static final Duration DEFAULT_AGE = Duration.ofMinutes(2);
    /** How late an event is if nothing else is said. */
    public static final Duration DEFAULT_DELAY = Duration.ofMillis(500);

    private final Chances<EventGridFault> chances;
    private final Duration age;
    private final Duration delay;
    private final Integer times;

    private EventGridRule(Chances<EventGridFault> chances, Duration age, Duration delay, Integer times) {
        this.chances = chances;
        this.age = age;
        this.delay = delay;
        this.times = times;
    }

    /** A rule for every event, without faults yet. */
    public static EventGridRule every() {
        return new EventGridRule(
                Chances.none(EventGridFault.class, EventGridFault::wireName), DEFAULT_AGE, DEFAULT_DELAY, null);
    }

    /** Has this happen to all events. */
    public EventGridRule always(EventGridFault fault) {
        return sometimes(fault, 1);
    }

    /**
     * Has this happen to some events.
     *
     * @param chance from 0 (never) to 1 (always)
     */
    public EventGridRule sometimes(EventGridFault fault, double chance) {
        return new EventGridRule(chances.with(fault, chance), age, delay, times);
    }

    /**
     * How long ago the event time of a {@link EventGridFault#STALE} event is; two minutes by default, at most a day.
     */
    public EventGridRule age(Duration howOld) {
        return new EventGridRule(chances, Limits.time("staleMs", howOld), delay, times);
    }

    /** How late {@link EventGridFault#LATE} events are; 500 ms by default, at most a day. */
    public EventGridRule delay(Duration howLate) {
        return new EventGridRule(chances, age, Limits.time("delayMs", howLate), times);
    }

    /** How often, at most, this rule does something to an event; without limit by default. */
    public EventGridRule times(int count) {
        Limits.times(count);
        return new EventGridRule(chances, age, delay, count);
    }

    Integer times() {
        return times;
    }

    Duration age() {
        return age;
    }

    Duration delay() {
        return delay;
    }

    boolean has(EventGridFault fault) {
        return chances.has(fault);
    }

    Set<EventGridFault> struck(RandomGenerator random) {
        return chances.struck(random);
    }

    /**
     * @param left how often it may still strike; null for no limit
     */
    ObjectNode toJson(Integer left) {
        ObjectNode json = Json.object();
        chances.write(json);
        if (has(EventGridFault.STALE)) {
            json.put("staleMs", age.toMillis());
        }
        if (has(EventGridFault.LATE)) {
            json.put("delayMs", delay.toMillis());
        }
        if (left != null) {
            json.put("times", left);
        }
        return json;
    }
}
