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
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/** Makes the tokens that the service would make, and all that it would not. */
final class Tokens {

    static final String ISSUER = "https://issuer.invalid";
    static final String RESOURCE = "7d33c2f4-3f1c-4a55-9d3e-0f5a8c1b2e4d";
    static final RSAKey FIRST_KEY = key("first");
    static final RSAKey SECOND_KEY = key("second");
    /** Of a stranger, under the name of a good one. */
    static final RSAKey FORGED_KEY = key("first");

    private final Clock clock;

    Tokens(Clock clock) {
        this.clock = clock;
    }

    String good() {
        return good(FIRST_KEY);
    }

    String good(RSAKey key) {
        return signed(key, claims -> {
        });
    }

    String signed(RSAKey key, Consumer<JWTClaimsSet.Builder> change) {
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).type(JOSEObjectType.JWT).build();
            return signed(header, new RSASSASigner(key), change);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String signed(JWSHeader header, JWSSigner signer, Consumer<JWTClaimsSet.Builder> change) {
        try {
            SignedJWT token = new SignedJWT(header, claims(change));
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(ISSUER).audience(List.of(RESOURCE))
                .notBeforeTime(at(Duration.ofSeconds(-5))).issueTime(at(Duration.ZERO))
                .expirationTime(at(Duration.ofMinutes(5)));
        change.accept(claims);
        return claims.build();
    }

    Date at(Duration fromNow) {
        return Date.from(clock.instant().plus(fromNow));
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
