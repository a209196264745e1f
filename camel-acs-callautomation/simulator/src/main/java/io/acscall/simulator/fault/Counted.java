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

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A rule and how often it may still strike.
 *
 * @param rule  the rule
 * @param times how often it strikes; null for no limit
 * @param used  how often it has struck
 */
record Counted<R>(R rule, Integer times, AtomicInteger used) {

    static <R> Counted<R> of(R rule, Integer times) {
        return new Counted<>(rule, times, new AtomicInteger());
    }

    /** Strikes, unless it is used up. */
    boolean take() {
        return times == null || used.getAndUpdate(count -> Math.min(count + 1, times)) < times;
    }

    /** Null for no limit. */
    Integer left() {
        return times == null ? null : times - used.get();
    }

    boolean usedUp() {
        return times != null && used.get() >= times;
    }
}
