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
package io.acscall.simulator.token;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/** An RSA key of the pretended service: signs callback tokens, shows its public half. Made anew for each simulator. */
final class SigningKey {

    private static final int BITS = 2048;

    private final RSAKey key;
    private final RSASSASigner signer;

    private SigningKey(RSAKey key, RSASSASigner signer) {
        this.key = key;
        this.signer = signer;
    }

    /** Makes a key; takes some tens to hundreds of milliseconds. */
    static SigningKey generate(String keyId) {
        try {
            RSAKey key
                    = new RSAKeyGenerator(BITS).keyID(keyId).keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.RS256).generate();
            return new SigningKey(key, new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java runtime cannot make an RSA key for callback tokens", e);
        }
    }

    String sign(JWTClaimsSet claims) {
        return signAs(key.getKeyID(), claims);
    }

    /** Signs with this key under the id of another one. */
    String signAs(String keyId, JWTClaimsSet claims) {
        return sign(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId), claims, signer);
    }

    /** Signs by HMAC, with the public half of this key as the secret. */
    String signWithPublicHalf(JWTClaimsSet claims) {
        try {
            String pem = "-----BEGIN PUBLIC KEY-----\n"
                         + Base64.getMimeEncoder().encodeToString(key.toRSAPublicKey().getEncoded())
                         + "\n-----END PUBLIC KEY-----\n";
            return sign(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()), claims,
                    new MACSigner(pem.getBytes(StandardCharsets.US_ASCII)));
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java runtime cannot sign with HMAC", e);
        }
    }

    private static String sign(JWSHeader.Builder header, JWTClaimsSet claims, JWSSigner with) {
        SignedJWT token = new SignedJWT(header.type(JOSEObjectType.JWT).build(), claims);
        try {
            token.sign(with);
        } catch (JOSEException e) {
            throw new IllegalStateException("A callback token could not be signed", e);
        }
        return token.serialize();
    }

    String keyId() {
        return key.getKeyID();
    }

    /** The key set document, public halves only. */
    String publicKeySet() {
        return new JWKSet(key).toString(true);
    }
}
