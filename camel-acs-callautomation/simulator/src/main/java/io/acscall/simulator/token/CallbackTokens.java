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
import java.util.Date;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.acscall.simulator.id.Ids;

/**
 * The bearer tokens of callbacks (JWT, RS256, five minutes), the good one and each kind of bad one. Every method makes
 * a new token in compact form. The keys are made in the background; the first call waits for them if need be.
 */
public final class CallbackTokens {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final String FOREIGN_AUDIENCE = "99999999-9999-4999-8999-999999999999";

    private final Supplier<String> issuer;
    private final String audience;
    private final Clock clock;
    private final Ids ids;
    private final KeyRing keys;
    private final Duration life;

    /**
     * @param issuer   the {@code iss} claim, asked for at each token because it holds the port
     * @param audience the {@code aud} claim: the immutable resource id
     * @param clock    wall clock
     * @param executor makes keys in the background
     */
    public CallbackTokens(Supplier<String> issuer, String audience, Clock clock, Ids ids, Executor executor) {
        this(issuer, audience, clock, ids, new KeyRing(ids, executor), LIFE);
    }

    private CallbackTokens(Supplier<String> issuer, String audience, Clock clock, Ids ids, KeyRing keys, Duration life) {
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
        this.ids = ids;
        this.keys = keys;
        this.life = life;
    }

    /** Tokens that are signed with the same keys for the same audience, but live longer. */
    public CallbackTokens living(Duration time) {
        return new CallbackTokens(issuer, audience, clock, ids, keys, time);
    }

    /**
     * A new token of any kind.
     *
     * @return in compact form; null for {@link TokenKind#MISSING}
     */
    public String of(TokenKind kind) {
        return kind.make(this);
    }

    /** A token that the service would send. */
    public String valid() {
        return keys.current().sign(claims(issuer.get(), audience, clock.instant()));
    }

    /** Rightly signed, but its time was over an hour ago. */
    public String expired() {
        return keys.current().sign(claims(issuer.get(), audience, clock.instant().minus(life).minus(Duration.ofHours(1))));
    }

    /** Rightly signed, but becomes valid only in an hour. */
    public String notYetValid() {
        return keys.current().sign(claims(issuer.get(), audience, clock.instant().plus(Duration.ofHours(1))));
    }

    /** Rightly signed, but meant for another resource. */
    public String wrongAudience() {
        return keys.current().sign(claims(issuer.get(), FOREIGN_AUDIENCE, clock.instant()));
    }

    /** Rightly signed, but it names another issuer. */
    public String wrongIssuer() {
        return keys.current().sign(claims("https://issuer.invalid", audience, clock.instant()));
    }

    /** Names the service's key, but was signed with another one. */
    public String forged() {
        return keys.other().signAs(keys.current().keyId(), claims(issuer.get(), audience, clock.instant()));
    }

    /** Three parts as a JWT has, of which none is JSON. */
    public String malformed() {
        return "not.a.token";
    }

    /**
     * Signed by HMAC (HS256) with the service's public key, in PEM form, as the secret: takes in whoever lets the token
     * choose the algorithm.
     */
    public String signedWithPublicKey() {
        return keys.current().signWithPublicHalf(claims(issuer.get(), audience, clock.instant()));
    }

    /** A token with {@code "alg":"none"} and no signature. */
    public String unsigned() {
        return new PlainJWT(claims(issuer.get(), audience, clock.instant())).serialize();
    }

    /** The key set document behind {@code jwks_uri}. */
    public String publicKeySet() {
        return keys.current().publicKeySet();
    }

    /** Completes when tokens can be made at once; {@link #publicKeySet()} doesn't block then. */
    public CompletableFuture<Void> ready() {
        return keys.ready();
    }

    /** The {@code kid} of the tokens that are made now. */
    public String keyId() {
        return keys.current().keyId();
    }

    /**
     * Signs with a new key from now on, under a new id; the old key is published no more.
     *
     * @return completes when the new key is in use, with its id; takes some tens to hundreds of milliseconds
     */
    public CompletableFuture<String> rotate() {
        return keys.rotate();
    }

    private JWTClaimsSet claims(String claimedIssuer, String claimedAudience, Instant from) {
        return new JWTClaimsSet.Builder().issuer(claimedIssuer).audience(claimedAudience).jwtID(ids.uuid())
                .issueTime(Date.from(from)).notBeforeTime(Date.from(from)).expirationTime(Date.from(from.plus(life))).build();
    }
}
