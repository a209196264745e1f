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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.acscall.camel.CallbackAuth;
import io.acscall.camel.client.CapturedLog;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Thousands of requests that are not as they should be, over HTTP, with slow ones and good ones between them.
 */
@Timeout(120)
class KnockFuzzTest {

    private static final int THREADS = 4;
    private static final int REQUESTS = 1_600;
    private static final int SLOW = 20;
    private static final Set<Integer> BY_THE_SERVER = Set.of(405, 413);
    private static final Set<String> KNOWN_REASONS = Set.of(
            "size", "method", "content_type", "encoding", "not_an_event", "missing", "malformed");
    /** Not the reader under test: what an independent reader makes of a body. */
    private static final ObjectMapper READER
            = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private record Answer(Mutations.Knock knock, String id, int status) {
    }

    @ParameterizedTest
    @ValueSource(longs = { 20260402L, 4711L })
    void nothingButEventsOfGoodRequestsReachesARoute(long seed) throws Exception {
        try (CapturedLog log = CapturedLog.open();
             KnockApp app = KnockApp.start(configuration -> configuration.setCallbackAuth(CallbackAuth.none))) {
            List<Answer> answers = knock(app, seed, REQUESTS, List::of);
            assertAllAccountedFor(app, answers);
            assertAlive(app, List.of());
            assertThat(log.lines()).filteredOn(line -> line.level().isMoreSpecificThan(Level.WARN))
                    .noneMatch(line -> line.text().contains("\tat "));
        }
    }

    @Test
    void withoutAProofNothingReachesARouteWhateverTheRequestIs() throws Exception {
        try (KeyServer keys = new KeyServer(Tokens.ISSUER).publish(Tokens.FIRST_KEY.toPublicJWK());
             KnockApp app = KnockApp.start(configuration -> configuration.setOpenIdConfigurationUri(keys.configurationUri()))) {
            List<Answer> answers = knock(app, 20260402L, REQUESTS, List::of);
            assertThat(answers).extracting(Answer::status).isSubsetOf(401, 405, 413);
            assertThat(keys.configurationFetches()).as("nobody made us fetch keys").isZero();
            assertCountersAddUp(app, answers);
            assertThat(app.events()).isEmpty();
            assertAlive(app, proof());
        }
    }

    @Test
    void behindAGoodTokenTheSameHolds() throws Exception {
        try (KeyServer keys = new KeyServer(Tokens.ISSUER).publish(Tokens.FIRST_KEY.toPublicJWK());
             KnockApp app = KnockApp.start(configuration -> configuration.setOpenIdConfigurationUri(keys.configurationUri()))) {
            List<String> proof = proof();
            List<Answer> answers = knock(app, 99L, REQUESTS / 2, () -> proof);
            assertAllAccountedFor(app, answers);
            assertAlive(app, proof);
        }
    }

    private static List<String> proof() {
        return List.of("Authorization", "Bearer " + new Tokens(Clock.systemUTC()).good());
    }

    /** Sends the requests on a few connections, while slow ones are held open. */
    private static List<Answer> knock(KnockApp app, long seed, int requests, Callable<List<String>> proof) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(THREADS);
        List<Socket> slow = slowOnes(app, proof.call());
        try {
            List<Future<List<Answer>>> parts = new ArrayList<>();
            for (int part = 0; part < THREADS; part++) {
                int number = part;
                parts.add(senders
                        .submit(() -> send(app, new Mutations(seed + number), number, requests / THREADS, proof.call())));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<List<Answer>> part : parts) {
                answers.addAll(part.get());
            }
            finish(slow);
            return answers;
        } finally {
            senders.shutdownNow();
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static List<Answer> send(KnockApp app, Mutations mutations, int part, int requests, List<String> proof)
            throws Exception {
        List<Answer> answers = new ArrayList<>();
        for (int each = 0; each < requests; each++) {
            String id = "id-" + part + "-" + each;
            Mutations.Knock knock = mutations.next(id, proof);
            BodyPublisher body = knock.chunked()
                    ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(knock.body()))
                    : BodyPublishers.ofByteArray(knock.body());
            answers.add(new Answer(
                    knock, id, app.send(app.request(KnockApp.CALLBACKS, knock.headers().toArray(String[]::new))
                            .method(knock.method(), body).build()).statusCode()));
        }
        return answers;
    }

