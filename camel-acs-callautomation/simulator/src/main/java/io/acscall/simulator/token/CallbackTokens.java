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
import java.util.concurrent.atomic.AtomicReference;
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
    private final Executor executor;
    private final AtomicReference<SigningKey> otherKey = new AtomicReference<>();
    private volatile CompletableFuture<SigningKey> key;

    /**
     * @param issuer   the {@code iss} claim, asked for at each token because it holds the port
     * @param audience the {@code aud} claim: the immutable resource id
     * @param clock    wall clock
     * @param executor makes keys in the background
     */
    public CallbackTokens(Supplier<String> issuer, String audience, Clock clock, Ids ids, Executor executor) {
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
        this.ids = ids;
        this.executor = executor;
        this.key = newKey();
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
        return key.join().sign(claims(issuer.get(), audience, clock.instant()));
    }

    /** Rightly signed, but its five minutes were over an hour ago. */
    public String expired() {
        return key.join().sign(claims(issuer.get(), audience, clock.instant().minus(Duration.ofMinutes(65))));
    }

    /** Rightly signed, but becomes valid only in an hour. */
    public String notYetValid() {
        return key.join().sign(claims(issuer.get(), audience, clock.instant().plus(Duration.ofHours(1))));
    }

    /** Rightly signed, but meant for another resource. */
    public String wrongAudience() {
        return key.join().sign(claims(issuer.get(), FOREIGN_AUDIENCE, clock.instant()));
    }

    /** Rightly signed, but it names another issuer. */
    public String wrongIssuer() {
        return key.join().sign(claims("https://issuer.invalid", audience, clock.instant()));
    }

    /** Names the service's key, but was signed with another one. */
    public String forged() {
        return other().signAs(key.join().keyId(), claims(issuer.get(), audience, clock.instant()));
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
        return key.join().signWithPublicHalf(claims(issuer.get(), audience, clock.instant()));
    }

    /** A token with {@code "alg":"none"} and no signature. */
    public String unsigned() {
        return new PlainJWT(claims(issuer.get(), audience, clock.instant())).serialize();
    }

    /** The key set document behind {@code jwks_uri}. */
    public String publicKeySet() {
        return key.join().publicKeySet();
    }

    /** Completes when tokens can be made at once; {@link #publicKeySet()} doesn't block then. */
    public CompletableFuture<Void> ready() {
        return key.thenApply(made -> null);
    }

    /** The {@code kid} of the tokens that are made now. */
    public String keyId() {
        return key.join().keyId();
    }

    /**
     * Signs with a new key from now on, under a new id; the old key is published no more.
     *
     * @return completes when the new key is in use, with its id; takes some tens to hundreds of milliseconds
     */
    public CompletableFuture<String> rotate() {
        CompletableFuture<SigningKey> next = newKey();
        return next.thenApply(made -> {
            key = next;
            return made.keyId();
        });
    }

    private CompletableFuture<SigningKey> newKey() {
        String keyId = ids.uuid();
        return CompletableFuture.supplyAsync(() -> SigningKey.generate(keyId), executor);
    }

    /** A key of somebody else; made when it is first asked for. */
    private SigningKey other() {
        if (otherKey.get() == null) {
            otherKey.compareAndSet(null, SigningKey.generate("other"));
        }
        return otherKey.get();
    }

    private JWTClaimsSet claims(String claimedIssuer, String claimedAudience, Instant from) {
        return new JWTClaimsSet.Builder().issuer(claimedIssuer).audience(claimedAudience).jwtID(ids.uuid())
                .issueTime(Date.from(from)).notBeforeTime(Date.from(from)).expirationTime(Date.from(from.plus(LIFE))).build();
    }
}
