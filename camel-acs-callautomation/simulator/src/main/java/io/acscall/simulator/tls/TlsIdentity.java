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
package io.acscall.simulator.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Locale;
import java.util.stream.Stream;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509KeyManager;

/**
 * The certificate and private key with which the simulator shows who it is, and what others need to believe it. The key
 * leaves no trace in messages.
 */
public final class TlsIdentity {

    /** The password of a truststore; there is no secret in one, but Java asks for it. */
    public static final String TRUSTSTORE_PASSWORD = "changeit";

    private static final String ALIAS = "acs-call-simulator";
    private static final String TYPE = "PKCS12";
    private static final int LINE = 64;

    private final X509KeyManager keys;
    private final Certificate anchor;

    private TlsIdentity(X509KeyManager keys, Certificate anchor) {
        this.keys = keys;
        this.anchor = anchor;
    }

    /**
     * A new key and a certificate for {@code localhost} and {@code 127.0.0.1} that is good for a month; takes about a
     * second.
     *
     * @throws IllegalStateException when the keytool of the running Java cannot be run
     */
    public static TlsIdentity selfSigned() {
        return SelfSigned.create();
    }

    /**
     * The first private key of a keystore, and its certificates.
     *
     * @param  keystore              a PKCS12 file
     * @param  password              of the keystore and of the key
     * @throws IllegalStateException when it cannot be opened or holds no private key; names the file
     */
    public static TlsIdentity of(Path keystore, char[] password) {
        try (InputStream stream = Files.newInputStream(keystore)) {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(stream, password);
            return new TlsIdentity(keyManager(store, password), anchor(keystore, store));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The keystore " + keystore + " cannot be opened; it must be a PKCS12 file, and its password the right one: "
                                            + e.getMessage(),
                    e);
        }
    }

    /** The key and the certificates, for servers. */
    public X509KeyManager keys() {
        return keys;
    }

    /** The certificate to trust, in PEM: the simulator's own, or the last one of its chain. */
    public String pem() {
        try {
            byte[] line = System.lineSeparator().getBytes(StandardCharsets.US_ASCII);
            return String.join(System.lineSeparator(), "-----BEGIN CERTIFICATE-----",
                    Base64.getMimeEncoder(LINE, line).encodeToString(anchor.getEncoded()), "-----END CERTIFICATE-----", "");
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("The certificate cannot be written", e);
        }
    }

    /** For clients in the same JVM: trusts this certificate and no other. */
    public SSLContext clientContext() {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(truststore());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The certificate cannot be used", e);
        }
    }

    /**
     * Writes what others have to trust.
     *
     * @param  file                  replaced if it is there; a PKCS12 truststore with the password
     *                               {@link #TRUSTSTORE_PASSWORD} when its name ends in {@code .p12}, else PEM
     * @throws IllegalStateException when it cannot be written
     */
    public void writeTrust(Path file) {
        try {
            if (isTruststore(file)) {
                try (var stream = Files.newOutputStream(file)) {
                    truststore().store(stream, TRUSTSTORE_PASSWORD.toCharArray());
                }
            } else {
                Files.writeString(file, pem());
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The file " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Whether {@link #writeTrust} makes a truststore of Java of it. */
    public static boolean isTruststore(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".p12");
    }

    private KeyStore truststore() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(TYPE);
        store.load(null, null);
        store.setCertificateEntry(ALIAS, anchor);
        return store;
    }

    private static X509KeyManager keyManager(KeyStore store, char[] password) throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        return Stream.of(factory.getKeyManagers()).filter(X509KeyManager.class::isInstance).map(X509KeyManager.class::cast)
                .findFirst().orElseThrow(() -> new KeyStoreException("Java has no key manager for X.509"));
    }

    private static Certificate anchor(Path keystore, KeyStore store) throws KeyStoreException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias) && store.getCertificateChain(alias) != null) {
                return Arrays.asList(store.getCertificateChain(alias)).get(store.getCertificateChain(alias).length - 1);
            }
        }
        throw new IllegalStateException("The keystore " + keystore + " holds no private key with a certificate");
    }
}
