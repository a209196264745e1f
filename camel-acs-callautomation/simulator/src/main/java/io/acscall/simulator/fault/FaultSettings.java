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

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * All that goes wrong on purpose. In JSON, where every member may be left out and a rule may stand alone instead of in
 * an array:
 *
 * <pre>
 * {@code
 * {
 *   "preset": "chaos",
 *   "seed": 42,
 *   "callbacks": [{"early":0.2,"twice":0.05,"outOfOrder":0.2,"lost":0.0}, {"event":"PlayCompleted","lost":1,"times":1}],
 *   "retry": {"attempts":3,"delayMs":200},
 *   "eventGrid": {"stale":1,"staleMs":60000,"twice":0.1,"retry":{"attempts":2,"delayMs":10000}},
 *   "rest": [{"operation":"play","status":429,"retryAfterSeconds":1,"times":1}],
 *   "streams": [{"stream":"media","dropped":1,"afterFrames":100,"times":1}],
 *   "keys": "down",
 *   "outcomes": [{"operation":"play","subCode":8536,"source":"missing.wav"}]
 * }
 * }
 * </pre>
 *
 * @param seed           makes the dice fall the same way again; null for another run each time
 * @param callbacks      what happens to callback events; each rule has its say on each event
 * @param retry          when a callback is tried again that was not answered with 2xx; a {@code Retry-After} in the
 *                       answer that is longer goes before
 * @param eventGrid      what happens to events of Event Grid; null for nothing
 * @param eventGridRetry when a delivery of Event Grid is tried again; null for what the simulator was started with
 * @param rest           what happens to requests; the first rule that strikes decides
 * @param streams        what happens to connections of streams; the first rule that strikes decides
 * @param keys           how the key server does
 * @param outcomes       what actions fail later; the first rule that strikes decides
 */
public record FaultSettings(Long seed, List<CallbackRule> callbacks, RetryProfile retry, EventGridRule eventGrid,
        RetryProfile eventGridRetry, List<RestRule> rest, List<StreamRule> streams, KeyServer keys,
        List<OutcomeRule> outcomes) {

    /** Nothing goes wrong. */
    public static final FaultSettings NONE
            = new FaultSettings(null, List.of(), RetryProfile.OFF, null, null, List.of(), List.of(), KeyServer.UP, List.of());

    private static final int MOST_RULES = 100;

    /**
     * @throws IllegalArgumentException when there are more than a hundred rules of a kind
     */
    public FaultSettings {
        callbacks = List.copyOf(callbacks);
        rest = List.copyOf(rest);
        streams = List.copyOf(streams);
        outcomes = List.copyOf(outcomes);
        Objects.requireNonNull(retry, "retry must be given; RetryProfile.OFF is for none");
        Objects.requireNonNull(keys, "keys must be given; KeyServer.UP is for no fault");
        few("callbacks", callbacks);
        few("rest", rest);
        few("streams", streams);
        few("outcomes", outcomes);
    }

    public FaultSettings withSeed(long value) {
        return new FaultSettings(value, callbacks, retry, eventGrid, eventGridRetry, rest, streams, keys, outcomes);
    }

    public FaultSettings plus(CallbackRule rule) {
        return new FaultSettings(seed, with(callbacks, rule), retry, eventGrid, eventGridRetry, rest, streams, keys, outcomes);
    }

    public FaultSettings plus(RestRule rule) {
        return new FaultSettings(seed, callbacks, retry, eventGrid, eventGridRetry, with(rest, rule), streams, keys, outcomes);
    }

    public FaultSettings plus(StreamRule rule) {
        return new FaultSettings(seed, callbacks, retry, eventGrid, eventGridRetry, rest, with(streams, rule), keys, outcomes);
    }

    public FaultSettings plus(OutcomeRule rule) {
        return new FaultSettings(seed, callbacks, retry, eventGrid, eventGridRetry, rest, streams, keys, with(outcomes, rule));
    }

    public FaultSettings withRetry(RetryProfile profile) {
        return new FaultSettings(seed, callbacks, profile, eventGrid, eventGridRetry, rest, streams, keys, outcomes);
    }

    public FaultSettings withEventGrid(EventGridRule rule) {
        return new FaultSettings(seed, callbacks, retry, rule, eventGridRetry, rest, streams, keys, outcomes);
    }

    public FaultSettings withEventGridRetry(RetryProfile profile) {
        return new FaultSettings(seed, callbacks, retry, eventGrid, profile, rest, streams, keys, outcomes);
    }

    public FaultSettings withKeys(KeyServer state) {
        return new FaultSettings(seed, callbacks, retry, eventGrid, eventGridRetry, rest, streams, state, outcomes);
    }

    private static <T> List<T> with(List<T> list, T one) {
        List<T> all = new ArrayList<>(list);
        all.add(one);
        return all;
    }

    private static void few(String field, List<?> rules) {
        if (rules.size() > MOST_RULES) {
            throw new IllegalArgumentException(field + " has " + rules.size() + " rules; it must have at most " + MOST_RULES);
        }
    }
}
