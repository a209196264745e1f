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

import java.io.IOException;
import java.net.URI;
import java.time.Duration;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.util.DefaultResourceRetriever;

/**
 * One look at what an issuer publishes, to see whether its tokens could be checked. Nothing is kept.
 *
 * @param issuer what the OpenID configuration says of itself
 * @param keys   how many keys are there that a token can be signed with
 */
public record KeyLook(String issuer, int keys) {

    private static final int LARGEST_DOCUMENT = 100 * 1024;

    /**
     * Fetches the configuration and the keys once, in the same way as a webhook does.
     *
     * @param  option                   the option that holds the address, for the message
     * @param  address                  of the OpenID configuration
     * @param  timeout                  to connect and to read, each
     * @return                          what is there
     * @throws IllegalArgumentException when the address is neither https nor http on this machine
     * @throws IOException              when one of them can't be had or is no such document
     */
    public static KeyLook at(String option, String address, Duration timeout) throws IOException {
        URI configuration = OpenIdAddress.ofOption(option, address, CallbackAuthenticator.PUBLISHED_CONFIGURATION);
        int millis = Math.toIntExact(timeout.toMillis());
        PublishedKeys published
                = new PublishedKeys(configuration, new DefaultResourceRetriever(millis, millis, LARGEST_DOCUMENT));
        try {
            JWKSet set = published.getJWKSet(null, 0, null);
            return new KeyLook(published.issuer(), (int) set.getKeys().stream().filter(KeyLook::canSign).count());
        } catch (KeySourceException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static boolean canSign(JWK key) {
        return KeyType.RSA.equals(key.getKeyType()) && !KeyUse.ENCRYPTION.equals(key.getKeyUse());
    }
}