    /** Half a request each: a length that is not reached, or a chunk that does not end. */
    private static List<Socket> slowOnes(KnockApp app, List<String> proof) throws IOException {
        List<Socket> slow = new ArrayList<>();
        for (int each = 0; each < SLOW; each++) {
            Socket socket = app.connect();
            slow.add(socket);
            KnockApp.write(socket, "POST " + KnockApp.CALLBACKS + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                                   + (proof.isEmpty() ? "" : proof.get(0) + ": " + proof.get(1) + "\r\n")
                                   + (each % 2 == 0
                                           ? "Content-Length: 11\r\n\r\nhal" : "Transfer-Encoding: chunked\r\n\r\nb\r\nhal"));
        }
        return slow;
    }

    private static void finish(List<Socket> slow) throws IOException {
        for (int each = 0; each < SLOW; each++) {
            KnockApp.write(slow.get(each), each % 2 == 0 ? "f a body" : "f a body\r\n0\r\n\r\n");
            assertThat(KnockApp.status(slow.get(each))).isIn(400, 401);
        }
    }

    private static void assertAllAccountedFor(KnockApp app, List<Answer> answers) {
        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 400, 401, 405, 413, 415);
        assertThat(answers).filteredOn(answer -> answer.knock().whole()).allMatch(answer -> answer.status() == 200);
        Set<String> good = new HashSet<>();
        answers.stream().filter(answer -> answer.status() == 200).forEach(answer -> good.addAll(idsIn(answer.knock())));
        Set<String> whole = new HashSet<>();
        answers.stream().filter(answer -> answer.knock().whole()).forEach(answer -> whole.add(answer.id()));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(app.eventIds()).containsAll(whole));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(new HashSet<>(app.eventIds())).isEqualTo(good));
        assertCountersAddUp(app, answers);
    }

    /** Each request that was refused by us is counted once, under a known reason. */
    private static void assertCountersAddUp(KnockApp app, List<Answer> answers) {
        Map<String, Long> counts = new HashMap<>(app.refusals());
        long elements = counts.getOrDefault("callback.element", 0L);
        counts.keySet().removeIf(name -> !name.startsWith("callback.") || "callback.element".equals(name));
        assertThat(counts.keySet()).allMatch(name -> KNOWN_REASONS.contains(name.substring("callback.".length())));
        long refused = answers.stream().filter(answer -> answer.status() != 200).filter(KnockFuzzTest::reachesUs).count();
        assertThat(counts.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(refused + SLOW);
        assertThat(elements).isLessThan(answers.size());
    }

    private static boolean reachesUs(Answer answer) {
        return !BY_THE_SERVER.contains(answer.status()) || Set.of("POST", "OPTIONS").contains(answer.knock().method());
    }

    private static void assertAlive(KnockApp app, List<String> proof) throws Exception {
        app.events().clear();
        for (int each = 0; each < 20; each++) {
            assertThat(
                    app.post(KnockApp.CALLBACKS, KnockApp.callback("alive-" + each), proof.toArray(String[]::new)).statusCode())
                    .isEqualTo(200);
        }
        await().untilAsserted(() -> assertThat(app.eventIds())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 20).mapToObj(each -> "alive-" + each).toList()));
    }

    private static Set<String> idsIn(Mutations.Knock knock) {
        Set<String> ids = new HashSet<>();
        try {
            JsonNode body = READER.readTree(text(knock.body()));
            (body.isArray() ? body : READER.createArrayNode().add(body)).forEach(element -> {
                if (element.path("id").isTextual() && element.path("type").isTextual() && element.path("source").isTextual()) {
                    ids.add(element.get("id").textValue());
                }
            });
        } catch (IOException e) {
            throw new AssertionError("A body was taken that is not JSON", e);
        }
        return ids;
    }

    private static String text(byte[] body) throws IOException {
        boolean packed = body.length > 1 && body[0] == 0x1f && (body[1] & 0xff) == 0x8b;
        byte[] plain = packed ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes() : body;
        String text = new String(plain, StandardCharsets.UTF_8);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
}
