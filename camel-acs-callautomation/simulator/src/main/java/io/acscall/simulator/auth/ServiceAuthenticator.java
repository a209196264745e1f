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

import java.time.Clock;

import io.acscall.simulator.http.ServiceFault;

/** Who may use the REST operations: holders of the access key, and holders of a Microsoft Entra token. */
public final class ServiceAuthenticator {

    private static final String HMAC = "HMAC-SHA256";
    private static final String BEARER = "bearer ";

    private final HmacVerifier hmac;
    private final BearerVerifier bearer;

    /**
     * @param accessKey base64 of the access key
     * @param strict    whether bearer tokens are looked into
     * @param clock     wall clock
     */
    public ServiceAuthenticator(String accessKey, boolean strict, Clock clock) {
        this.hmac = new HmacVerifier(new HmacSignature(accessKey), clock);
        this.bearer = new BearerVerifier(strict, clock);
    }

    /**
     * @throws ServiceFault 401 when the request is not authenticated; its inner error says what is wrong
     */
    public void authenticate(SignedRequest request) {
        String authorization = request.header().apply("authorization");
        if (authorization == null || authorization.isBlank()) {
            throw ServiceFault.unauthorized("7501", "MissingAuthorization", "There is no Authorization header.");
        }
        if (authorization.startsWith(HMAC)) {
            hmac.verify(request, authorization);
        } else if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            bearer.verify(authorization.substring(BEARER.length()));
        } else {
            throw ServiceFault.unauthorized("7501", "UnknownScheme",
                    "Authorization must be of the scheme HMAC-SHA256 or Bearer.");
        }
    }
}
