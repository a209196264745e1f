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

import java.util.function.Function;

/** The tokens a callback can carry: the good one, none at all, and each kind of bad one. */
public enum TokenKind {

    /** What the service sends. */
    VALID(CallbackTokens::valid),
    /** No {@code Authorization} header. */
    MISSING(tokens -> null),
    /** Not a JWT. */
    MALFORMED(CallbackTokens::malformed),
    /** {@code "alg":"none"} and no signature. */
    UNSIGNED(CallbackTokens::unsigned),
    /** Signed with another key than the one it names. */
    WRONG_KEY(CallbackTokens::forged),
    /** HS256 with the service's public key as the secret. */
    HS256(CallbackTokens::signedWithPublicKey),
    /** Its time is over. */
    EXPIRED(CallbackTokens::expired),
    /** Its time has not come. */
    NOT_YET_VALID(CallbackTokens::notYetValid),
    /** Made by somebody else. */
    WRONG_ISSUER(CallbackTokens::wrongIssuer),
    /** Meant for somebody else. */
    WRONG_AUDIENCE(CallbackTokens::wrongAudience);

    private final Function<CallbackTokens, String> maker;

    TokenKind(Function<CallbackTokens, String> maker) {
        this.maker = maker;
    }

    String make(CallbackTokens tokens) {
        return maker.apply(tokens);
    }
}
