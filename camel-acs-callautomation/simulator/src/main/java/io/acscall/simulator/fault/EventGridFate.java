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
import java.util.stream.Collectors;

/**
 * What happens to one event of Event Grid.
 *
 * @param faults what goes wrong; never null, not to be changed
 * @param age    how old its event time is
 * @param delay  how late it is
 */
public record EventGridFate(Set<EventGridFault> faults, Duration age, Duration delay) {

    /** It is delivered as it should be. */
    public static final EventGridFate GOOD = new EventGridFate(Set.of(), Duration.ZERO, Duration.ZERO);

    public boolean has(EventGridFault fault) {
        return faults.contains(fault);
    }

    /** What the timeline calls it; null for nothing. */
    public String label() {
        return faults.isEmpty() ? null : faults.stream().map(EventGridFault::wireName).collect(Collectors.joining(", "));
    }
}
