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
package io.acscall.camel.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * What a server shows of itself in the TLS handshake. Nothing is sent after it.
 *
 * @param chain   the certificates that it sent, its own first
 * @param trusted whether an authority vouches for them that Java trusts, and none has expired
 * @param named   whether they are for this host; looked at only where they are trusted
 */
record TlsLook(List<X509Certificate> chain, boolean trusted, boolean named) {

    TlsLook {
        chain = List.copyOf(chain);
    }

    /**
     * Looks.
     *
     * @param  trust        the authorities; {@code null} for Java's own
     * @throws SSLException when there is a connection, but no handshake whatever the certificate
     * @throws IOException  when there is no connection
     */
    static TlsLook at(String host, int port, KeyStore trust, Duration timeout) throws IOException {
        try (Socket plain = new Socket()) {
            Witness witness = new Witness(authorities(trust));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] { witness }, null);
            int millis = Math.toIntExact(timeout.toMillis());
            plain.connect(new InetSocketAddress(host, port), millis);
            plain.setSoTimeout(millis);
            try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true)) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                socket.startHandshake();
            } catch (IOException e) {
                throw new SSLException("no handshake", e);
            }
            return new TlsLook(witness.chain, witness.trusted, witness.named);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has TLS", e);
        }
    }

    private static X509ExtendedTrustManager authorities(KeyStore trust) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trust);
        return Stream.of(factory.getTrustManagers()).filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast).findFirst()
                .orElseThrow(() -> new GeneralSecurityException("no trust manager"));
    }

    /**
     * Lets every certificate pass, so that it can be looked at, and remembers what Java would have said. Never used for
     * a connection on which anything is sent.
     */
    private static final class Witness extends X509ExtendedTrustManager {

        private final X509ExtendedTrustManager authorities;
        private List<X509Certificate> chain = List.of();
        private boolean trusted;
        private boolean named;

        Witness(X509ExtendedTrustManager authorities) {
            this.authorities = authorities;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] shown, String type, Socket socket) {
            chain = List.of(shown);
            trusted = passes(() -> authorities.checkServerTrusted(shown, type));
            named = trusted && passes(() -> authorities.checkServerTrusted(shown, type, socket));
        }

        private static boolean passes(Judgement judgement) {
            try {
                judgement.pass();
                return true;
            } catch (CertificateException e) {
                return false;
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] shown, String type, SSLEngine engine) throws CertificateException {
            authorities.checkServerTrusted(shown, type, engine);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] shown, String type) throws CertificateException {
            authorities.checkServerTrusted(shown, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] shown, String type, Socket socket) throws CertificateException {
            authorities.checkClientTrusted(shown, type, socket);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] shown, String type, SSLEngine engine) throws CertificateException {
            authorities.checkClientTrusted(shown, type, engine);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] shown, String type) throws CertificateException {
            authorities.checkClientTrusted(shown, type);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return authorities.getAcceptedIssuers();
        }
    }

    /** What may be refused. */
    private interface Judgement {

        void pass() throws CertificateException;
    }
}
