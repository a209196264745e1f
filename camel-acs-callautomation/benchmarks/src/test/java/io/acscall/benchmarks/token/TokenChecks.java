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
package io.acscall.benchmarks.token;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.acscall.camel.webhook.CallbackAuthenticator;
import io.acscall.camel.webhook.KeySchedule;

/** The check of a callback's token by the component, and by nothing but Nimbus with the key at hand. */
public final class TokenChecks implements AutoCloseable {

    private final TokenIssuer issuer = new TokenIssuer();
    private final String[] tokens;
    private final ExecutorService refresher = Executors.newSingleThreadExecutor();
    private final CallbackAuthenticator component;
    private final DefaultJWTProcessor<SecurityContext> nimbus = new DefaultJWTProcessor<>();
    private int next;

    /**
     * Makes both ready.
     *
     * @param distinct how many different tokens are checked in turn
     */
    public TokenChecks(int distinct) {
        tokens = IntStream.range(0, distinct).mapToObj(number -> issuer.next()).toArray(String[]::new);
        component = new CallbackAuthenticator(
                Set.of(TokenIssuer.RESOURCE), issuer.configuration().toString(), KeySchedule.standard(), refresher,
                Clock.systemUTC());
        nimbus.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, new ImmutableJWKSet<>(issuer.keys())));
        nimbus.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                TokenIssuer.RESOURCE, new JWTClaimsSet.Builder().issuer(issuer.issuer()).build(), Set.of("exp", "nbf")));
    }

    private String token() {
        next = next + 1 < tokens.length ? next + 1 : 0;
        return tokens[next];
    }

    /** {@return whether the component lets the next token in} */
    public boolean byComponent() {
        return component.authenticate("Bearer " + token()).accepted();
    }

    /** {@return the claims of the next token as Nimbus verified them} */
    public JWTClaimsSet byNimbus() {
        try {
            return nimbus.process(token(), null);
        } catch (java.text.ParseException | BadJOSEException | JOSEException e) {
            throw new IllegalStateException("A good token was refused", e);
        }
    }

    @Override
    public void close() {
        component.close();
        refresher.shutdownNow();
        issuer.close();
    }
}
