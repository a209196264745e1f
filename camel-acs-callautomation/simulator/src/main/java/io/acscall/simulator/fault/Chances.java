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

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How likely each fault of a kind is. Immutable.
 *
 * @param <F> the kind
 */
final class Chances<F extends Enum<F>> {

    private final Class<F> kind;
    private final Function<F, String> name;
    private final Map<F, Double> chances;

    private Chances(Class<F> kind, Function<F, String> name, Map<F, Double> chances) {
        this.kind = kind;
        this.name = name;
        this.chances = chances;
    }

    static <F extends Enum<F>> Chances<F> none(Class<F> kind, Function<F, String> name) {
        return new Chances<>(kind, name, Map.of());
    }

    Chances<F> with(F fault, double chance) {
        Limits.chance(name.apply(fault), chance);
        Map<F, Double> all = new EnumMap<>(kind);
        all.putAll(chances);
        all.put(fault, chance);
        return new Chances<>(kind, name, Collections.unmodifiableMap(all));
    }

    double of(F fault) {
        return chances.getOrDefault(fault, 0.0);
    }

    boolean has(F fault) {
        return chances.containsKey(fault);
    }

    boolean none() {
        return chances.values().stream().allMatch(chance -> chance == 0);
    }

    /** Throws the dice once for each fault there is, so that a change of one chance leaves the others as they were. */
    Set<F> struck(RandomGenerator random) {
        Set<F> struck = EnumSet.noneOf(kind);
        for (F fault : kind.getEnumConstants()) {
            if (random.nextDouble() < of(fault)) {
                struck.add(fault);
            }
        }
        return struck;
    }

    void write(ObjectNode json) {
        chances.forEach((fault, chance) -> json.put(name.apply(fault), chance));
    }
}
