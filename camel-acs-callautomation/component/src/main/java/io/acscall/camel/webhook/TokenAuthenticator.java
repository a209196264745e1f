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

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whoever knocks proves by a JWT who sends it: {@code Authorization: Bearer}, RS256, signed with a key that the issuer
 * publishes, for us, and within its time (60 s of difference between clocks are forgiven). Nothing is fetched before
 * the first token comes.
 */
abstract class TokenAuthenticator implements RequestAuthenticator {

    static final Duration SKEW = Duration.ofSeconds(60);

    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+)", Pattern.CASE_INSENSITIVE);

    private final URI configurationUri;
    private final KeySchedule schedule;
    private final ExecutorService refresher;
    private final Clock clock;
    /** The library for tokens costs every start some hundred classes: made for the first token or look at the keys. */
    private volatile Verification verification;

    TokenAuthenticator(URI configurationUri, KeySchedule schedule, ExecutorService refresher, Clock clock) {
        this.configurationUri = configurationUri;
        this.schedule = schedule;
        this.refresher = refresher;
        this.clock = clock;
    }

    /** What verifies tokens, and the keys that it does so with. */
    private record Verification(SigningKeys keys, TokenVerifier verifier) {
    }

    /** What tokens must say of themselves; called once, before the first is read. */
    abstract ClaimsCheck claims(SigningKeys keys);

    final Clock clock() {
        return clock;
    }

    private Verification verification() {
        return verification == null ? makeOnce() : verification;
    }

    private synchronized Verification makeOnce() {
        if (verification == null) {
            SigningKeys keys = new SigningKeys(configurationUri, schedule, refresher, clock);
            verification = new Verification(keys, new TokenVerifier(keys, claims(keys)));
        }
        return verification;
    }

    @Override
    public final AuthResult authenticate(InboundRequest request) {
        return authenticate(request.header("Authorization").orElse(null));
    }

    /**
     * Looks at the one header that matters.
     *
     * @param  authorizationHeader the value of {@code Authorization}; {@code null} where the request has none
     * @return                     whether the request is let in
     */
    public final AuthResult authenticate(String authorizationHeader) {
        if (authorizationHeader == null || authorizationHeader.isBlank()) {
            return AuthResult.refused(Refusal.MISSING, "there is no Authorization header");
        }
        Matcher bearer = BEARER.matcher(authorizationHeader.strip());
        return bearer.matches()
                ? verification().verifier().verify(bearer.group(1))
                : AuthResult.refused(Refusal.MALFORMED, "the Authorization header holds no bearer token");
    }

    /** {@return whether the issuer's keys have been fetched at least once} */
    public final boolean isReady() {
        return verification != null && verification.keys().issuer() != null;
    }

    @Override
    public final Optional<String> missingKeys() {
        return verification().keys().missing();
    }

    /** Lets go of the keys; the executor stays the caller's. */
    @Override
    public final synchronized void close() {
        if (verification != null) {
            verification.keys().close();
        }
    }
}
