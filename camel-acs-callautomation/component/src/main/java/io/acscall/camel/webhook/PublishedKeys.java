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
import java.text.ParseException;
import java.util.Map;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetParseException;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches an issuer's keys: first its OpenID configuration, then the key set that this names. Both each time, so that
 * keys that have moved are found; caching, rate limit and patience in an outage stand around it and so cover both
 * documents.
 */
final class PublishedKeys implements JWKSetSource<SecurityContext> {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedKeys.class);

    private final URI configurationUri;
    private final ResourceRetriever retriever;
    private volatile Configuration configuration;

    PublishedKeys(URI configurationUri, ResourceRetriever retriever) {
        this.configurationUri = configurationUri;
        this.retriever = retriever;
    }

    /** What the OpenID configuration says of itself; {@code null} before it has been fetched. */
    String issuer() {
        Configuration known = configuration;
        return known == null ? null : known.issuer();
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator evaluator, long currentTime, SecurityContext context)
            throws JWKSetUnavailableException {
        Configuration current = currentConfiguration();
        JWKSet keys = keys(current.jwksUri());
        // an empty set would refuse every token; keys that were known a moment ago are the better guess
        if (keys.isEmpty()) {
            throw new JWKSetParseException("The key set of " + configurationUri + " is empty", null);
        }
        configuration = current;
        return keys;
    }

    @Override
    public void close() {
        // holds nothing
    }

    /** The configuration of this moment, or else the last one that was good: the address of keys seldom changes. */
    private Configuration currentConfiguration() throws JWKSetUnavailableException {
        try {
            return fetchConfiguration();
        } catch (JWKSetUnavailableException e) {
            Configuration last = configuration;
            if (last == null) {
                throw e;
            }
            LOG.debug("{}; the key address of the last one is used", e.getMessage());
            return last;
        }
    }

    private Configuration fetchConfiguration() throws JWKSetUnavailableException {
        try {
            Map<String, Object> document = JSONObjectUtils.parse(fetch(configurationUri));
            String issuer = JSONObjectUtils.getString(document, "issuer");
            URI jwksUri = JSONObjectUtils.getURI(document, "jwks_uri");
            if (issuer == null || issuer.isBlank() || jwksUri == null || !isAllowed(jwksUri)) {
                throw new JWKSetParseException(
                        "The OpenID configuration at " + configurationUri + " lacks an issuer or a safe jwks_uri", null);
            }
            return new Configuration(issuer, jwksUri);
        } catch (ParseException e) {
            throw new JWKSetParseException("The OpenID configuration at " + configurationUri + " is no such document", e);
        }
    }

    private boolean isAllowed(URI jwksUri) {
        return OpenIdAddress.isSafe(jwksUri)
                && (!OpenIdAddress.isLoopbackHttp(jwksUri) || OpenIdAddress.isLoopbackHttp(configurationUri));
    }

    private JWKSet keys(URI jwksUri) throws JWKSetUnavailableException {
        try {
            return JWKSet.parse(fetch(jwksUri));
        } catch (ParseException e) {
            throw new JWKSetParseException("The key set at " + jwksUri + " is no such document", e);
        }
    }

    private String fetch(URI address) throws JWKSetRetrievalException {
        try {
            return retriever.retrieveResource(address.toURL()).getContent();
        } catch (IOException e) {
            throw new JWKSetRetrievalException("No answer from " + address + ": " + e.getMessage(), e);
        }
    }

    private record Configuration(String issuer, URI jwksUri) {
    }
}
