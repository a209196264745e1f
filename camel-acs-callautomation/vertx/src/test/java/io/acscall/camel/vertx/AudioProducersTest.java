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
package io.acscall.camel.vertx;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.acscall.camel.AcsCallEndpoint;
import io.acscall.camel.AudioNotSentException;
import io.acscall.camel.CallInputException;
import io.acscall.camel.outcome.Outcome;
import io.acscall.simulator.AcsSimulator;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Audio goes back into a stream, over a real server. */
class AudioProducersTest {

    private static final String CALL = "401f0000-0000-4000-8000-000000000001";
    private static final Map<String, Object> TO_CALL = Map.of("CamelAcsCallConnectionId", CALL);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static AcsSimulator simulator;

    @BeforeAll
    static void start() {
        simulator = AcsSimulator.builder().start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    private static StreamApp app() throws Exception {
        return StreamApp.run(simulator, routes -> {
            routes.from("acs-call:mediaStream?kinds=metadata").to("mock:begun");
            routes.from("direct:send").to("acs-call:sendAudio");
            routes.from("direct:sendAndWait").to("acs-call:sendAudio?awaitWritten=true");
            routes.from("direct:transacted").process(exchange -> exchange.getExchangeExtension().setTransacted(true))
                    .to("acs-call:sendAudio?awaitWritten=true");
            routes.from("direct:tolerant").to("acs-call:sendAudio?throwExceptionOnFailure=false");
            routes.from("direct:stop").to("acs-call:stopAudio");
        });
    }

    private static Caller begun(StreamApp app) throws InterruptedException {
        app.mock("begun").expectedMessageCount(1);
        Caller caller = app.connect(StreamApp.MEDIA, CALL).metadata(16_000);
        app.mock("begun").assertIsSatisfied();
        return caller;
    }

    @Test
    void everyFormOfABodyIsSentInFrames() throws Exception {
        try (StreamApp app = app(); Caller caller = begun(app)) {
            byte[] two = new byte[1_280];
            app.send("direct:send", two, TO_CALL);
            app.send("direct:send", new ByteArrayInputStream(two), TO_CALL);
            app.send("direct:send", Base64.getEncoder().encodeToString(two), TO_CALL);

            String frame
                    = "{\"kind\":\"audioData\",\"audioData\":{\"data\":\"" + Base64.getEncoder().encodeToString(new byte[640])
                      + "\",\"isSilent\":false},\"stopAudio\":{}}";
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(caller.heard()).hasSize(6).containsOnly(frame));
        }
    }

