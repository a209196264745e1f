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

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.ServiceClient;
import io.acscall.simulator.testing.TestApp;
import io.acscall.simulator.testing.TestApp.Received;
import io.acscall.simulator.testing.TestApp.Reply;
import io.acscall.simulator.timeline.EntryKind;
import io.acscall.simulator.timeline.TimelineEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.acscall.simulator.testing.CallScene.BOB;
import static io.acscall.simulator.testing.CallScene.CALLS;
import static io.acscall.simulator.testing.CallScene.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class CallbackFaultTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION
            = new AcsSimulatorExtension(builder -> builder.playTime(Duration.ofMillis(100)));

    private AcsSimulator simulator;
    private Faults faults;
    private CallScene scene;
    private TestApp app;

    @BeforeEach
    void open() {
        simulator = EXTENSION.simulator();
        faults = simulator.faults();
        scene = new CallScene(simulator);
        app = scene.app();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void anEarlyOutcomeComesBeforeTheAnswer() {
        String id = scene.connected(BOB);
        faults.callbacks(CallbackRule.every().always(CallbackFault.EARLY).waitAtMost(SOON));

        assertThat(play(id).status()).isEqualTo(202);
        assertThat(app.received("PlayCompleted")).as("when the answer is here").hasSize(1);
        assertThat(entry(EntryKind.RESPONSE, "play").seq())
                .isGreaterThan(simulator.awaitCallback("PlayCompleted", SOON).seq());
        assertThat(entry(EntryKind.RESPONSE, "play").fault()).isEqualTo("early");
    }

    @Test
    void aCallCanBeConnectedBeforeItsCreationIsAnswered() {
        faults.callbacks(CallbackRule.of("CallConnected").always(CallbackFault.EARLY).waitAtMost(SOON).times(1));
        String id = scene.create(BOB);

        assertThat(app.received("CallConnected")).extracting(one -> one.event().at("/data/callConnectionId").asText())
                .containsExactly(id);
        assertThat(entry(EntryKind.REQUEST, "createCall").seq())
                .isLessThan(simulator.awaitCallback("CallConnected", SOON).seq());
    }

    @Test
    void anOutcomeOfAnotherActionIsNotTakenForAnEarlyOne() {
        String id = scene.connected(BOB);
        play(id);
        faults.callbacks(CallbackRule.every().always(CallbackFault.EARLY).waitAtMost(SOON));
        scene.client().post(CALLS + "/" + id + ":play", playBody().replace("ctx", "second"));

        assertThat(app.received("PlayCompleted")).extracting(one -> one.event().at("/data/operationContext").asText())
                .containsExactly("ctx", "second");
    }

    @Test
    void anAnswerWaitsForAnEarlyOutcomeOnlyForSoLong() {
        simulator.person(BOB).doesNotAnswer();
        faults.callbacks(CallbackRule.every().always(CallbackFault.EARLY).waitAtMost(Duration.ofMillis(50)));
        scene.create(BOB);

        assertThat(app.received()).isEmpty();
    }

    @Test
    void aRequestThatOnlyAsksDoesNotWaitForAnything() {
        String id = scene.connected(BOB);
        faults.callbacks(CallbackRule.every().always(CallbackFault.EARLY).waitAtMost(Duration.ofMinutes(10)));

        assertThat(scene.client().get(CALLS + "/" + id).status()).isEqualTo(200);
    }

    @Test
    void aLateEventIsOvertaken() {
        faults.callbacks(CallbackRule.of("CallConnected").always(CallbackFault.LATE).delay(Duration.ofMillis(300)));
        String id = scene.create(BOB);
        scene.awaitEvent(id, "CallConnected");
        TimelineEntry late = simulator.awaitCallback("CallConnected", SOON);

        assertThat(scene.types(id)).containsExactly("ParticipantsUpdated", "CallConnected");
        assertThat(late.fault()).isEqualTo("late");
        assertThat(Duration.between(entry(EntryKind.REQUEST, "createCall").time(), late.time()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void whenAllAreLateTheirOrderStays() {
        faults.callbacks(CallbackRule.every().always(CallbackFault.LATE).delay(Duration.ofMillis(100)));
        String id = scene.connected(BOB);

        assertThat(scene.types(id)).containsExactly("CallConnected", "ParticipantsUpdated");
    }

    @Test
    void aLostEventNeverComesAndTheTimelineSaysSo() {
        String id = scene.connected(BOB);
        faults.callbacks(CallbackRule.of("Microsoft.Communication.PlayStarted").always(CallbackFault.LOST).times(1));
        play(id);
        scene.awaitEvent(id, "PlayCompleted");
        play(id);
        scene.awaitEvents(id, "PlayCompleted", 2);

        assertThat(scene.types(id)).containsExactly("CallConnected", "ParticipantsUpdated", "PlayCompleted", "PlayStarted",
                "PlayCompleted");
        assertThat(entry(EntryKind.NOTE, "PlayStarted")).satisfies(note -> {
            assertThat(note.fault()).isEqualTo("lost");
            assertThat(note.body().at("/0/data/operationContext").asText()).isEqualTo("ctx");
            assertThat(note.toJson().path("fault").asText()).isEqualTo("lost");
            assertThat(note.toLine()).contains("[lost]");
        });
    }

    @Test
    void anEventComesTwiceWithOneId() {
        faults.callbacks(CallbackRule.of("CallConnected").always(CallbackFault.TWICE));
        scene.connected(BOB);
        await().atMost(SOON).until(() -> app.received("CallConnected").size() == 2);

        List<Received> both = app.received("CallConnected");
        assertThat(both.get(0).event()).isEqualTo(both.get(1).event());
        assertThat(both.get(0).headers().get("authorization")).isNotEqualTo(both.get(1).headers().get("authorization"));
        assertThat(simulator.timeline().callbacks("CallConnected")).extracting(TimelineEntry::fault)
                .containsExactly("twice", "twice");
    }

    @Test
    void anEventChangesPlacesWithTheNext() {
        String id = scene.connected(BOB);
        faults.callbacks(CallbackRule.of("PlayStarted").always(CallbackFault.OUT_OF_ORDER).waitAtMost(SOON));
        play(id);
        scene.awaitEvent(id, "PlayStarted");

        assertThat(scene.types(id)).endsWith("PlayCompleted", "PlayStarted");
        assertThat(simulator.awaitCallback("PlayStarted", SOON).fault()).isEqualTo("outOfOrder");
        assertThat(simulator.awaitCallback("PlayCompleted", SOON).fault()).isNull();
    }

    @Test
    void anEventThatNoneFollowsComesAnyway() {
        faults.callbacks(CallbackRule.of("ParticipantsUpdated").always(CallbackFault.OUT_OF_ORDER)
                .waitAtMost(Duration.ofMillis(50)));
        String id = scene.connected(BOB);

        assertThat(scene.types(id)).containsExactly("CallConnected", "ParticipantsUpdated");
        assertThat(simulator.awaitCallback("ParticipantsUpdated", SOON).fault()).isNull();
    }

    @Test
    void severalEventsComeInOneArray() {
        faults.callbacks(CallbackRule.every().always(CallbackFault.BATCHED).waitAtMost(Duration.ofMillis(300)));
        scene.create(BOB);
        TimelineEntry entry = simulator.awaitCallback("ParticipantsUpdated", SOON);
        await().atMost(SOON).until(() -> !app.received().isEmpty());

        assertThat(app.received()).hasSize(1);
        assertThat(app.received().get(0).body()).extracting(event -> event.path("type").asText()).containsExactly(
                "Microsoft.Communication.CallConnected", "Microsoft.Communication.ParticipantsUpdated");
        assertThat(entry.fault()).isEqualTo("batched");
        assertThat(entry.type()).isEqualTo("CallConnected");
    }

    @Test
    void onlyEventsForOneAddressAreBatched() {
        String id = scene.connected(BOB);
        faults.callbacks(CallbackRule.of("PlayStarted").always(CallbackFault.BATCHED).waitAtMost(Duration.ofMillis(400)));
        scene.client().post(CALLS + "/" + id + ":play",
                playBody().replace("{\"operationContext\"",
                        "{\"operationCallbackUri\":\"" + app.uri("/other") + "\",\"operationContext\""));
        scene.client().delete(CALLS + "/" + id);
        scene.awaitEvent(id, "CallDisconnected");

        assertThat(app.received("PlayStarted")).singleElement()
                .satisfies(one -> assertThat(types(one.body())).containsExactly("PlayStarted", "PlayCanceled"));
        assertThat(app.received("CallDisconnected")).hasSize(1);
    }

    @Test
    void nothingIsRepeatedUnlessAskedFor() {
        app.behaves(request -> Reply.of(503));
        scene.connected(BOB);
        simulator.timeline().awaitQuiet(Duration.ofMillis(200));

        assertThat(app.received()).hasSize(2);
    }

    @Test
    void whatIsNotTakenIsTriedAgainWithANewToken() {
        AtomicInteger count = new AtomicInteger();
        app.behaves(request -> Reply.of("CallConnected".equals(request.type()) && count.incrementAndGet() < 3 ? 503 : 200));
        faults.retry(RetryProfile.of(5, Duration.ofMillis(20)));
        scene.connected(BOB);
        await().atMost(SOON).until(() -> app.received("CallConnected").size() == 3);
        simulator.timeline().awaitQuiet(Duration.ofMillis(200));

        List<Received> attempts = app.received("CallConnected");
        assertThat(attempts).hasSize(3);
        assertThat(attempts).extracting(one -> one.event().path("id").asText()).containsOnly(
                attempts.get(0).event().path("id").asText());
        assertThat(attempts).extracting(one -> one.headers().get("authorization")).doesNotHaveDuplicates();
        assertThat(app.received("ParticipantsUpdated")).as("does not wait for it").hasSize(1);
        assertThat(simulator.timeline().callbacks("CallConnected")).extracting(TimelineEntry::detail)
                .containsExactly(null, "attempt 2", "attempt 3");
    }

    @Test
    void itIsGivenUpAfterTheLastAttempt() {
        app.behaves(request -> Reply.of(500));
        faults.retry(RetryProfile.of(2, Duration.ofMillis(20)));
        scene.create(BOB);
        simulator.timeline().await(entry -> "given up after 2 attempts".equals(entry.detail()), 2, SOON, "giving up");

        assertThat(app.received()).hasSize(4);
    }

    @Test
    void theApplicationMaySayWhenToComeAgain() {
        AtomicInteger count = new AtomicInteger();
        app.behaves(request -> count.incrementAndGet() == 1 ? new Reply(503, Map.of("Retry-After", "1"), "") : Reply.of(200));
        faults.retry(RetryProfile.of(2, Duration.ofMillis(1)));
        scene.create(BOB);
        simulator.awaitCallbacks("CallConnected", 2, SOON);
        List<TimelineEntry> attempts = simulator.timeline().callbacks("CallConnected");

        assertThat(Duration.between(attempts.get(0).time(), attempts.get(1).time()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void nothingThatIsLateComesAfterAReset() {
        faults.callbacks(CallbackRule.every().always(CallbackFault.LATE).delay(Duration.ofMillis(200)));
        scene.create(BOB);
        simulator.reset();
        simulator.timeline().awaitQuiet(Duration.ofMillis(500));

        assertThat(app.received()).isEmpty();
        assertThat(simulator.timeline().entries()).isEmpty();
    }

    @Test
    void manyFaultsAtOnceLoseNothing() {
        faults.seed(11).callbacks(CallbackRule.every().sometimes(CallbackFault.TWICE, 0.3)
                .sometimes(CallbackFault.OUT_OF_ORDER, 0.3).sometimes(CallbackFault.BATCHED, 0.3)
                .sometimes(CallbackFault.LATE, 0.3).sometimes(CallbackFault.EARLY, 0.3).delay(Duration.ofMillis(20))
                .waitAtMost(Duration.ofMillis(50)));
        AtomicInteger count = new AtomicInteger();
        app.behaves(request -> Reply.of(count.incrementAndGet() % 5 == 0 ? 503 : 200));
        faults.retry(RetryProfile.of(20, Duration.ofMillis(20)));
        for (int i = 0; i < 30; i++) {
            scene.create(BOB);
        }
        await().atMost(SOON).until(() -> app.received().stream().flatMap(one -> types(one.body()).stream())
                .filter("ParticipantsUpdated"::equals).count() >= 30);
        simulator.timeline().awaitQuiet(Duration.ofMillis(300));

        List<String> taken = app.received().stream().flatMap(one -> ids(one.body()).stream()).distinct().toList();
        assertThat(taken).as("two events of thirty calls, by id").hasSize(60);
    }

    private ServiceClient.Answer play(String id) {
        return scene.client().post(CALLS + "/" + id + ":play", playBody());
    }

    private static String playBody() {
        return "{\"operationContext\":\"ctx\",\"playSources\":[{\"kind\":\"file\","
               + "\"file\":{\"uri\":\"https://media.example.com/hello.wav\"}}]}";
    }

    private TimelineEntry entry(EntryKind kind, String type) {
        return simulator.timeline().await(entry -> entry.kind() == kind && type.equals(entry.type()), 1, SOON, type);
    }

    private static List<String> types(JsonNode events) {
        return texts(events, "type").stream().map(type -> type.substring(type.lastIndexOf('.') + 1)).toList();
    }

    private static List<String> ids(JsonNode events) {
        return texts(events, "id");
    }

    private static List<String> texts(JsonNode events, String member) {
        return StreamSupport.stream(events.spliterator(), false).map(event -> event.path(member).asText()).toList();
    }
}
