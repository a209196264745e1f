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

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.call.IncomingCall;
import io.acscall.simulator.callback.DeliveryResult;
import io.acscall.simulator.fixtures.Fixtures;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.TestApp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.acscall.simulator.testing.CallScene.ANN;
import static io.acscall.simulator.testing.CallScene.BOB;
import static io.acscall.simulator.testing.CallScene.OURS;
import static io.acscall.simulator.testing.CallScene.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

class AcsSimulatorTest {

    private AcsSimulator simulator;
    private CallScene scene;

    @BeforeEach
    void open() {
        simulator = AcsSimulator.builder().start();
        scene = new CallScene(simulator);
    }

    @AfterEach
    void close() {
        scene.close();
        simulator.close();
    }

    @Test
    void waitsForRequestsAndCallbacks() {
        scene.create(BOB);

        assertThat(simulator.awaitRequest("createCall", SOON).body().path("callbackUri").asText())
                .isEqualTo(scene.app().uri("/cb?call=42").toString());
        assertThat(simulator.awaitCallback("CallConnected", SOON).body().at("/0/type").asText())
                .isEqualTo("Microsoft.Communication.CallConnected");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> simulator.awaitRequest("play", Duration.ofMillis(10)))
                .withMessageContaining("1 x request play").withMessageContaining("createCall POST /calling/callConnections");
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.awaitRequest("answer", SOON))
                .withMessageContaining("answerCall");
    }

    @Test
    void aRequestIsKeptWithItsHeadersButNotItsSignature() {
        scene.create(BOB);

        assertThat(simulator.awaitRequest("createCall", SOON).headers())
                .containsEntry("authorization", "HMAC-SHA256 ***").containsKeys("x-ms-client-request-id", "x-ms-date");
    }

    @Test
    void aRequestAndItsAnswerBelongToTheCall() {
        String id = scene.connected(BOB);
        String callId = simulator.call(id).orElseThrow().callId();

        assertThat(simulator.timeline().entries()).filteredOn(e -> "createCall".equals(e.type())).hasSize(2)
                .allSatisfy(entry -> assertThat(entry.callId()).isEqualTo(callId));
        assertThat(simulator.timeline().callbacks()).allSatisfy(entry -> assertThat(entry.callId()).isEqualTo(callId));
    }

    @Test
    void postsHandMadeCallbacks() {
        JsonNode event = Fixtures.callbackEvent("CallConnected").body();
        scene.app().behaves(r -> r.headers().containsKey("authorization") ? TestApp.Reply.of(200) : TestApp.Reply.of(401));
        DeliveryResult with = simulator.sendCallback(scene.app().uri("/cb"), event, simulator.tokens().valid()).join();
        DeliveryResult without = simulator.sendCallback(scene.app().uri("/cb"), event, null).join();
        DeliveryResult nowhere = simulator.sendCallback(URI.create("http://127.0.0.1:1/"), event, null).join();

        assertThat(with.accepted()).isTrue();
        assertThat(without.status()).isEqualTo(401);
        assertThat(nowhere.status()).isZero();
        assertThat(nowhere.failure()).contains("refused");
        assertThat(scene.app().received().get(0).body()).isEqualTo(event);
        assertThat(simulator.timeline().callbacks("CallConnected")).hasSize(3);
    }

    @Test
    void everyCallbackHasATokenOfItsOwn() {
        scene.connected(BOB);
        Set<String> tokens
                = scene.app().received().stream().map(r -> r.headers().get("authorization")).collect(Collectors.toSet());

        assertThat(tokens).hasSize(2).allSatisfy(token -> assertThat(token).startsWith("Bearer eyJ"));
    }

    @Test
    void callbacksHaveTheEnvelopeOfTheSamples() {
        scene.connected(BOB);
        JsonNode sample = Fixtures.callbackEvent("CallConnected").event();
        JsonNode event = scene.app().received("CallConnected").get(0).event();

        assertThat(event.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(names(sample));
        assertThat(event.path("data").fieldNames()).toIterable()
                .containsExactlyInAnyOrderElementsOf(names(sample.path("data")));
        assertThat(event.path("time").asText()).matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,7})?\\+00:00");
        assertThat(event.path("source")).isEqualTo(event.path("subject"));
        assertThat(event.path("source").asText())
                .isEqualTo("calling/callConnections/" + event.at("/data/callConnectionId").asText());
    }

    @Test
    void aSeedRepeatsTheIds() {
        try (AcsSimulator one = AcsSimulator.builder().seed(7).start();
             AcsSimulator two = AcsSimulator.builder().seed(7).start()) {
            assertThat(one.placeCall(ANN, OURS)).isEqualTo(two.placeCall(ANN, OURS));
        }
    }

    @Test
    void resetStopsWhatIsUnderWay() {
        simulator.person(ANN).hangsUpAfter(Duration.ofMillis(50));
        String id = scene.connected(ANN);
        simulator.reset();

        assertThat(simulator.calls()).isEmpty();
        assertThat(scene.client().get(CallScene.CALLS + "/" + id).status()).isEqualTo(404);
        simulator.timeline().awaitQuiet(Duration.ofMillis(200));
        assertThat(simulator.timeline().callbacks()).isEmpty();
    }

    @Test
    void memoryIsBoundedWhereverCallsLeaveTraces() {
        try (AcsSimulator small = AcsSimulator.builder().timelineEntries(100).start()) {
            for (int i = 0; i < 2_000; i++) {
                String caller = "+1604" + (5_550_000 + i);
                small.person(caller).hangsUpAfter(Duration.ofSeconds(1));
                small.hangUp(small.placeCall(caller, OURS).callId(), caller);
            }
            assertThat(small.calls()).hasSizeLessThanOrEqualTo(500);
            assertThat(small.timeline().entries()).hasSize(100);
        }
    }

    @Test
    void leavesNoThreadBehind() {
        Set<Thread> before = simulatorThreads();
        AcsSimulator other = AcsSimulator.builder().start();
        other.placeCall(ANN, OURS);
        other.tokens().valid();
        Set<Thread> own = simulatorThreads();
        own.removeAll(before);
        other.close();
        other.close();

        assertThat(own).isNotEmpty();
        await().atMost(SOON).untilAsserted(() -> assertThat(own).allSatisfy(thread -> assertThat(thread.isAlive()).isFalse()));
    }

    @Test
    void aPortThatIsTakenIsRefusedAndNothingGoesOn() {
        assertThatIllegalStateException().isThrownBy(() -> AcsSimulator.builder().port(simulator.port()).start())
                .withMessageContaining("is taken");
    }

    @Test
    void startsQuickly() {
        long begin = System.nanoTime();
        AcsSimulator.builder().start().close();

        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)).isLessThan(5_000);
    }

    @Test
    void aWrongSettingIsRefusedWithAnExample() {
        AcsSimulatorBuilder builder = AcsSimulator.builder();

        assertThatIllegalArgumentException().isThrownBy(() -> builder.port(70_000)).withMessageContaining("70000");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.ringTime(Duration.ZERO)).withMessageContaining("PT30S");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.speechRate(0)).withMessageContaining("speechRate");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxCalls(0)).withMessageContaining("maxCalls");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.ownNumbers("1604")).withMessageContaining("+16045550100");
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.person("Ann")).withMessageContaining("+16045550100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.person(ANN).answersAfter(Duration.ofMillis(-1)))
                .withMessageContaining("Duration.ZERO");
    }

    private static List<String> names(JsonNode json) {
        return json.propertyStream().map(Map.Entry::getKey).toList();
    }

    private static Set<Thread> simulatorThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().startsWith("acs-simulator") || t.getName().startsWith("vert.x"))
                .collect(Collectors.toSet());
    }

    @Test
    void aWaitForACallShowsThatCallWhenItFails() {
        IncomingCall first = simulator.placeCall(ANN, OURS);
        IncomingCall second = simulator.placeCall(BOB, OURS);
        String id = scene.answer(second).body().path("callConnectionId").asText();

        assertThat(simulator.awaitRequest("answerCall", second.callId(), SOON).type()).isEqualTo("answerCall");
        assertThat(simulator.awaitCallback("CallConnected", id, SOON).callId()).isEqualTo(second.callId());
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> simulator.awaitRequest("answerCall", first.callId(), Duration.ofMillis(20)))
                .withMessageContaining("request answerCall did not come within").withMessageContaining(ANN)
                .withMessageNotContaining("CallConnected");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> simulator.awaitCallback("PlayCompleted", id, Duration.ofMillis(20)))
                .withMessageContaining("CallConnected").withMessageNotContaining(ANN);
    }
}
