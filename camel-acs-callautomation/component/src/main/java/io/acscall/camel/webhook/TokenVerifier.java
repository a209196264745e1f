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

import java.text.ParseException;
import java.util.regex.Pattern;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;

/**
 * Verifies a JWT: RS256 only, signed with one of the issuer's keys, and saying what {@link ClaimsCheck} asks for. The
 * claims are looked at twice: before the signature, so that a stranger's token costs neither a fetch of keys nor an RSA
 * operation, and after it, when they can be believed.
 */
final class TokenVerifier {

    /** The tokens of the service are about 1 KB, those of Entra up to 4. */
    private static final int LONGEST_TOKEN = 16 * 1024;
    /** The decoder skips letters that do not belong there; nobody who is honest sends any. */
    private static final Pattern COMPACT = Pattern.compile("[\\w-]++\\.[\\w-]++\\.[\\w-]*+");

    private final ClaimsCheck claims;
    private final JOSEObjectTypeVerifier<SecurityContext> types
            = new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null);
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    TokenVerifier(JWKSource<SecurityContext> keys, ClaimsCheck claims) {
        this.claims = claims;
        processor.setJWSTypeVerifier(types);
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        processor.setJWTClaimsSetVerifier((claimsSet, context) -> {
            AuthResult result = claims.check(claimsSet);
            if (!result.accepted()) {
                throw new RefusedTokenException(result);
            }
        });
    }

    AuthResult verify(String token) {
        if (token.length() > LONGEST_TOKEN || !COMPACT.matcher(token).matches()) {
            return AuthResult.refused(Refusal.MALFORMED,
                    "the token has not the form of a JWT, or over " + LONGEST_TOKEN + " letters");
        }
        try {
            if (!(JWTParser.parse(token) instanceof SignedJWT signed)
                    || !JWSAlgorithm.RS256.equals(signed.getHeader().getAlgorithm())) {
                return AuthResult.refused(Refusal.ALGORITHM, "the token is not signed with RS256");
            }
            types.verify(signed.getHeader().getType(), null);
            AuthResult first = claims.check(signed.getJWTClaimsSet());
            return first.accepted() ? verify(signed) : first;
        } catch (ParseException | BadJOSEException | RuntimeException e) {
            return AuthResult.refused(Refusal.MALFORMED, "the token is no JWT that can be read");
        }
    }

    private AuthResult verify(SignedJWT token) {
        try {
            processor.process(token, null);
            return AuthResult.ok();
        } catch (RefusedTokenException e) {
            return e.result;
        } catch (BadJWSException e) {
            return AuthResult.refused(Refusal.SIGNATURE, "the signature does not fit the issuer's key");
        } catch (BadJOSEException e) {
            return AuthResult.refused(Refusal.UNKNOWN_KEY, "the issuer publishes no RS256 key with the token's key id");
        } catch (KeySourceException e) {
            return AuthResult.refused(Refusal.KEYS_UNAVAILABLE, "the issuer's keys cannot be had: " + e.getMessage());
        } catch (JOSEException e) {
            return AuthResult.refused(Refusal.SIGNATURE, "the signature cannot be checked");
        }
    }

    private static final class RefusedTokenException extends BadJWTException {

        private static final long serialVersionUID = 1L;

        private final transient AuthResult result;

        RefusedTokenException(AuthResult result) {
            super(result.detail());
            this.result = result;
        }
    }
}
