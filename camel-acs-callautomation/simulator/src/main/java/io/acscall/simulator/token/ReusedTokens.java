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
package io.acscall.simulator.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Good tokens that are used for several callbacks, because to sign one takes about a millisecond. A token of a former
 * key is not used any more; bad ones are made anew each time.
 */
public final class ReusedTokens {

    private final CallbackTokens tokens;
    private final Clock clock;
    private final Duration reuse;
    private Kept kept = new Kept(null, null, Instant.MIN);

    /** A token, the key it was signed with, and until when it is used. */
    private record Kept(String token, String keyId, Instant until) {
    }

    /**
     * @param reuse how long a token is used; zero for one callback
     */
    public ReusedTokens(CallbackTokens tokens, Clock clock, Duration reuse) {
        this.tokens = tokens;
        this.clock = clock;
        this.reuse = reuse;
    }

    /** A token of any kind; see {@link CallbackTokens#of}. */
    public String of(TokenKind kind) {
        return kind == TokenKind.VALID && !reuse.isZero() ? valid() : tokens.of(kind);
    }

    private synchronized String valid() {
        String keyId = tokens.keyId();
        Instant now = clock.instant();
        if (!keyId.equals(kept.keyId()) || !now.isBefore(kept.until())) {
            kept = new Kept(tokens.valid(), keyId, now.plus(reuse));
        }
        return kept.token();
    }
}
