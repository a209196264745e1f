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
import java.util.EnumSet;
import java.util.Set;

import io.acscall.simulator.token.TokenKind;

/**
 * What happens to one callback event.
 *
 * @param faults   what goes wrong; never null, not to be changed
 * @param delay    how late it is, when it is late
 * @param patience how long it waits for other events, when it does
 */
public record CallbackFate(Set<CallbackFault> faults, Duration delay, Duration patience) {

    /** It is sent as it should be. */
    public static final CallbackFate GOOD
            = new CallbackFate(Set.of(), CallbackRule.DEFAULT_DELAY, CallbackRule.DEFAULT_PATIENCE);

    public boolean has(CallbackFault fault) {
        return faults.contains(fault);
    }

    /** The token it gets; of several bad ones the first. */
    public TokenKind token() {
        return faults.stream().map(CallbackFault::token).filter(token -> token != TokenKind.VALID).findFirst()
                .orElse(TokenKind.VALID);
    }

    /** Adds what a rule does. Its times go before those of former rules only for the faults that it brings. */
    CallbackFate plus(CallbackRule rule, Set<CallbackFault> struck) {
        Set<CallbackFault> all = EnumSet.copyOf(struck);
        all.addAll(faults);
        boolean late = struck.contains(CallbackFault.LATE);
        boolean waits = struck.contains(CallbackFault.OUT_OF_ORDER) || struck.contains(CallbackFault.BATCHED);
        return new CallbackFate(all, late ? rule.delay() : delay, waits ? rule.patience() : patience);
    }
}
