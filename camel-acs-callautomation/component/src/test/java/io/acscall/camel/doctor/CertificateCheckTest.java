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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.acscall.simulator.tls.TlsIdentity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CertificateCheckTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private static Path folder;

    private static HttpsServer server;
    private static HttpsServer elsewhere;
    private static KeyStore trust;

    @BeforeAll
    static void start() throws Exception {
        TlsIdentity identity = TlsIdentity.selfSigned();
        Path file = folder.resolve("trust.p12");
        identity.writeTrust(file);
        trust = KeyStore.getInstance(file.toFile(), TlsIdentity.TRUSTSTORE_PASSWORD.toCharArray());
        server = server("127.0.0.1", identity);
        elsewhere = server("127.0.0.2", identity);
    }

    private static HttpsServer server(String host, TlsIdentity identity) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[] { identity.keys() }, null, null);
        HttpsServer https = HttpsServer.create(new InetSocketAddress(InetAddress.getByName(host), 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(context));
        https.start();
        return https;
    }

    @AfterAll
    static void stop() {
        server.stop(0);
        elsewhere.stop(0);
    }

    private static Finding look(HttpServer at, KeyStore authorities, Clock clock) {
        URI address = URI
                .create("https://" + at.getAddress().getAddress().getHostAddress() + ":" + at.getAddress().getPort() + "/x");
        return look(address, authorities, clock).get(0);
    }

    private static List<Finding> look(URI address, KeyStore authorities, Clock clock) {
        return new CertificateCheck(address, authorities, PATIENCE, clock).examine();
    }

    private static Clock in(int days) {
        return Clock.offset(Clock.systemUTC(), Duration.ofDays(days));
    }

    @Test
    void aTrustedOneForThisNameIsOk() {
        Finding found = look(server, trust, in(0));

        assertThat(found.verdict()).isEqualTo(Verdict.OK);
        assertThat(found.text()).contains("trusted by Java, for this name, and good until");
    }

    @Test
    void oneThatEndsSoonIsADoubt() {
        Finding found = look(server, trust, in(25));

        assertThat(found.verdict()).isEqualTo(Verdict.DOUBT);
        assertThat(found.mend()).startsWith("Renew it now");
    }

    @Test
    void anExpiredOneIsAFault() {
        Finding found = look(server, trust, in(100));

        assertThat(found.verdict()).isEqualTo(Verdict.FAULT);
        assertThat(found.text()).contains("The certificate of 127.0.0.1", "expired on 2");
        assertThat(found.mend()).startsWith("Renew it");
    }

    @Test
    void oneOfTheFutureIsAFault() {
        assertThat(look(server, trust, in(-100)).text()).contains("is good from");
    }

    @Test
    void aSelfSignedOneIsAFault() {
        Finding found = look(server, null, in(0));

        assertThat(found.verdict()).isEqualTo(Verdict.FAULT);
        assertThat(found.text()).contains("is self-signed");
        assertThat(found.mend()).contains("public authority");
    }

    @Test
    void oneForAnotherNameIsAFault() {
        Finding found = look(elsewhere, trust, in(0));

        assertThat(found.verdict()).isEqualTo(Verdict.FAULT);
        assertThat(found.text()).contains("The certificate of 127.0.0.2", "is for other names", "localhost");
    }

    @Test
    void whereNoTlsIsSpokenItIsSaid() throws IOException {
        HttpServer plain = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        plain.start();
        try {
            URI address = URI.create("https://127.0.0.1:" + plain.getAddress().getPort());
            Finding found = new CertificateCheck(address, trust, Duration.ofMillis(300), in(0)).examine().get(0);

            assertThat(found.verdict()).isEqualTo(Verdict.FAULT);
            assertThat(found.text()).startsWith("There is no TLS at 127.0.0.1");
        } finally {
            plain.stop(0);
        }
        assertThat(look(plain, trust, in(0)).verdict()).as("closed").isEqualTo(Verdict.UNPROVED);
    }

    @Test
    void plainHttpHasNone() {
        assertThat(look(URI.create("http://127.0.0.1:1/"), trust, in(0))).isEmpty();
    }
}
