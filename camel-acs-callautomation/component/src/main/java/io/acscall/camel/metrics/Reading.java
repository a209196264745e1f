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
package io.acscall.camel.metrics;

import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleSupplier;

/**
 * A number of a component that can be read at any time.
 *
 * @param meter the gauge or function counter that shows it
 * @param tags  the values of the meter's own tags, all of them
 * @param value reads it; must return at once. {@code NaN} when there is none
 */
public record Reading(CallMeter meter, Map<String, String> tags, DoubleSupplier value) {

    /**
     * @throws IllegalArgumentException when the meter is none that is read, or has other tags
     */
    public Reading {
        Objects.requireNonNull(value, "value");
        tags = Map.copyOf(tags);
        if (meter.kind() != CallMeter.Kind.GAUGE && meter.kind() != CallMeter.Kind.FUNCTION_COUNTER) {
            throw new IllegalArgumentException(meter.meterName() + " is a " + meter.kind() + ", which is told of, not read");
        }
        if (tags.size() != meter.tags().size() || !tags.keySet().containsAll(meter.tags())) {
            throw new IllegalArgumentException(
                    meter.meterName() + " has the tags " + meter.tags() + ", not " + tags.keySet());
        }
    }

    /** A number without tags. */
    public Reading(CallMeter meter, DoubleSupplier value) {
        this(meter, Map.of(), value);
    }
}
