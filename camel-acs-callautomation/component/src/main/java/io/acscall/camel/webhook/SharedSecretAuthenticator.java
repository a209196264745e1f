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

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Event Grid deliveries prove by a shared secret that they come from the right subscription: Event Grid signs nothing,
 * but sends what a subscription was given, as a delivery header or in the query of its address. Two secrets may be
 * valid at once, so that one can be replaced without losing a delivery.
 */
public final class SharedSecretAuthenticator implements RequestAuthenticator {

    /** The header that may carry the secret. */
    public static final String HEADER = "X-Acs-Call-Secret";
    /** The query parameter that may carry the secret. */
    public static final String QUERY_PARAMETER = "secret";

    private static final int MOST_SECRETS = 2;

    private final List<SecretText> accepted;

    /**
     * Accepts these secrets.
     *
     * @param  secrets                  one or two, none of them blank
     * @throws IllegalArgumentException when there are none, more, or a blank one; the message names the option
     *                                  {@code eventGridSecret} and never a secret
     */
    public SharedSecretAuthenticator(Collection<String> secrets) {
        if (secrets.isEmpty() || secrets.size() > MOST_SECRETS || secrets.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    "Option eventGridSecret takes one secret, or two while the first is being replaced, and none may be blank"
                                               + " (seen: " + secrets.size() + "). Example: a random text of 32 letters");
        }
        this.accepted = secrets.stream().map(SecretText::of).toList();
    }

    /** Lets the request in when its header or its query parameter holds one of the secrets. */
    @Override
    public AuthResult authenticate(InboundRequest request) {
        List<String> presented = Stream.of(request.header(HEADER), request.queryParameter(QUERY_PARAMETER))
                .flatMap(Optional::stream).toList();
        if (presented.isEmpty()) {
            return AuthResult.refused(
                    Refusal.MISSING, "neither header " + HEADER + " nor query parameter " + QUERY_PARAMETER + " is there");
        }
        return isAccepted(presented)
                ? AuthResult.ok() : AuthResult.refused(Refusal.WRONG, "the secret is not one of the accepted ones");
    }

    /**
     * Compares always all of them: the time it takes does not tell which one fits.
     */
    private boolean isAccepted(List<String> presented) {
        boolean fits = false;
        for (String one : presented) {
            for (SecretText other : accepted) {
                fits |= other.isSameAs(one);
            }
        }
        return fits;
    }
}
