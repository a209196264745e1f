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

import io.acscall.simulator.token.TokenKind;

/** What can be wrong with a connection of a stream of audio or words. */
public enum StreamFault {

    /** It does not come about, as if nobody had answered. */
    REFUSED("refused"),
    /** It breaks after some frames, with close code 1011; the service connects again. */
    DROPPED("dropped"),
    /** The service ends the stream after some frames, for no fault of the application. */
    SHUTDOWN("shutdown"),
    /** It has no token. */
    MISSING_TOKEN("missingToken", TokenKind.MISSING),
    /** Its token is no JWT. */
    MALFORMED_TOKEN("malformedToken", TokenKind.MALFORMED),
    /** Its token has {@code "alg":"none"}. */
    UNSIGNED_TOKEN("unsignedToken", TokenKind.UNSIGNED),
    /** Its token was signed with another key than the one it names. */
    WRONG_KEY_TOKEN("wrongKeyToken", TokenKind.WRONG_KEY),
    /** Its token was signed by HMAC with the public key as the secret. */
    HS256_TOKEN("hs256Token", TokenKind.HS256),
    /** Its token has expired. */
    EXPIRED_TOKEN("expiredToken", TokenKind.EXPIRED),
    /** Its token becomes valid in an hour. */
    NOT_YET_VALID_TOKEN("notYetValidToken", TokenKind.NOT_YET_VALID),
    /** Its token names another issuer. */
    WRONG_ISSUER_TOKEN("wrongIssuerToken", TokenKind.WRONG_ISSUER),
    /** Its token is for another resource. */
    WRONG_AUDIENCE_TOKEN("wrongAudienceToken", TokenKind.WRONG_AUDIENCE);

    private final String wireName;
    private final TokenKind token;

    StreamFault(String wireName) {
        this(wireName, TokenKind.VALID);
    }

    StreamFault(String wireName, TokenKind token) {
        this.wireName = wireName;
        this.token = token;
    }

    /** The name in JSON and on the timeline. */
    public String wireName() {
        return wireName;
    }

    /** The token the connection gets; {@link TokenKind#VALID} for faults that are not about tokens. */
    public TokenKind token() {
        return token;
    }
}