    @Test
    void theCallThatTheUriNamesCountsMoreThanTheStreamAFrameCameFrom() throws Exception {
        String other = "401f0000-0000-4000-8000-000000000002";
        try (StreamApp app = app().add(routes -> {
            routes.from("acs-call:mediaStream?kinds=audio").to("acs-call:sendAudio?callConnectionId=" + other);
        }); Caller one = begun(app); Caller two = app.connect(StreamApp.MEDIA, other)) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                    app.send("direct:tolerant", new byte[0], Map.of("CamelAcsCallConnectionId", other)).getMessage()
                            .getHeader("CamelAcsCallOutcome"))
                    .isNull());

            one.audio(new byte[640]);

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(two.heard()).hasSize(1));
            assertThat(one.heard()).isEmpty();
        }
    }

    @Test
    void anEchoGoesBackThroughTheRoute() throws Exception {
        try (StreamApp app = StreamApp.run(simulator,
                routes -> routes.from("acs-call:mediaStream?kinds=audio").to("acs-call:sendAudio?awaitWritten=true"));
             Caller caller = app.connect(StreamApp.MEDIA, CALL).metadata(16_000)) {
            for (int i = 0; i < 20; i++) {
                caller.audio(new byte[640]);
            }
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(caller.heard()).hasSize(20));
        }
    }

    @Test
    void whoWaitsGoesOnWhenTheAudioIsStopped() throws Exception {
        try (StreamApp app = app(); Caller caller = begun(app)) {
            var waiting = app.context().createProducerTemplate().asyncSend("direct:sendAndWait", exchange -> {
                exchange.getMessage().setBody(new byte[640_000]);
                exchange.getMessage().setHeaders(new HashMap<>(TO_CALL));
            });
            await().atMost(PATIENCE).until(() -> !caller.heard().isEmpty());
            assertThat(waiting).isNotDone();

            assertThat(app.send("direct:stop", null, TO_CALL).getException()).isNull();

            Exchange stopped = waiting.get(30, TimeUnit.SECONDS);
            assertThat(stopped.getException()).isNull();
            assertThat(stopped.getMessage().getHeader("CamelAcsCallOutcome")).isEqualTo(Outcome.CANCELLED);
            await().atMost(PATIENCE).untilAsserted(
                    () -> assertThat(caller.heard()).last().isEqualTo("{\"kind\":\"stopAudio\",\"stopAudio\":{}}"));
        }
    }

    @Test
    void whoWaitsInATransactionIsToldOnceWhatItCosts() throws Exception {
        try (StreamApp app = app(); Caller caller = begun(app); Warnings warnings = Warnings.of(AcsCallEndpoint.class)) {
            for (int i = 0; i < 2; i++) {
                assertThat(app.send("direct:transacted", new byte[64_000], TO_CALL).getException()).isNull();
            }

            assertThat(caller.heard()).isNotEmpty();
            assertThat(warnings.texts()).singleElement().asString().contains("acs-call:sendAudio waits inside a transaction",
                    "holds a thread and a database connection until the audio is written");
        }
    }

    @Test
    void aStreamThatIsNotHereIsAFailureOfSendingOnly() throws Exception {
        try (StreamApp app = app()) {
            assertThat(app.send("direct:send", new byte[640], TO_CALL).getException())
                    .isInstanceOfSatisfying(AudioNotSentException.class,
                            gone -> assertThat(gone.getOutcome()).isEqualTo(Outcome.CALL_NOT_FOUND))
                    .hasMessageContaining("enableBidirectional");
            assertThat(app.send("direct:tolerant", new byte[640], TO_CALL).getMessage().getHeader("CamelAcsCallOutcome"))
                    .isEqualTo(Outcome.CALL_NOT_FOUND);
            assertThat(app.send("direct:stop", null, TO_CALL).getException()).isNull();
        }
    }

    @Test
    void tooMuchAudioIsRefused() throws Exception {
        try (StreamApp app = app(); Caller caller = begun(app)) {
            Exchange refused = app.send("direct:send", new ByteArrayInputStream(new byte[2_000_000]), TO_CALL);

            assertThat(refused.getException()).isInstanceOfSatisfying(AudioNotSentException.class,
                    full -> assertThat(full.getOutcome()).isEqualTo(Outcome.LIMIT_REACHED))
                    .hasMessageContaining("maxQueuedAudio");
            assertThat(caller.heard()).isEmpty();
        }
    }

    @Test
    void aBodyThatIsNoAudioAndAMissingCallAreNamed() throws Exception {
        try (StreamApp app = app(); Caller caller = begun(app)) {
            assertThat(app.send("direct:send", "no base64", TO_CALL).getException()).isInstanceOf(CallInputException.class)
                    .hasMessageContaining("base64").hasMessageContaining("PCM");
            assertThat(app.send("direct:send", null, TO_CALL).getException()).hasMessageContaining("it is empty");
            assertThat(app.send("direct:send", new byte[640], Map.of()).getException())
                    .isInstanceOf(CallInputException.class).hasMessageContaining("CamelAcsCallConnectionId");
            assertThat(caller.heard()).isEmpty();
        }
    }

    @Test
    void aSuspendedRouteRefusesNewStreamsAndGoesOnWithThoseThatAreUp() throws Exception {
        try (StreamApp app = StreamApp.run(simulator,
                routes -> routes.from("acs-call:mediaStream?kinds=audio").routeId("hear").to("mock:frames"));
             Caller caller = app.connect(StreamApp.MEDIA, CALL)) {
            caller.audio(new byte[640]);
            await().atMost(PATIENCE).until(() -> app.mock("frames").getReceivedCounter() == 1);
            app.context().getRouteController().suspendRoute("hear");

            assertThat(Caller.refusal(() -> app.connect(StreamApp.MEDIA, "other"))).isEqualTo(503);
            caller.audio(new byte[640]);
            await().atMost(PATIENCE).until(() -> app.mock("frames").getReceivedCounter() == 2);
        }
    }

    @Test
    void aStoppedRouteClosesItsStreams() throws Exception {
        try (StreamApp app = StreamApp.run(simulator,
                routes -> routes.from("acs-call:mediaStream?kinds=audio").routeId("hear").to("mock:frames"));
             Caller caller = app.connect(StreamApp.MEDIA, CALL)) {
            app.context().getRouteController().stopRoute("hear");

            assertThat(caller.closed()).succeedsWithin(PATIENCE).isEqualTo(1001);
            assertThat(Caller.refusal(() -> app.connect(StreamApp.MEDIA, "other"))).isEqualTo(404);
        }
    }

    @Test
    void anApplicationThatStopsLetsStreamsGoOnAndClosesThemBeforeItsTimeIsOver() throws Exception {
        List<Object> kinds = new CopyOnWriteArrayList<>();
        StreamApp app = StreamApp.run(simulator, routes -> routes.from("acs-call:mediaStream")
                .process(exchange -> kinds.add(exchange.getMessage().getHeader("CamelAcsCallStreamKind"))));
        app.context().getShutdownStrategy().setTimeout(6);
        Caller caller = app.connect(StreamApp.MEDIA, CALL);
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(app::close);
        await().atMost(PATIENCE).until(() -> app.context().isStopping());

        caller.metadata(16_000);
        await().atMost(PATIENCE).until(() -> kinds.size() == 1);

        assertThat(caller.closed()).succeedsWithin(PATIENCE).isEqualTo(1001);
        assertThat(stopped).succeedsWithin(PATIENCE);
        assertThat(kinds).containsExactly("metadata", "end");
    }
}
