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
package io.acscall.simulator.control;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.eventgrid.EventGridSubscription;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.ServiceClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.acscall.simulator.testing.CallScene.ANN;
import static io.acscall.simulator.testing.CallScene.BOB;
import static io.acscall.simulator.testing.CallScene.OURS;
import static org.assertj.core.api.Assertions.assertThat;

class ControlListsTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

    private AcsSimulator simulator;
    private CallScene scene;

    @BeforeEach
    void open() {
        simulator = EXTENSION.simulator();
        scene = new CallScene(simulator);
    }

    @AfterEach
    void close() {
        simulator.unsubscribeEventGrid();
        scene.close();
    }

    @Test
    void aCallSaysWhoWasCalledAndByWhatName() {
        control("POST", "/incoming-calls", "{\"from\":\"" + ANN + "\",\"to\":\"" + OURS + "\",\"displayName\":\"Ann <b>\"}");
        scene.connected(BOB);
        JsonNode calls = control("GET", "/calls", "").body().path("calls");

        assertThat(calls.at("/0/to").toString()).isEqualTo("[\"4:" + OURS + "\"]");
        assertThat(calls.at("/0/callerName").asText()).isEqualTo("Ann <b>");
        assertThat(calls.at("/1/to").toString()).isEqualTo("[\"" + BOB + "\"]");
        assertThat(calls.at("/1").has("callerName")).isFalse();
    }

    @Test
    void theNewestCallsAndEntriesCanBeAskedFor() {
        for (int i = 0; i < 3; i++) {
            control("POST", "/incoming-calls", "{\"from\":\"+1604555010" + i + "\",\"to\":\"" + OURS + "\"}");
        }

        assertThat(control("GET", "/calls?newest=2", "").body().findValuesAsText("from"))
                .containsExactly("4:+16045550101", "4:+16045550102");
        JsonNode entries = control("GET", "/timeline?newest=1", "").body().path("entries");
        assertThat(entries).hasSize(1);
        assertThat(entries.at("/0/seq").asLong()).isEqualTo(simulator.timeline().lastSeq());
    }

    @ParameterizedTest
    @ValueSource(strings = { "0", "-1", "all", "" })
    void aWrongNumberIsRefused(String newest) {
        ServiceClient.Answer answer = control("GET", "/calls?newest=" + newest, "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorMessage()).contains("newest").contains("200");
    }

    @Test
    void anEntryAboutAPersonNamesThePerson() {
        scene.connected(ANN);
        JsonNode entries = control("GET", "/timeline", "").body().path("entries");

        assertThat(entries).filteredOn(entry -> "person".equals(entry.path("kind").asText())).isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.at("/body/person").asText()).isEqualTo("4:" + ANN));
    }

    @Test
    void listsScriptedPeopleAndForgetsThem() {
        control("PUT", "/people/" + ANN, "{\"answer\":\"busy\"}");
        control("PUT", "/people/" + BOB, "{\"tones\":\"1\",\"delayMs\":20}");
        JsonNode people = control("GET", "/people", "").body().path("people");

        assertThat(people.findValuesAsText("person")).containsExactly(BOB, "4:" + ANN);
        assertThat(people.at("/0/tones").asText()).isEqualTo("1");
        assertThat(control("DELETE", "/people/" + BOB, "").status()).isEqualTo(204);
        assertThat(control("GET", "/people?newest=5", "").body().findValuesAsText("person")).containsExactly("4:" + ANN);
    }

    @Test
    void aUserHoldsTheCallAndComesBack() {
        String id = scene.connected(BOB);

        assertThat(act(id, BOB, "hold").status()).isEqualTo(202);
        assertThat(scene.awaitEvents(id, "ParticipantsUpdated", 2).findValuesAsText("isOnHold")).contains("true");
        assertThat(act(id, BOB, "hold").status()).as("a second time changes nothing").isEqualTo(202);
        assertThat(act(id, BOB, "unhold").status()).isEqualTo(202);
        assertThat(scene.awaitEvents(id, "ParticipantsUpdated", 3).findValuesAsText("isOnHold")).doesNotContain("true");
    }

    @Test
    void nobodyHearsOfWhatIsHeldAtATelephone() {
        String id = scene.connected(ANN);
        ServiceClient.Answer answer = act(id, ANN, "hold");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.errorMessage()).contains("telephone");
    }

    @Test
    void tellsWhatAnApplicationNeeds() {
        JsonNode settings = control("GET", "/settings", "").body();

        assertThat(settings.path("connectionString").asText()).isEqualTo(simulator.connectionString());
        assertThat(settings.path("openIdConfigurationUri").asText()).isEqualTo(simulator.openIdConfigurationUri());
        assertThat(settings.path("resourceId").asText()).isEqualTo(simulator.resourceId());
        assertThat(settings.path("eventGridSecret").asText()).isEqualTo(AcsSimulator.EVENT_GRID_SECRET);
    }

    @Test
    void showsWhereEventGridEventsGoWithoutSecrets() {
        assertThat(control("GET", "/event-grid", "").body()).isEmpty();
        simulator.subscribeEventGrid(
                EventGridSubscription.to(scene.app().uri("/event-grid?code=abc"), EventGridSchema.EVENT_GRID)
                        .withHeader("X-Secret", "s3cret"));
        JsonNode shown = control("GET", "/event-grid", "").body();

        assertThat(shown.path("endpoint").asText()).isEqualTo(scene.app().uri("/event-grid?code=***").toString());
        assertThat(shown.path("schema").asText()).isEqualTo("eventGrid");
        assertThat(shown.toString()).doesNotContain("s3cret");
    }

    @Test
    void tellsWhatFaultsThereAreToChooseFrom() {
        JsonNode choices = control("GET", "/faults/choices", "").body();

        assertThat(choices.path("presets").fieldNames()).toIterable().containsExactly("chaos", "disorder", "flaky", "forgery");
        assertThat(choices.path("callbacks").toString()).contains("twice", "expiredToken");
        assertThat(choices.path("eventGrid").toString()).contains("stale");
        assertThat(choices.path("events").toString()).contains("PlayCompleted");
        assertThat(choices.path("operations").toString()).contains("createCall");
        choices.path("presets")
                .forEach(preset -> assertThat(control("PUT", "/faults", preset.toString()).status()).isEqualTo(200));
    }

    private ServiceClient.Answer act(String callId, String person, String action) {
        return control("POST", "/calls/" + callId + "/people/" + person + "/" + action, "");
    }

    private ServiceClient.Answer control(String method, String path, String body) {
        return scene.client().sendRaw(method, "/simulator" + path, body.getBytes(StandardCharsets.UTF_8), Map.of());
    }
}
