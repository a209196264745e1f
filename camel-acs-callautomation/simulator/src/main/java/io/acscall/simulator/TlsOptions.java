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
package io.acscall.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.acscall.simulator.tls.TlsIdentity;

/**
 * How the program is to speak TLS.
 *
 * @param keystore     PKCS12 file with key and certificate, or null for a certificate made at start
 * @param passwordFile holds the password of the keystore, or null when {@link #PASSWORD} does
 * @param trust        where to write what applications have to trust, or null for nowhere
 */
record TlsOptions(Path keystore, Path passwordFile, Path trust) {

    /** The environment variable with the password of the keystore. */
    static final String PASSWORD = "ACS_SIMULATOR_KEYSTORE_PASSWORD";

    /** A certificate that is made at start, and written nowhere. */
    static final TlsOptions SELF_SIGNED = new TlsOptions(null, null, null);

    /**
     * @throws IllegalStateException with a sentence for the user
     */
    void addTo(AcsSimulatorBuilder builder) {
        if (keystore == null) {
            builder.tls();
        } else {
            builder.tls(keystore, password());
        }
    }

    private char[] password() {
        if (passwordFile == null) {
            String password = System.getenv(PASSWORD);
            if (password == null) {
                throw new IllegalStateException(
                        "The keystore needs its password in the environment variable " + PASSWORD
                                                + ", or in a file: --tls-password-file keystore-password.txt");
            }
            return password.toCharArray();
        }
        try {
            // Editors end a file with a new line.
            return Files.readString(passwordFile).stripTrailing().toCharArray();
        } catch (IOException e) {
            throw new IllegalStateException("The file " + passwordFile + " with the keystore's password cannot be read", e);
        }
    }

    /** How an application comes to trust the simulator, in words for people. */
    String advice() {
        if (trust == null) {
            return "An application must trust its certificate: start it with --tls-trust simulator.p12 for Java, or "
                   + "simulator.pem for others.";
        }
        return TlsIdentity.isTruststore(trust)
                ? "A Java application trusts it with -Djavax.net.ssl.trustStore=" + trust.toAbsolutePath()
                  + " -Djavax.net.ssl.trustStorePassword=" + TlsIdentity.TRUSTSTORE_PASSWORD
                : "The certificate to trust is in " + trust.toAbsolutePath();
    }

    /** What curl needs to trust it: a certificate if there is one that it can read. */
    String curl() {
        return trust == null || TlsIdentity.isTruststore(trust) ? "--insecure " : "--cacert " + trust.toAbsolutePath() + " ";
    }
}
