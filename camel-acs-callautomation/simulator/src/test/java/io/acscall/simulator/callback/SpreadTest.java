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
package io.acscall.simulator.callback;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.ServiceClient;
import io.acscall.simulator.testing.TestApp;
import io.acscall.simulator.timeline.TimelineEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.acscall.simulator.testing.CallScene.ANN;
import static io.acscall.simulator.testing.CallScene.OURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** One address, and several nodes behind it. */
class SpreadTest {

    private final AcsSimulator simulator = AcsSimulator.builder().start();
    private final TestApp one = new TestApp();
    private final TestApp two = new TestApp();
    private CallScene scene;

    @BeforeEach
    void open() {
        scene = new CallScene(simulator);
    }

    @AfterEach
    void close() {
        scene.close();
        one.close();
        two.close();
        simulator.close();
    }

    @Test
    void callbacksGoToTheNodesInTurnWithPathQueryAndToken() {
        simulator.spread(scene.app().uri(""), one.uri(""), two.uri(""));

        scene.connected(ANN);

        assertThat(scene.app().received()).isEmpty();
        assertThat(one.received()).hasSize(1);
        assertThat(two.received()).hasSize(1);
        assertThat(both()).allSatisfy(request -> {
            assertThat(request.path()).isEqualTo("/cb");
            assertThat(request.query()).isEqualTo("call=42");
            assertThat(request.headers().get("authorization")).startsWith("Bearer ");
        });
    }

    @Test
    void theHandshakeAndTheEventsOfEventGridAreSpreadToo() {
        simulator.spread(scene.app().uri(""), one.uri("/first"), two.uri("/second"));
        scene.subscribed(EventGridSchema.EVENT_GRID);

        simulator.placeCall(ANN, OURS);
        simulator.timeline().await(entry -> "IncomingCall".equals(entry.type()) && entry.status() != null, 1, CallScene.SOON,
                "IncomingCall");

        assertThat(both()).extracting(TestApp.Received::path).containsExactly("/first/event-grid", "/second/event-grid");
    }

    @Test
    void aNodeThatCannotBeConnectedToIsPassedOver() throws Exception {
        simulator.spread(scene.app().uri(""), nobody(), one.uri(""));

        scene.connected(ANN);

        assertThat(one.types()).containsExactly("CallConnected", "ParticipantsUpdated");
        assertThat(simulator.timeline().entries()).noneMatch(entry -> String.valueOf(entry.detail()).contains("not delivered"));
    }

    @Test
    void whenNoNodeCanBeConnectedToTheCallbackIsNotDelivered() throws Exception {
        simulator.spread(scene.app().uri(""), nobody(), nobody());

        scene.create(ANN);

        TimelineEntry note = simulator.timeline().await(
                entry -> String.valueOf(entry.detail()).contains("not delivered"), 1, CallScene.SOON, "a note");
        assertThat(note.detail()).contains("refused");
    }

    @Test
    void whatANodeAnswersIsFinal() {
        one.behaves(request -> TestApp.Reply.of(503));
        two.behaves(request -> TestApp.Reply.of(503));
        simulator.spread(scene.app().uri(""), one.uri(""), two.uri(""));

        scene.connected(ANN);

        assertThat(one.received()).hasSize(1);
        assertThat(two.received()).hasSize(1);
    }

    @Test
    void anotherAddressThatBeginsAlikeIsNotSpread() {
        Spread spread = new Spread(URI.create("http://localhost:80/"), List.of(URI.create("http://localhost:1")));

        assertThat(spread.rest(URI.create("http://localhost:80/a?b=c"))).contains("/a?b=c");
        assertThat(spread.rest(URI.create("http://localhost:80"))).contains("");
        assertThat(spread.rest(URI.create("http://localhost:8080/a"))).isEmpty();
        assertThat(spread.rest(URI.create("https://localhost:80/a"))).isEmpty();
    }

    @Test
    void theBuilderTakesItTooAndAResetKeepsIt() {
        URI base = scene.app().uri("");
        try (AcsSimulator other = AcsSimulator.builder().spread(base, one.uri("")).start();
             CallScene there = new CallScene(other)) {
            other.spread(there.app().uri("/"), two.uri(""));
            other.reset();
            there.connected(ANN);

            assertThat(two.received()).hasSize(2);
            assertThat(new ServiceClient(other).sendRaw("GET", "/simulator/spread", new byte[0], Map.of()).body()
                    .findValuesAsText("base")).containsExactly(base.toString(), there.app().uri("").toString());
        }
    }

    @Test
    void theControlApiEndsItAgain() {
        String base = scene.app().uri("").toString();
        control(Json.object().put("base", base).set("nodes", Json.array().add(one.uri("").toString())));
        control(Json.object().put("base", base + "/"));

        scene.connected(ANN);

        assertThat(one.received()).isEmpty();
        assertThat(scene.app().received()).hasSize(2);
    }

    @Test
    void addressesAreChecked() {
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.spread(URI.create("localhost"), one.uri("")))
                .withMessageContaining("localhost").withMessageContaining("http://127.0.0.1:8080");
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.spread(one.uri(""))).withMessageContaining("no nodes");
    }

    private List<TestApp.Received> both() {
        return Stream.concat(one.received().stream(), two.received().stream()).toList();
    }

    private void control(JsonNode body) {
        ServiceClient.Answer answer = scene.client().sendRaw("PUT", "/simulator/spread",
                Json.text(body).getBytes(StandardCharsets.UTF_8), Map.of());
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    }

    /** An address where nobody listens. */
    private static URI nobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }
}
