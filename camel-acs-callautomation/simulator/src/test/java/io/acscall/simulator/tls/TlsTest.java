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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;

import javax.net.ssl.SSLException;

import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.testing.CallScene;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.acscall.simulator.testing.CallScene.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** The simulator with a certificate of its own: everything that goes over http goes over https. */
class TlsTest {

    private static AcsSimulator simulator;
    private static HttpClient client;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        simulator = AcsSimulator.builder().tls().start();
        client = trusting(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    private static HttpClient trusting(AcsSimulator one) {
        return HttpClient.newBuilder().sslContext(one.tls().orElseThrow().clientContext()).build();
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.endpoint() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void allAddressesAreHttps() throws Exception {
        String settings = get("/simulator/settings").body();
        String openId = get("/calling/.well-known/acsopenidconfiguration").body();

        assertThat(simulator.endpoint()).isEqualTo("https://127.0.0.1:" + simulator.port());
        assertThat(simulator.connectionString()).startsWith("endpoint=https://127.0.0.1:");
        assertThat(simulator.openIdConfigurationUri()).startsWith(simulator.endpoint());
        assertThat(settings).contains(simulator.endpoint()).doesNotContain("http://");
        assertThat(Json.read(openId.getBytes()).path("jwks_uri").asText()).isEqualTo(simulator.endpoint() + "/calling/keys");
        assertThat(Json.read(openId.getBytes()).path("issuer").asText()).isEqualTo(simulator.endpoint());
        assertThat(get("/calling/keys").statusCode()).isEqualTo(200);
    }

    @Test
    void callsAreMadeOverIt() {
        try (CallScene scene = new CallScene(simulator)) {
            String id = scene.connected(ANN);

            assertThat(scene.client().get(CallScene.CALLS + "/" + id).status()).isEqualTo(200);
            assertThat(scene.client().delete(CallScene.CALLS + "/" + id).status()).isEqualTo(204);
            scene.awaitEvent(id, "CallDisconnected");
        }
    }

    @Test
    void theConsoleMayAskAndStrangersMayNot() throws Exception {
        String port = ":" + simulator.port();

        assertThat(get("/").headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(get("/simulator/calls", "Origin", simulator.endpoint()).statusCode()).isEqualTo(200);
        assertThat(get("/simulator/calls", "Origin", "https://localhost" + port).statusCode()).isEqualTo(200);
        assertThat(get("/simulator/calls", "Origin", "http://127.0.0.1" + port).statusCode()).isEqualTo(403);
        assertThat(get("/simulator/calls", "Origin", "https://127.0.0.1:1").statusCode()).isEqualTo(403);
        assertThat(get("/", "Origin", "https://console.example.com").body()).contains("must name https://127.0.0.1");
    }

    @Test
    void itIsKnownAsLocalhostToo() throws Exception {
        URI keys = URI.create("https://localhost:" + simulator.port() + "/calling/keys");

        assertThat(client.send(HttpRequest.newBuilder(keys).build(), HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void nobodyTrustsItUnasked() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.endpoint() + "/calling/keys"))
                .timeout(Duration.ofSeconds(30)).build();

        assertThatExceptionOfType(SSLException.class)
                .isThrownBy(() -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()));
    }

    @Test
    void withoutTlsThereIsNothingToTrust() {
        try (AcsSimulator plain = AcsSimulator.builder().start()) {
            assertThat(plain.tls()).isEmpty();
            assertThat(plain.endpoint()).startsWith("http://");
        }
    }

    @Test
    void whatToTrustIsWrittenAsPemOrAsTruststore() throws Exception {
        Path pem = folder.resolve("simulator.pem");
        Path p12 = folder.resolve("simulator.P12");
        TlsIdentity identity = simulator.tls().orElseThrow();
        identity.writeTrust(pem);
        identity.writeTrust(p12);
        KeyStore store = KeyStore.getInstance(p12.toFile(), TlsIdentity.TRUSTSTORE_PASSWORD.toCharArray());

        assertThat(Files.readString(pem)).isEqualTo(identity.pem()).startsWith("-----BEGIN CERTIFICATE-----")
                .doesNotContain("PRIVATE");
        assertThat(store.size()).isEqualTo(1);
        assertThat(store.isCertificateEntry("acs-call-simulator")).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> identity.writeTrust(folder.resolve("none/a.pem")))
                .withMessageContaining("a.pem");
    }

    @Test
    void aKeystoreOfOnesOwnIsTakenInstead() throws Exception {
        Path keystore = keystore("secret-password");

        try (AcsSimulator own = AcsSimulator.builder().tls(keystore, "secret-password".toCharArray()).start()) {
            assertThat(trusting(own).send(HttpRequest.newBuilder(URI.create(own.endpoint() + "/calling/keys")).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        }
        assertThatIllegalStateException()
                .isThrownBy(() -> AcsSimulator.builder().tls(keystore, "another-password".toCharArray()).start())
                .withMessageContaining("own.p12").withMessageNotContaining("another-password");
        assertThatIllegalStateException()
                .isThrownBy(() -> AcsSimulator.builder().tls(folder.resolve("none.p12"), new char[0]).start())
                .withMessageContaining("none.p12");
    }

    @Test
    void aKeystoreWithoutAKeyIsRefused() {
        Path trust = folder.resolve("trust.p12");
        simulator.tls().orElseThrow().writeTrust(trust);

        assertThatIllegalStateException()
                .isThrownBy(() -> TlsIdentity.of(trust, TlsIdentity.TRUSTSTORE_PASSWORD.toCharArray()))
                .withMessageContaining("trust.p12").withMessageContaining("no private key");
    }

    /** A keystore as a developer makes one. */
    private Path keystore(String password) throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "own",
                "-keyalg", "EC", "-dname", "CN=own", "-ext", "san=ip:127.0.0.1", "-storetype", "PKCS12", "-keystore", "own.p12",
                "-storepass", password).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(keytool.waitFor()).isZero();
        return folder.resolve("own.p12");
    }
}
