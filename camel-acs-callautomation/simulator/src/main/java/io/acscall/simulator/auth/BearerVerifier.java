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
package io.acscall.simulator.auth;

import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Set;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import io.acscall.simulator.http.ServiceFault;

/**
 * Checks bearer tokens. There is no directory here that could have signed one, so any token that is not empty will do;
 * a strict simulator wants at least a JWT for the service's audience that has not expired.
 */
final class BearerVerifier {

    /** The sub code of an invalid token. */
    private static final String CODE = "7501";
    private static final Set<String> AUDIENCES
            = Set.of("https://communication.azure.com", "https://communication.azure.com/");

    private final boolean strict;
    private final Clock clock;

    BearerVerifier(boolean strict, Clock clock) {
        this.strict = strict;
        this.clock = clock;
    }

    void verify(String token) {
        if (token.isBlank()) {
            throw ServiceFault.unauthorized(CODE, "MissingToken", "The bearer token is empty.");
        }
        if (strict) {
            verifyClaims(token);
        }
    }

    private void verifyClaims(String token) {
        JWTClaimsSet claims;
        try {
            claims = JWTParser.parse(token).getJWTClaimsSet();
        } catch (ParseException e) {
            throw ServiceFault.unauthorized(CODE, "MalformedToken", "The bearer token is not a JWT.");
        }
        Date expiry = claims.getExpirationTime();
        if (expiry == null || expiry.toInstant().isBefore(clock.instant())) {
            throw ServiceFault.unauthorized(CODE, "ExpiredToken", "The bearer token has expired or has no expiry.");
        }
        if (claims.getAudience().stream().noneMatch(AUDIENCES::contains)) {
            throw ServiceFault.unauthorized(CODE, "WrongAudience",
                    "The bearer token is not for https://communication.azure.com.");
        }
    }
}
