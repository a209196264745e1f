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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;

/** Signs tokens as the service does, and publishes its key on a server of its own. */
public final class TokenIssuer implements AutoCloseable {

    /** For whom the tokens are. */
    public static final String RESOURCE = "7d33c2f4-3f1c-4a55-9d3e-0f5a8c1b2e4d";

    private static final int KEY_BITS = 2048;
    private static final long LIFE_SECONDS = 24 * 3600;

    private final RSAKey key;
    private final HttpServer server;

    /** With a new key, on a random port of this machine. */
    public TokenIssuer() {
        try {
            key = new RSAKeyGenerator(KEY_BITS).keyID("first").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            publish("/configuration", "{\"issuer\":\"" + issuer() + "\",\"jwks_uri\":\"" + issuer() + "/keys\"}");
            publish("/keys", keys().toString());
            server.start();
        } catch (JOSEException e) {
            throw new IllegalStateException("There is no RSA here", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The keys can't be published", e);
        }
    }

    private void publish(String path, String document) {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
    }

    /** {@return who signs} */
    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** {@return where the OpenID configuration is} */
    public URI configuration() {
        return URI.create(issuer() + "/configuration");
    }

    /** {@return the public key} */
    public JWKSet keys() {
        return new JWKSet(key.toPublicJWK());
    }

    /** {@return a token that nobody had before, with the claims of the service} */
    public String next() {
        Instant now = Instant.now();
        JWTClaimsSet claims = new JWTClaimsSet.Builder().issuer(issuer()).audience(RESOURCE).jwtID(UUID.randomUUID().toString())
                .notBeforeTime(Date.from(now.minusSeconds(5))).issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(LIFE_SECONDS))).build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).type(JOSEObjectType.JWT).build(), claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The key does not sign", e);
        }
        return token.serialize();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
