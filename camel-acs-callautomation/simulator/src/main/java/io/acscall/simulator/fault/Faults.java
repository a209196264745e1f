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

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What goes wrong on purpose. Each method takes effect at once, and adds to what is on:
 *
 * <pre>
 * {@code
 * simulator.faults().seed(42)
 *         .callbacks(CallbackRule.every().sometimes(CallbackFault.TWICE, 0.05))
 *         .callbacks(CallbackRule.of("PlayCompleted").always(CallbackFault.LOST).times(1))
 *         .rest(RestRule.of("play").answers(429).retryAfter(Duration.ofSeconds(1)).times(1));
 * }
 * </pre>
 *
 * With a seed, the same calls, made in the same order, fare the same way each time: what happens to an event depends on
 * the seed, on which call since the seed was set it belongs to and on which event of that call it is; what happens to a
 * request depends on which request for its operation it is. Thread-safe.
 */
public final class Faults {

    private final FaultPlan plan;
    private final Supplier<CompletableFuture<String>> rotation;
    private final Supplier<Set<String>> operations;
    private final Set<String> events;
    private final Set<Integer> subCodes;

    /**
     * @param plan       decides
     * @param rotation   has the key of callback tokens replaced
     * @param operations the names of the operations there are
     * @param events     the types of callback events there are, without prefix
     * @param subCodes   the sub codes that failures may have
     */
    public Faults(FaultPlan plan, Supplier<CompletableFuture<String>> rotation, Supplier<Set<String>> operations,
                  Set<String> events, Set<Integer> subCodes) {
        this.plan = plan;
        this.rotation = rotation;
        this.operations = operations;
        this.events = Set.copyOf(events);
        this.subCodes = Set.copyOf(subCodes);
    }

    /**
     * Replaces all that is on.
     *
     * @throws IllegalArgumentException when a rule is about an operation or event that there is not
     */
    public Faults set(FaultSettings settings) {
        settings.callbacks().forEach(this::check);
        settings.rest().forEach(this::check);
        settings.outcomes().forEach(this::check);
        plan.arm(settings);
        return this;
    }

    /**
     * Replaces all that is on by a preset.
     *
     * @param  name                     {@code chaos}, {@code disorder}, {@code flaky} or {@code forgery}
     * @throws IllegalArgumentException when there is no such preset
     */
    public Faults preset(String name) {
        FaultPreset preset = FaultPreset.of(name).orElseThrow(
                () -> new IllegalArgumentException(
                        "There is no preset \"" + name + "\"; there are " + FaultPreset.wireNames() + ", such as chaos"));
        return set(FaultReader.read(preset.json()));
    }

    /**
     * Replaces all that is on by what a JSON object says.
     *
     * @param  json                     as in {@link FaultSettings}; {@code "keys":"rotate"} has the key replaced
     * @return                          completes when it is in force
     * @throws IllegalArgumentException when a member is wrong, with its name and an example of a good one
     */
    public CompletableFuture<Void> set(JsonNode json) {
        FaultSettings settings = FaultReader.read(json);
        set(settings);
        boolean rotate = json != null && FaultReader.ROTATE.equals(json.path("keys").asText());
        return rotate ? rotation.get().thenApply(id -> null) : CompletableFuture.completedFuture(null);
    }

    /**
     * What there is to choose from: {@code presets} with what each sets, {@code events} and the faults they may have
     * ({@code callbacks}), the faults of {@code eventGrid} deliveries, and {@code operations}.
     */
    public ObjectNode choices() {
        return FaultChoices.toJson(operations.get(), events);
    }

    /** Begins the dice anew: the same seed gives the same run. */
    public Faults seed(long seed) {
        plan.arm(plan.settings().withSeed(seed));
        return this;
    }

    /**
     * Adds a rule for callback events.
     *
     * @throws IllegalArgumentException when there is no such event
     */
    public Faults callbacks(CallbackRule rule) {
        check(rule);
        plan.change(settings -> settings.plus(rule));
        return this;
    }

    /** Tries callbacks again that were not answered with 2xx; {@link RetryProfile#OFF} by default. */
    public Faults retry(RetryProfile profile) {
        plan.change(settings -> settings.withRetry(profile));
        return this;
    }

    /** Sets the rule for events of Event Grid; null for none. */
    public Faults eventGrid(EventGridRule rule) {
        plan.change(settings -> settings.withEventGrid(rule));
        return this;
    }

    /** When Event Grid tries again what was not taken; null for what the simulator was started with. */
    public Faults eventGridRetry(RetryProfile profile) {
        plan.change(settings -> settings.withEventGridRetry(profile));
        return this;
    }

    /**
     * Adds a rule for REST requests.
     *
     * @throws IllegalArgumentException when there is no such operation
     */
    public Faults rest(RestRule rule) {
        check(rule);
        plan.change(settings -> settings.plus(rule));
        return this;
    }

    /** Adds a rule for connections of streams of audio or words. */
    public Faults streams(StreamRule rule) {
        plan.change(settings -> settings.plus(rule));
        return this;
    }

    /**
     * Adds a rule for actions that are taken and fail later.
     *
     * @throws IllegalArgumentException when there is no such operation, it cannot fail later, or there is no such sub
     *                                  code
     */
    public Faults outcomes(OutcomeRule rule) {
        check(rule);
        plan.change(settings -> settings.plus(rule));
        return this;
    }

    /** Takes the OpenID configuration and the public keys away, or gives them back. */
    public Faults keys(KeyServer state) {
        plan.change(settings -> settings.withKeys(state));
        return this;
    }

    /** Signs with a new key under a new id from now on; the old one is published no more. Waits until it is done. */
    public Faults rotateKey() {
        rotation.get().join();
        return this;
    }

    /** Ends all faults; a key that was replaced stays replaced. */
    public Faults clear() {
        plan.arm(FaultSettings.NONE);
        return this;
    }

    /** What was set. */
    public FaultSettings settings() {
        return plan.settings();
    }

    /** What is on, as it may be set again; with the seed in force, and without rules that are used up. */
    public ObjectNode toJson() {
        return plan.toJson();
    }

    private void check(CallbackRule rule) {
        check("event", rule.event(), events, "PlayCompleted");
    }

    private void check(RestRule rule) {
        check("operation", rule.operation(), operations.get(), "play");
    }

    private void check(OutcomeRule rule) {
        check("operation", rule.operation(), OutcomeRule.OPERATIONS, "play");
        if (!subCodes.contains(rule.subCode())) {
            throw new IllegalArgumentException(
                    "subCode: no action fails with " + rule.subCode() + "; it must be one of " + new TreeSet<>(subCodes)
                                               + ", such as 8536");
        }
    }

    private static void check(String field, String name, Set<String> known, String example) {
        if (name != null && !known.contains(name)) {
            throw new IllegalArgumentException(
                    field + ": there is no " + name + "; it must be one of " + new TreeSet<>(known) + ", such as \"" + example
                                               + "\"");
        }
    }
}
