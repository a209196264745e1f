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

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.json.Json;

/**
 * Settings in force: with the dice, with how often each rule has struck, and with how many calls, requests and events
 * there have been.
 *
 * @param settings  what was asked for
 * @param dice      the same for as long as the seed is
 * @param callbacks the callback rules, counted
 * @param eventGrid the Event Grid rule, counted; null for none
 * @param rest      the REST rules, counted
 * @param streams   the rules for connections of streams, counted
 * @param outcomes  the outcome rules, counted
 * @param numbers   how many things there have been, by sort; at most twice as many as there are operations, and a few
 *                  more
 */
record ArmedFaults(FaultSettings settings, Dice dice, List<Counted<CallbackRule>> callbacks, Counted<EventGridRule> eventGrid,
        List<Counted<RestRule>> rest, List<Counted<StreamRule>> streams, List<Counted<OutcomeRule>> outcomes,
        Map<String, AtomicInteger> numbers) {

    static ArmedFaults of(FaultSettings settings, long seed) {
        return new ArmedFaults(
                settings, new Dice(seed),
                settings.callbacks().stream().map(rule -> Counted.of(rule, rule.times())).toList(),
                settings.eventGrid() == null ? null : Counted.of(settings.eventGrid(), settings.eventGrid().times()),
                settings.rest().stream().map(rule -> Counted.of(rule, rule.times())).toList(),
                settings.streams().stream().map(rule -> Counted.of(rule, rule.times())).toList(),
                settings.outcomes().stream().map(rule -> Counted.of(rule, rule.times())).toList(), new ConcurrentHashMap<>());
    }

    /** Other settings with the same dice; the rules that stay keep their counts. */
    ArmedFaults changed(FaultSettings next) {
        ArmedFaults fresh = of(next, dice.seed());
        return new ArmedFaults(
                next, dice, kept(fresh.callbacks, callbacks),
                kept(Stream.ofNullable(fresh.eventGrid).toList(), Stream.ofNullable(eventGrid).toList()).stream().findFirst()
                        .orElse(null),
                kept(fresh.rest, rest), kept(fresh.streams, streams), kept(fresh.outcomes, outcomes), numbers);
    }

    private static <R> List<Counted<R>> kept(List<Counted<R>> fresh, List<Counted<R>> former) {
        return fresh.stream().map(
                one -> former.stream().filter(counted -> counted.rule() == one.rule()).findFirst().orElse(one)).toList();
    }

    /** Counts things of a sort; the first is 1. */
    int next(String sort) {
        return numbers.computeIfAbsent(sort, name -> new AtomicInteger()).incrementAndGet();
    }

    /** What is on; rules that are used up are left out. */
    ObjectNode toJson() {
        ObjectNode json = Json.object().put("seed", dice.seed());
        ArrayNode events = Json.array();
        callbacks.stream().filter(rule -> !rule.usedUp()).forEach(rule -> events.add(rule.rule().toJson(rule.left())));
        putIfAny(json, "callbacks", events);
        if (settings.retry().again(1)) {
            json.set("retry", settings.retry().toJson());
        }
        ObjectNode grid = eventGrid == null || eventGrid.usedUp() ? Json.object() : eventGrid.rule().toJson(eventGrid.left());
        if (settings.eventGridRetry() != null) {
            grid.set("retry", settings.eventGridRetry().toJson());
        }
        if (!grid.isEmpty()) {
            json.set("eventGrid", grid);
        }
        ArrayNode requests = Json.array();
        rest.stream().filter(rule -> !rule.usedUp()).forEach(rule -> requests.add(rule.rule().toJson(rule.left())));
        putIfAny(json, "rest", requests);
        ArrayNode connections = Json.array();
        streams.stream().filter(rule -> !rule.usedUp())
                .forEach(rule -> connections.add(rule.rule().toJson(rule.left())));
        putIfAny(json, "streams", connections);
        ArrayNode actions = Json.array();
        outcomes.stream().filter(rule -> !rule.usedUp()).forEach(rule -> actions.add(rule.rule().toJson(rule.left())));
        putIfAny(json, "outcomes", actions);
        if (settings.keys() != KeyServer.UP) {
            json.put("keys", settings.keys().wireName());
        }
        return json;
    }

    private static void putIfAny(ObjectNode json, String name, ArrayNode all) {
        if (!all.isEmpty()) {
            json.set(name, all);
        }
    }
}
