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
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes a key and a certificate with the keytool of the running Java: Java itself has no way to make a certificate, and
 * the libraries that have one are large. The files are gone before anybody hears of them.
 */
final class SelfSigned {

    private static final String FILE = "identity.p12";
    private static final String PASSWORD = "ACS_CALL_STOREPASS";
    private static final int PASSWORD_BYTES = 24;
    private static final long PATIENCE_SECONDS = 60;
    private static final List<String> ARGUMENTS = List.of("-genkeypair", "-alias", "acs-call-simulator", "-keyalg", "EC",
            "-groupname", "secp256r1", "-dname", "CN=localhost", "-ext", "san=dns:localhost,ip:127.0.0.1,ip:::1", "-validity",
            "30", "-storetype", "PKCS12", "-keystore", FILE, "-storepass:env", PASSWORD);

    private SelfSigned() {
    }

    static TlsIdentity create() {
        try {
            Path folder = Files.createTempDirectory("acs-call-simulator");
            try {
                return create(folder);
            } finally {
                Files.deleteIfExists(folder.resolve(FILE));
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw failed(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("interrupted", e);
        }
    }

    private static TlsIdentity create(Path folder) throws IOException, InterruptedException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        ProcessBuilder keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        keytool.command().addAll(ARGUMENTS);
        keytool.directory(folder.toFile());
        // Not as an argument: those of a process are there for all to see.
        keytool.environment().put(PASSWORD, password);
        Process process = keytool.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw failed("it did not end within " + PATIENCE_SECONDS + " s", null);
        }
        if (process.exitValue() != 0) {
            throw failed("it ended with " + process.exitValue(), null);
        }
        return TlsIdentity.of(folder.resolve(FILE), password.toCharArray());
    }

    private static IllegalStateException failed(String why, Throwable cause) {
        return new IllegalStateException(
                "The keytool of this Java could not make a certificate: " + why + ". Give a keystore instead", cause);
    }
}
