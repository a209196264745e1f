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
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.json.Json;

/** Reads settings as people write them; see {@link FaultSettings}. */
final class FaultReader {

    /** The value of {@code keys} that is no state but a thing to do. */
    static final String ROTATE = "rotate";

    private static final Set<String> ALL
            = Set.of("preset", "seed", "callbacks", "retry", "eventGrid", "rest", "streams", "keys", "outcomes");
    private static final Set<String> RETRY = Set.of("attempts", "delayMs");
    private static final Set<String> EVENT_GRID = with(
            Arrays.stream(EventGridFault.values()).map(EventGridFault::wireName).toList(), "staleMs", "delayMs", "times",
            "retry");
    private static final Set<String> CALLBACK = with(
            Arrays.stream(CallbackFault.values()).map(CallbackFault::wireName).toList(), "event", "delayMs", "waitMs", "times");
    private static final Set<String> REST = Set.of("operation", "status", "reset", "halfBody", "retryAfterSeconds",
            "retryAfterMs", "delayMs", "afterActing", "probability", "times");

    private static final Set<String> STREAM = with(
            Arrays.stream(StreamFault.values()).map(StreamFault::wireName).toList(), "stream", "afterFrames", "times");

    private static final Set<String> OUTCOME = Set.of("operation", "subCode", "source", "probability", "times");

    private FaultReader() {
    }

    /**
     * @param  body                     an object, or null for no faults
     * @throws IllegalArgumentException when a member is wrong, with its name and an example of a good one
     */
    static FaultSettings read(JsonNode body) {
        FaultFields fields = new FaultFields(preset(body == null ? Json.object() : body), "", ALL);
        List<CallbackRule> callbacks = fields.objects("callbacks", "{\"twice\":0.05}", CALLBACK).stream()
                .map(rule -> checked(rule, () -> callback(rule))).toList();
        List<RestRule> rest = fields.objects("rest", "{\"operation\":\"play\",\"status\":429,\"times\":1}", REST).stream()
                .map(rule -> checked(rule, () -> rest(rule))).toList();
        FaultFields grid = fields.object("eventGrid", "{\"stale\":1,\"staleMs\":60000}", EVENT_GRID);
        RetryProfile retry = retry(fields);
        return new FaultSettings(
                fields.seed("seed"), callbacks, retry == null ? RetryProfile.OFF : retry,
                grid == null ? null : checked(grid, () -> eventGrid(grid)), grid == null ? null : retry(grid), rest,
                streams(fields), keys(fields), outcomes(fields));
    }

    private static JsonNode preset(JsonNode body) {
        JsonNode name = body.get("preset");
        if (name == null || name.isNull()) {
            return body;
        }
        FaultPreset preset = FaultPreset.of(name.asText()).orElseThrow(() -> new IllegalArgumentException(
                "preset: it must be one of " + FaultPreset.wireNames() + ", such as \"chaos\""));
        return overlaid(preset.json(), body);
    }

    private static ObjectNode overlaid(ObjectNode below, JsonNode above) {
        for (Map.Entry<String, JsonNode> member : above.properties()) {
            JsonNode former = below.get(member.getKey());
            boolean both = former != null && former.isObject() && member.getValue().isObject();
            below.set(member.getKey(), both ? overlaid((ObjectNode) former, member.getValue()) : member.getValue());
        }
        return below;
    }

    private static CallbackRule callback(FaultFields fields) {
        String event = fields.text("event", "PlayCompleted");
        CallbackRule rule = event == null ? CallbackRule.every() : CallbackRule.of(event);
        for (CallbackFault fault : CallbackFault.values()) {
            if (fields.has(fault.wireName())) {
                rule = rule.sometimes(fault, fields.chance(fault.wireName(), 0));
            }
        }
        Duration delay = fields.millis("delayMs");
        if (delay != null) {
            boolean late = fields.has(CallbackFault.LATE.wireName()) || delay.isZero();
            rule = late ? rule.delay(delay) : rule.delay(delay).always(CallbackFault.LATE);
        }
        Duration wait = fields.millis("waitMs");
        Integer times = fields.whole("times", 3);
        rule = wait == null ? rule : rule.waitAtMost(wait);
        return times == null ? rule : rule.times(times);
    }

    private static EventGridRule eventGrid(FaultFields fields) {
        EventGridRule rule = EventGridRule.every();
        for (EventGridFault fault : EventGridFault.values()) {
            if (fields.has(fault.wireName())) {
                rule = rule.sometimes(fault, fields.chance(fault.wireName(), 0));
            }
        }
        Duration age = fields.millis("staleMs");
        if (age != null) {
            rule = fields.has(EventGridFault.STALE.wireName()) ? rule.age(age) : rule.age(age).always(EventGridFault.STALE);
        }
        Duration delay = fields.millis("delayMs");
        if (delay != null) {
            boolean late = fields.has(EventGridFault.LATE.wireName()) || delay.isZero();
            rule = late ? rule.delay(delay) : rule.delay(delay).always(EventGridFault.LATE);
        }
        Integer times = fields.whole("times", 3);
        return times == null ? rule : rule.times(times);
    }

