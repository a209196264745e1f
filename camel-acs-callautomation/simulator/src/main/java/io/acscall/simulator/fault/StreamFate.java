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
import java.util.stream.Collectors;

import io.acscall.simulator.token.TokenKind;

/**
 * What happens to one connection of a stream.
 *
 * @param faults      what goes wrong; never null, not to be changed
 * @param afterFrames how many frames are sent before that, where that matters
 */
public record StreamFate(Set<StreamFault> faults, int afterFrames) {

    /** It is as it should be. */
    public static final StreamFate GOOD = new StreamFate(Set.of(), StreamRule.DEFAULT_FRAMES);

    public boolean has(StreamFault fault) {
        return faults.contains(fault);
    }

    /** The token it gets; of several bad ones the first. */
    public TokenKind token() {
        return faults.stream().map(StreamFault::token).filter(token -> token != TokenKind.VALID).findFirst()
                .orElse(TokenKind.VALID);
    }

    /** What the timeline calls it; null for nothing. */
    public String label() {
        return faults.isEmpty() ? null : faults.stream().map(StreamFault::wireName).collect(Collectors.joining(", "));
    }
}
