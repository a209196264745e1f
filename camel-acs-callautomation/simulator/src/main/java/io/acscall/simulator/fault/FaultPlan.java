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

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Decides what goes wrong with each event and each request. Whoever sends something asks it once; asking counts. Never
 * blocks.
 */
public final class FaultPlan {

    private static final String CALL = "call";
    private static final String CALLBACK = "callback";
    private static final String EVENT_GRID = "eventGrid";
    private static final String REQUEST = "request ";
    private static final String OUTCOME = "outcome ";
    private static final String STREAM = "stream ";

    private final LongSupplier seeds;
    private volatile ArmedFaults armed;

    /**
     * @param seeds where a seed comes from when none was set
     */
    public FaultPlan(LongSupplier seeds) {
        this.seeds = seeds;
        this.armed = ArmedFaults.of(FaultSettings.NONE, seeds.getAsLong());
    }

    /** Puts settings into force: the dice begin anew, and calls and requests are counted from here. */
    synchronized void arm(FaultSettings settings) {
        armed = ArmedFaults.of(settings, settings.seed() == null ? seeds.getAsLong() : settings.seed());
    }

    /** Changes settings while all goes on. */
    synchronized void change(UnaryOperator<FaultSettings> change) {
        armed = armed.changed(change.apply(armed.settings()));
    }

    FaultSettings settings() {
        return armed.settings();
    }

    ObjectNode toJson() {
        return armed.toJson();
    }

    /** The number of a call that begins, which its events are counted by. */
    public int nextCall() {
        return armed.next(CALL);
    }

    /**
     * What happens to an event of a call.
     *
     * @param call   number of the call
     * @param number number of the event within the call
     * @param type   without prefix
     */
    public CallbackFate callback(int call, long number, String type) {
        ArmedFaults now = armed;
        CallbackFate fate = CallbackFate.GOOD;
        if (!now.callbacks().isEmpty()) {
            SplittableRandom dice = now.dice().about(CALLBACK, call, number);
            for (Counted<CallbackRule> rule : now.callbacks()) {
                Set<CallbackFault> struck = rule.rule().struck(dice);
                if (rule.rule().names(type) && !struck.isEmpty() && rule.take()) {
                    fate = fate.plus(rule.rule(), struck);
                }
            }
        }
        return fate;
    }

    /** When callbacks that were not taken are tried again. */
    public RetryProfile callbackRetry() {
        return armed.settings().retry();
    }

    /**
     * What happens to a request.
     *
     * @param operation its name
     */
    public RestFate request(String operation) {
        ArmedFaults now = armed;
        SplittableRandom dice = now.dice().about(operation, now.next(REQUEST + operation), 0);
        RestRule struck = null;
        for (Counted<RestRule> rule : now.rest()) {
            boolean hit = dice.nextDouble() < rule.rule().probability();
            if (struck == null && hit && rule.rule().names(operation) && rule.take()) {
                struck = rule.rule();
            }
        }
        EarlyOutcome early = struck == null || struck.failure() == RestFailure.NONE ? early(now, operation, dice) : null;
        return struck == null && early == null ? RestFate.GOOD : new RestFate(struck, early);
    }

    private static EarlyOutcome early(ArmedFaults now, String operation, SplittableRandom dice) {
        EarlyOutcome early = null;
        for (Counted<CallbackRule> rule : now.callbacks()) {
            boolean hit = rule.rule().strikesEarly(dice);
            Set<String> types = new HashSet<>(ActionOutcomes.of(operation));
            types.removeIf(type -> !rule.rule().names(type));
            if (early == null && hit && !types.isEmpty() && rule.take()) {
                early = new EarlyOutcome(types, rule.rule().patience());
            }
        }
        return early;
    }

    /**
     * Whether an action fails that was taken.
     *
     * @param operation its name
     * @param sources   the addresses of the files and the texts that it plays; empty when it plays nothing
     */
    public Optional<OutcomeFailure> outcome(String operation, List<String> sources) {
        ArmedFaults now = armed;
        if (now.outcomes().isEmpty()) {
            return Optional.empty();
        }
        SplittableRandom dice = now.dice().about(OUTCOME + operation, now.next(OUTCOME + operation), 0);
        OutcomeFailure failure = null;
        for (Counted<OutcomeRule> rule : now.outcomes()) {
            boolean hit = dice.nextDouble() < rule.rule().probability();
            if (failure == null && hit && rule.rule().names(operation, sources) && rule.take()) {
                failure = new OutcomeFailure(rule.rule().subCode(), rule.rule().index(sources));
            }
        }
        return Optional.ofNullable(failure);
    }

    /** What happens to an event of Event Grid. */
    public EventGridFate eventGrid() {
        ArmedFaults now = armed;
        int number = now.next(EVENT_GRID);
        if (now.eventGrid() == null) {
            return EventGridFate.GOOD;
        }
        EventGridRule rule = now.eventGrid().rule();
        Set<EventGridFault> struck = rule.struck(now.dice().about(EVENT_GRID, number, 0));
        return struck.isEmpty() || !now.eventGrid().take()
                ? EventGridFate.GOOD : new EventGridFate(EnumSet.copyOf(struck), rule.age(), rule.delay());
    }

    /**
     * What happens to a connection of a stream.
     *
     * @param stream {@code media} or {@code transcription}
     */
    public StreamFate stream(String stream) {
        ArmedFaults now = armed;
        SplittableRandom dice = now.dice().about(STREAM, now.next(STREAM + stream), stream.hashCode());
        for (Counted<StreamRule> rule : now.streams()) {
            Set<StreamFault> struck = rule.rule().struck(dice);
            if (rule.rule().names(stream) && !struck.isEmpty() && rule.take()) {
                return new StreamFate(EnumSet.copyOf(struck), rule.rule().afterFrames());
            }
        }
        return StreamFate.GOOD;
    }

    /** When Event Grid tries again what was not taken; empty for what the simulator was started with. */
    public Optional<RetryProfile> eventGridRetry() {
        return Optional.ofNullable(armed.settings().eventGridRetry());
    }

    /** How the key server does. */
    public KeyServer keys() {
        return armed.settings().keys();
    }
}