    private static RestRule rest(FaultFields fields) {
        Integer status = fields.whole("status", 503);
        Integer seconds = fields.whole("retryAfterSeconds", 1);
        Duration millis = fields.millis("retryAfterMs");
        Duration delay = fields.millis("delayMs");
        RestRule rule = new RestRule(
                fields.text("operation", "play"), fields.chance("probability", 1), fields.whole("times", 3),
                failure(fields), status == null ? 0 : status, seconds == null ? millis : Duration.ofSeconds(seconds),
                delay == null ? Duration.ZERO : delay, fields.flag("afterActing"));
        if (!rule.harmful()) {
            throw fields.wrong("status",
                    "nothing goes wrong; give one of status, reset, halfBody and delayMs, such as {\"status\":503}");
        }
        return rule;
    }

    private static List<StreamRule> streams(FaultFields fields) {
        return fields.objects("streams", "{\"stream\":\"media\",\"dropped\":1}", STREAM).stream()
                .map(rule -> checked(rule, () -> stream(rule))).toList();
    }

    private static StreamRule stream(FaultFields fields) {
        String stream = fields.text("stream", "media");
        StreamRule rule = stream == null ? StreamRule.every() : StreamRule.of(stream);
        for (StreamFault fault : StreamFault.values()) {
            if (fields.has(fault.wireName())) {
                rule = rule.sometimes(fault, fields.chance(fault.wireName(), 0));
            }
        }
        Integer frames = fields.whole("afterFrames", 100);
        Integer times = fields.whole("times", 3);
        rule = frames == null ? rule : rule.afterFrames(frames);
        return times == null ? rule : rule.times(times);
    }

    private static List<OutcomeRule> outcomes(FaultFields fields) {
        return fields.objects("outcomes", "{\"operation\":\"play\",\"subCode\":8536}", OUTCOME).stream()
                .map(rule -> checked(rule, () -> outcome(rule))).toList();
    }

    private static OutcomeRule outcome(FaultFields fields) {
        String operation = fields.text("operation", "play");
        Integer subCode = fields.whole("subCode", 8536);
        if (operation == null || subCode == null) {
            throw fields.wrong(operation == null ? "operation" : "subCode",
                    "it is missing; a rule is for example {\"operation\":\"play\",\"subCode\":8536}");
        }
        return new OutcomeRule(
                operation, subCode, fields.text("source", "missing.wav"), fields.chance("probability", 1),
                fields.whole("times", 3));
    }

    private static RestFailure failure(FaultFields fields) {
        List<RestFailure> all = Arrays.stream(RestFailure.values()).filter(failure -> switch (failure) {
            case NONE -> false;
            case STATUS -> fields.has(failure.wireName());
            case RESET, HALF_BODY -> fields.flag(failure.wireName());
        }).toList();
        if (all.size() > 1) {
            throw fields.wrong(all.get(1).wireName(), "a request fails in one way only, such as {\"status\":503}");
        }
        return all.isEmpty() ? RestFailure.NONE : all.get(0);
    }

    private static RetryProfile retry(FaultFields fields) {
        FaultFields retry = fields.object("retry", "{\"attempts\":3,\"delayMs\":200}", RETRY);
        if (retry == null) {
            return null;
        }
        return checked(retry, () -> {
            Integer attempts = retry.whole("attempts", 3);
            List<Duration> delays = retry.delays("delayMs");
            if (attempts == null) {
                throw retry.wrong("attempts", "it is missing; it must be how often it is tried in all, such as 3");
            }
            return new RetryProfile(attempts, delays == null ? List.of(Duration.ofMillis(200)) : delays);
        });
    }

    private static KeyServer keys(FaultFields fields) {
        String keys = fields.text("keys", "down");
        if (keys == null || ROTATE.equals(keys)) {
            return KeyServer.UP;
        }
        return Arrays.stream(KeyServer.values()).filter(state -> state.wireName().equals(keys)).findFirst()
                .orElseThrow(() -> fields.wrong("keys", "it must be one of up, down, refused and rotate, such as \"down\""));
    }

    /** The rules check themselves; here it is said which rule it was. */
    private static <T> T checked(FaultFields fields, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            if (e.getMessage().startsWith(fields.path())) {
                throw e;
            }
            throw new IllegalArgumentException(fields.path() + e.getMessage(), e);
        }
    }

    private static Set<String> with(List<String> names, String... more) {
        Set<String> all = new HashSet<>(names);
        all.addAll(Arrays.asList(more));
        return all;
    }
}
