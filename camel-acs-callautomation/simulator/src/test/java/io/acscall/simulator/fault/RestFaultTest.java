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
package io.acscall.simulator.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.RawHttp;
import io.acscall.simulator.testing.ServiceClient;
import io.acscall.simulator.timeline.EntryKind;
import io.acscall.simulator.timeline.TimelineEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.acscall.simulator.testing.CallScene.BOB;
import static io.acscall.simulator.testing.CallScene.CALLS;
import static io.acscall.simulator.testing.CallScene.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class RestFaultTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

    private AcsSimulator simulator;
    private Faults faults;
    private CallScene scene;

    @BeforeEach
    void open() {
        simulator = EXTENSION.simulator();
        faults = simulator.faults();
        scene = new CallScene(simulator);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @ValueSource(ints = { 400, 429, 500, 502, 503, 504, 599 })
    void aRequestIsAnsweredWithAFailureAndNothingIsDone(int status) {
        faults.rest(RestRule.of("createCall").answers(status).times(1));
        ServiceClient.Answer refused = create(Map.of());

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.errorCode()).isNotBlank();
        assertThat(refused.header("Retry-After")).isNull();
        assertThat(refused.header("x-ms-client-request-id")).isNotBlank();
        assertThat(simulator.calls()).isEmpty();
        assertThat(response("createCall").fault()).isEqualTo("status " + status);
        assertThat(create(Map.of()).status()).as("only once").isEqualTo(201);
    }

    @Test
    void theClientIsToldWhenToComeAgain() {
        faults.rest(RestRule.every().answers(429).retryAfter(Duration.ofSeconds(2)).times(1))
                .rest(RestRule.every().answers(503).retryAfter(Duration.ofMillis(1_500)).times(1));
        ServiceClient.Answer seconds = create(Map.of());
        ServiceClient.Answer millis = create(Map.of());

        assertThat(seconds.status()).isEqualTo(429);
        assertThat(seconds.header("Retry-After")).isEqualTo("2");
        assertThat(millis.status()).isEqualTo(503);
        assertThat(millis.header("Retry-After")).isNull();
        assertThat(millis.header("x-ms-retry-after-ms")).isEqualTo("1500");
    }

    @Test
    void otherOperationsAreSpared() {
        faults.rest(RestRule.of("hangUp").answers(503));
        String id = scene.connected(BOB);

        assertThat(scene.client().get(CALLS + "/" + id).status()).isEqualTo(200);
        assertThat(scene.client().delete(CALLS + "/" + id).status()).isEqualTo(503);
    }

    @Test
    void whoIsNotAuthenticatedIsToldThatFirst() {
        faults.rest(RestRule.every().answers(503));

        assertThat(new ServiceClient(simulator, "b3RoZXI=", "2026-03-12").get(CALLS + "/x").status()).isEqualTo(401);
    }

    @Test
    void aFailureAfterActingHidesWhatWasDone() {
        faults.rest(RestRule.of("createCall").answers(500).actsFirst().times(1));
        Map<String, String> repeat = CallScene.repeatable(UUID.randomUUID());
        ServiceClient.Answer first = create(repeat);
        ServiceClient.Answer second = create(repeat);

        assertThat(first.status()).isEqualTo(500);
        assertThat(second.status()).isEqualTo(201);
        assertThat(simulator.calls()).as("the repetition made no second call").hasSize(1);
        scene.awaitEvent(second.body().path("callConnectionId").asText(), "CallConnected");
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aRequestIsSlow(boolean afterActing) {
        RestRule slow = RestRule.of("createCall").slow(Duration.ofMillis(300)).times(1);
        faults.rest(afterActing ? slow.actsFirst() : slow);
        long begin = System.nanoTime();

        assertThat(create(Map.of()).status()).isEqualTo(201);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(response("createCall").fault()).startsWith("slow");
        assertThat(simulator.awaitCallback("CallConnected", SOON).seq()).isGreaterThan(response("createCall").seq());
    }

    @Test
    void slowRequestsDoNotHoldUpOthersAndAreGivenUpByAReset() {
        faults.rest(RestRule.of("hangUp").slow(Duration.ofMinutes(10)).times(1));
        String id = scene.connected(BOB);
        CompletableFuture<ServiceClient.Answer> slow = CompletableFuture
                .supplyAsync(() -> scene.client().delete(CALLS + "/" + id), task -> new Thread(task, "slow request").start());

        await().atMost(SOON).until(() -> !faults.toJson().has("rest"));
        assertThat(create(Map.of()).status()).isEqualTo(201);
        assertThat(scene.client().get(CALLS + "/" + id).status()).isEqualTo(200);
        simulator.reset();
        assertThat(slow).failsWithin(SOON).withThrowableThat().withRootCauseInstanceOf(IOException.class);
        assertThat(simulator.timeline().entries()).isEmpty();
    }

    @Test
    void theConnectionIsClosedBeforeActing() {
        faults.rest(RestRule.of("createCall").resets().times(1));

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> create(Map.of()));
        assertThat(simulator.calls()).isEmpty();
        assertThat(response("createCall")).satisfies(entry -> {
            assertThat(entry.fault()).isEqualTo("reset");
            assertThat(entry.status()).isNull();
        });
        assertThat(create(Map.of()).status()).isEqualTo(201);
    }

    @Test
    void theConnectionIsClosedAfterActing() {
        faults.rest(RestRule.of("createCall").resets().actsFirst().times(1));

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> create(Map.of()));
        assertThat(simulator.calls()).hasSize(1);
        simulator.awaitCallback("ParticipantsUpdated", SOON);
        assertThat(response("createCall").fault()).isEqualTo("reset after acting");
    }

    @Test
    void halfOfTheBodyComes() {
        String id = scene.connected(BOB);
        faults.rest(RestRule.of("getCallConnectionProperties").halfBody().times(1));
        String answer = RawHttp.send(simulator.port(), "GET " + CALLS + "/" + id + "?api-version=2026-03-12 HTTP/1.1",
                "Host: localhost", "Authorization: Bearer token");
        int promised = Integer.parseInt(answer.replaceAll("(?is).*content-length: (\\d+).*", "$1"));
        String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);

        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(body).startsWith("{").hasSize(promised / 2);
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> Json.read(body.getBytes()));
    }

    @Test
    void anAnswerWithoutBodyIsCutWhole() {
        String id = scene.connected(BOB);
        faults.rest(RestRule.of("hangUp").halfBody().times(1));

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> scene.client().delete(CALLS + "/" + id));
        scene.awaitEvent(id, "CallDisconnected");
    }

    @Test
    void aShareOfTheRequestsIsStruck() {
        faults.seed(7).rest(RestRule.of("createCall").answers(503).sometimes(0.5));
        long refused = 0;
        for (int i = 0; i < 60; i++) {
            refused += create(Map.of()).status() == 503 ? 1 : 0;
        }

        assertThat(refused).isBetween(15L, 45L);
        assertThat(simulator.calls()).hasSize((int) (60 - refused));
    }

    @Test
    void theFirstRuleThatStrikesDecides() {
        faults.rest(RestRule.of("createCall").answers(429).times(2)).rest(RestRule.every().answers(503).times(1));

        assertThat(create(Map.of()).status()).isEqualTo(429);
        assertThat(create(Map.of()).status()).isEqualTo(429);
        assertThat(create(Map.of()).status()).isEqualTo(503);
        assertThat(create(Map.of()).status()).isEqualTo(201);
    }

    private ServiceClient.Answer create(Map<String, String> headers) {
        return scene.client().send("POST", CALLS, Json.text(scene.createBody(BOB)), headers);
    }

    private TimelineEntry response(String operation) {
        return simulator.timeline().await(entry -> entry.kind() == EntryKind.RESPONSE && operation.equals(entry.type()), 1,
                SOON, "the answer of " + operation);
    }
}
