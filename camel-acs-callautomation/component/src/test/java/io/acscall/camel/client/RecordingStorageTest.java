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
package io.acscall.camel.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.azure.core.http.HttpMethod;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecordingStorageTest {

    private static final URI RESOURCE = URI.create("https://contoso.communication.azure.com");
    private static final DownloadParts ONE = new DownloadParts(1, 1000);
    private static final byte[] FILE = new byte[10_050];

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Headers> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger breaks = new AtomicInteger();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private HttpServer server;
    private ServiceClient client;
    private boolean ranges = true;

    @BeforeEach
    void start() throws IOException {
        Arrays.setAll(new int[FILE.length], i -> FILE[i] = (byte) (i * 31));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/file", this::file);
        server.createContext("/v1/empty", this::empty);
        server.createContext("/v1/moved", exchange -> redirect(exchange, "/v1/file?sig=x"));
        server.createContext("/v1/lost", exchange -> redirect(exchange, "https://evil.example.com/v1/file"));
        server.createContext("/v1/circle", exchange -> redirect(exchange, "/v1/circle"));
        server.createContext("/v1/gone", exchange -> redirect(exchange, null));
        server.setExecutor(threads);
        server.start();
        client = TestClient.to(RESOURCE).recordingHosts(List.of("127.0.0.1")).build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
        threads.shutdownNow();
    }

    private void redirect(HttpExchange exchange, String to) throws IOException {
        try (exchange) {
            received.add(exchange.getRequestHeaders());
            if (to != null) {
                exchange.getResponseHeaders().add("Location", to);
            }
            exchange.sendResponseHeaders(to == null ? 404 : 302, -1);
        }
    }

    private void file(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        received.add(headers);
        String range = headers.getFirst("Range");
        ByteRange part = range == null || !ranges ? ByteRange.WHOLE : ByteRange.parse(range);
        int from = (int) part.from();
        int to = (int) Math.min(part.to(), FILE.length - 1);
        if (range != null && ranges) {
            exchange.getResponseHeaders().add("Content-Range", "bytes " + from + "-" + to + "/" + FILE.length);
        }
        exchange.getResponseHeaders().add("Content-Type", "audio/wav");
        exchange.sendResponseHeaders(range != null && ranges ? 206 : 200, to - from + 1);
        OutputStream body = exchange.getResponseBody();
        if (breaks.getAndDecrement() > 0) {
            body.write(FILE, from, (to - from + 1) / 2);
            body.flush();
            throw new IOException("breaks off");
        }
        body.write(FILE, from, to - from + 1);
        exchange.close();
    }

    /** No byte of an empty file can be asked for by its place. */
    private void empty(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(exchange.getRequestHeaders());
            boolean ranged = exchange.getRequestHeaders().containsKey("Range");
            exchange.getResponseHeaders().add(ranged ? "Content-Range" : "Content-Type", ranged ? "bytes */0" : "audio/wav");
            exchange.sendResponseHeaders(ranged ? 416 : 200, -1);
        }
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private RecordingContent download(String path, ByteRange range, DownloadParts parts) throws Exception {
        return client.recordings().download(at(path), range, parts, written).get(30, TimeUnit.SECONDS);
    }

    private ServiceException failure(URI location) throws Exception {
        CompletableFuture<RecordingContent> download
                = client.recordings().download(location, ByteRange.WHOLE, ONE, written);
        try {
            throw new AssertionError("succeeded with " + download.get(30, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return (ServiceException) e.getCause();
        }
    }

    private static byte[] expected(int from, int to) {
        return Arrays.copyOfRange(FILE, from, to + 1);
    }

    @Test
    void aRequestIsSignedForThePathAndTheHostOfTheResource() throws Exception {
        RecordingContent content = download("/v1/file?sig=abc%2Bdef", ByteRange.WHOLE, ONE);

        assertThat(content).isEqualTo(new RecordingContent("audio/wav", FILE.length));
        assertThat(written.toByteArray()).isEqualTo(FILE);
        Headers headers = received.get(0);
        assertThat(headers.getFirst("x-ms-host")).isEqualTo("contoso.communication.azure.com");
        assertThat(headers.getFirst("OriginalUrl")).isEqualTo(at("/v1/file?sig=abc%2Bdef").toString());
        assertThat(headers).doesNotContainKey("Range");
        String signature = new HmacSignature(new Credential.AccessKey(TestClient.KEY).bytes()).sign(
                "GET", "/v1/file", headers.getFirst("x-ms-date"), "contoso.communication.azure.com",
                headers.getFirst("x-ms-content-sha256"));
        assertThat(headers.getFirst("Authorization")).endsWith("&Signature=" + signature);
    }

    @ParameterizedTest
    @CsvSource({ "0-9, 0, 9", "5000-, 5000, 10049", "0-, 0, 10049", "10049-99999, 10049, 10049" })
    void aRangeIsAPartOfTheFileWhateverTheStorageKnows(String range, int from, int to) throws Exception {
        for (boolean known : new boolean[] { true, false }) {
            for (DownloadParts parts : List.of(ONE, new DownloadParts(3, 700))) {
                ranges = known;
                written.reset();
                download("/v1/file", ByteRange.parse(range), parts);
                assertThat(written.toByteArray()).isEqualTo(expected(from, to));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 16 })
    void anEmptyFileIsEmptyInHoweverManyParts(int parallel) throws Exception {
        RecordingContent content = download("/v1/empty", ByteRange.WHOLE, new DownloadParts(parallel, 1000));

        assertThat(content).isEqualTo(new RecordingContent("audio/wav", 0));
        assertThat(written.size()).isZero();
        assertThat(received).hasSize(parallel == 1 ? 1 : 2);
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2 })
    void aRangeOfAnEmptyFileIsRefusedInHoweverManyParts(int parallel) {
        assertThatThrownBy(() -> download("/v1/empty", new ByteRange(0, 9), new DownloadParts(parallel, 1000)))
                .hasRootCauseInstanceOf(ServiceException.class).hasStackTraceContaining("416");
        assertThat(received).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({ "2, 1000, 11", "4, 10050, 1", "16, 1, 100", "3, 5025, 2" })
    void partsAreWrittenInTheirOrder(int parallel, int size, int requests) throws Exception {
        ByteRange range = size == 1 ? new ByteRange(0, 99) : ByteRange.WHOLE;

        download("/v1/file", range, new DownloadParts(parallel, size));

        assertThat(written.toByteArray()).isEqualTo(size == 1 ? expected(0, 99) : FILE);
        assertThat(received).hasSize(requests);
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 4 })
    void whatBreaksOffIsResumed(int parallel) throws Exception {
        breaks.set(2);

        download("/v1/file", ByteRange.WHOLE, new DownloadParts(parallel, 3000));

        assertThat(written.toByteArray()).isEqualTo(FILE);
    }

    @Test
    void whatBreaksOffAgainAndAgainFails() throws Exception {
        breaks.set(1000);

        assertThat(failure(at("/v1/file")).delivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(received).hasSizeLessThan(20);
    }

    @Test
    void aRedirectionIsSignedAnewAndFollowedToHostsThatAreAllowedOnly() throws Exception {
        download("/v1/moved", ByteRange.WHOLE, ONE);
        assertThat(written.toByteArray()).isEqualTo(FILE);
        assertThat(received.get(1).getFirst("OriginalUrl")).isEqualTo(at("/v1/file?sig=x").toString());
        assertThat(received.get(1).getFirst("Authorization")).isNotEqualTo(received.get(0).getFirst("Authorization"));

        assertThat(failure(at("/v1/lost"))).hasMessageContaining("evil.example.com").hasMessageContaining("recordingHosts");
        assertThat(failure(at("/v1/circle"))).hasMessageContaining("redirected more than 5 times");
    }

    @Test
    void aFileThatIsNotThereIsAnAnswer() throws Exception {
        assertThat(failure(at("/v1/gone")).status()).isEqualTo(404);
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> client.send(ServiceRequest.stored(HttpMethod.DELETE, at("/v1/gone")))
                        .get(30, TimeUnit.SECONDS))
                .withCauseInstanceOf(ServiceException.class);
    }

    @Test
    void aFileIsDeleted() throws Exception {
        ServiceResponse answer
                = client.send(ServiceRequest.stored(HttpMethod.DELETE, at("/v1/file?sig=1"))).get(30, TimeUnit.SECONDS);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isNull();
        assertThat(received.get(0).getFirst("OriginalUrl")).isEqualTo(at("/v1/file?sig=1").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "https://example.com/x", "https://asm.skype.com.example.com/x", "https://evilasm.skype.com/x",
            "https://asm.skype.com/x",
            "http://us-storage.asm.skype.com/x", "https://user@us-storage.asm.skype.com/x", "https://other.azure.com/x",
            "http://contoso.communication.azure.com/x", "https://contoso.communication.azure.com:444/x" })
    void anotherHostIsNeverAsked(String address) {
        RecordingHosts hosts = new RecordingHosts(Endpoint.of(RESOURCE), List.of("media.example.com"));

        assertThatIllegalStateException().isThrownBy(() -> hosts.check(URI.create(address)))
                .withMessageNotContaining("/x");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "/calling/callConnections/x", "/Calling/x", "//calling/x", "/v1/%2e%2e/calling/x", "/%63alling/x" })
    void anOperationOfTheServiceIsNeverTakenForARecording(String path) {
        RecordingHosts hosts = new RecordingHosts(Endpoint.of(RESOURCE), List.of());

        assertThatIllegalStateException().isThrownBy(() -> hosts.check(URI.create(RESOURCE + path)))
                .withMessageContaining("/calling/");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "https://us-storage.asm.skype.com/x", "https://EU.asyncgw.teams.microsoft.com/x",
            "https://a.b.ams.gov.teams.microsoft.us/x", "https://media.example.com/x",
            "https://contoso.communication.azure.com/x" })
    void hostsOfTheServiceAndThoseThatAreAddedAreAsked(String address) {
        new RecordingHosts(Endpoint.of(RESOURCE), List.of(" Media.example.com")).check(URI.create(address));
    }
}
