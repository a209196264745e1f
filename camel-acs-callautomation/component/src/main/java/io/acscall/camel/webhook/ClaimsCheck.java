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
package io.acscall.camel.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.nimbusds.jwt.JWTClaimsSet;

/**
 * Whether what a token says of itself is what we ask for: time, issuer, audience, sender. Says nothing of its
 * signature.
 */
final class ClaimsCheck {

    private static final int LONGEST_IN_LOG = 100;

    private final Supplier<Set<String>> issuers;
    private final Set<String> audiences;
    private final String application;
    private final Duration skew;
    private final Clock clock;

    /**
     * @param issuers     gives the issuers that are trusted, none as long as they are not known; they are not compared
     *                    then
     * @param audiences   who we are; GUIDs are compared without case
     * @param application the id of the only application that may send, {@code null} for any that gets a token for us
     * @param skew        how far the issuer's clock may be from ours
     */
    ClaimsCheck(Supplier<Set<String>> issuers, Set<String> audiences, String application, Duration skew, Clock clock) {
        this.issuers = issuers;
        this.audiences = Set.copyOf(audiences);
        this.application = application;
        this.skew = skew;
        this.clock = clock;
    }

    AuthResult check(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Date expires = claims.getExpirationTime();
        if (expires == null) {
            return AuthResult.refused(Refusal.MALFORMED, "the token has no exp");
        }
        if (!now.isBefore(expires.toInstant().plus(skew))) {
            return AuthResult.refused(Refusal.EXPIRED, "the token expired at " + expires.toInstant());
        }
        Date begins = claims.getNotBeforeTime();
        if (begins != null && now.plus(skew).isBefore(begins.toInstant())) {
            return AuthResult.refused(Refusal.NOT_YET_VALID, "the token is valid from " + begins.toInstant());
        }
        return checkParties(claims);
    }

    private AuthResult checkParties(JWTClaimsSet claims) {
        Set<String> trusted = issuers.get();
        if (claims.getIssuer() == null || !trusted.isEmpty() && !trusted.contains(claims.getIssuer())) {
            return AuthResult.refused(
                    Refusal.ISSUER, "the token's issuer is " + printable(claims.getIssuer()) + ", not " + trusted);
        }
        List<String> audience = claims.getAudience();
        if (audience.stream().noneMatch(one -> audiences.stream().anyMatch(ours -> isSame(ours, one)))) {
            return AuthResult.refused(Refusal.AUDIENCE, "the token is for " + printable(audience) + ", not for " + audiences);
        }
        return application == null ? AuthResult.ok() : checkApplication(claims);
    }

    /** Older tokens of Entra name it {@code appid}, newer ones {@code azp}; where both are there, both count. */
    private AuthResult checkApplication(JWTClaimsSet claims) {
        List<Object> named = Stream.of("azp", "appid").map(claims::getClaim).filter(Objects::nonNull).toList();
        return !named.isEmpty() && named.stream().allMatch(one -> application.equalsIgnoreCase(one.toString()))
                ? AuthResult.ok()
                : AuthResult.refused(
                        Refusal.APPLICATION, "the token was given to " + printable(named) + ", not to " + application);
    }

    private static boolean isSame(String ours, String theirs) {
        return ours.equals(theirs) || Guid.is(ours) && ours.equalsIgnoreCase(theirs);
    }

    /** What a stranger wrote, made fit for a log. */
    private static String printable(Object text) {
        String printable = String.valueOf(text).replaceAll("[^\\w:/.,\\[\\] -]", "?");
        return printable.length() <= LONGEST_IN_LOG ? printable : printable.substring(0, LONGEST_IN_LOG) + "...";
    }
}
