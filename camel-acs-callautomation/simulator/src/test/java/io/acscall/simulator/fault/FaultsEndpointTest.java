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

import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.ServiceClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.acscall.simulator.testing.CallScene.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FaultsEndpointTest {

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
        scene.close();
    }

    @Test
    void setsFaultsAndShowsThem() {
        ServiceClient.Answer put = put("{\"seed\":42,\"callbacks\":{\"early\":0.2,\"twice\":0.05,\"outOfOrder\":0.2,"
                                       + "\"lost\":0.0,\"delayMs\":0},\"retry\":{\"attempts\":3,\"delayMs\":[100,500]},"
                                       + "\"eventGrid\":{\"stale\":true,\"staleMs\":60000,\"retry\":{\"attempts\":2}},"
                                       + "\"rest\":[{\"operation\":\"play\",\"status\":429,\"retryAfterSeconds\":1,"
                                       + "\"times\":1}],\"keys\":\"down\"}");
        JsonNode shown = get();

        assertThat(put.status()).isEqualTo(200);
        assertThat(put.body()).isEqualTo(shown);
        assertThat(shown.path("seed").asInt()).isEqualTo(42);
        assertThat(shown.at("/callbacks/0/early").asDouble()).isEqualTo(0.2);
        assertThat(shown.at("/callbacks/0/lost").asDouble()).isZero();
        assertThat(shown.at("/callbacks/0").has("late")).isFalse();
        assertThat(shown.path("retry").toString()).isEqualTo("{\"attempts\":3,\"delayMs\":[100,500]}");
        assertThat(shown.path("eventGrid").toString()).isEqualTo(
                "{\"stale\":1.0,\"staleMs\":60000,\"retry\":{\"attempts\":2,\"delayMs\":200}}");
        assertThat(shown.at("/rest/0").toString()).isEqualTo("{\"operation\":\"play\",\"status\":429,\"retryAfterSeconds\":1,"
                                                             + "\"afterActing\":false,\"probability\":1.0,\"times\":1}");
        assertThat(shown.path("keys").asText()).isEqualTo("down");
        assertThat(put(shown.toString()).body()).as("what is shown can be set").isEqualTo(shown);
    }

    @Test
    void countsDownAndForgetsWhatIsUsedUp() {
        put("{\"rest\":{\"operation\":\"createCall\",\"status\":503,\"times\":2}}");
        create();
        assertThat(get().at("/rest/0/times").asInt()).isEqualTo(1);
        create();

        assertThat(get().has("rest")).isFalse();
        assertThat(create().status()).isEqualTo(201);
    }

    @Test
    void addingARuleKeepsTheCountsOfTheOthers() {
        simulator.faults().rest(RestRule.of("createCall").answers(503).times(1));
        create();
        simulator.faults().callbacks(CallbackRule.every().always(CallbackFault.TWICE));

        assertThat(create().status()).isEqualTo(201);
    }

    @Test
    void setsAnewEachTime() {
        put("{\"rest\":{\"status\":503},\"keys\":\"down\"}");
        put("{\"callbacks\":{\"twice\":1}}");

        assertThat(get().fieldNames()).toIterable().containsExactly("seed", "callbacks");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "" })
    void nothingGoesWrongAgain(String body) {
        put("{\"preset\":\"flaky\"}");
        ServiceClient.Answer answer = put(body);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(get().fieldNames()).toIterable().containsExactly("seed");
    }

    @Test
    void aResetEndsFaults() {
        put("{\"rest\":{\"status\":503},\"keys\":\"down\",\"retry\":{\"attempts\":3}}");
        simulator.reset();

        assertThat(get().fieldNames()).toIterable().containsExactly("seed");
        assertThat(create().status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = { "chaos", "disorder", "flaky", "forgery", "Chaos" })
    void aPresetIsSetByName(String name) {
        JsonNode shown = put("{\"preset\":\"" + name + "\",\"seed\":1}").body();
        simulator.faults().preset(name).seed(1);

        assertThat(shown).isEqualTo(get());
        assertThat(shown.has("callbacks") || shown.has("rest")).isTrue();
    }

    @Test
    void whatIsWrittenBesideAPresetGoesBefore() {
        JsonNode shown = put("{\"preset\":\"chaos\",\"callbacks\":{\"lost\":0},\"keys\":\"refused\"}").body();

        assertThat(shown.at("/callbacks/0/lost").asDouble()).isZero();
        assertThat(shown.at("/callbacks/0/twice").asDouble()).isEqualTo(0.05);
        assertThat(shown.path("keys").asText()).isEqualTo("refused");
    }

    @Test
    void aDelayAloneIsForAll() {
        JsonNode shown = put("{\"callbacks\":{\"delayMs\":300},\"eventGrid\":{\"staleMs\":1000,\"delayMs\":5}}").body();

        assertThat(shown.at("/callbacks/0/late").asDouble()).isEqualTo(1);
        assertThat(shown.at("/callbacks/0/delayMs").asInt()).isEqualTo(300);
        assertThat(shown.at("/eventGrid/stale").asDouble()).isEqualTo(1);
        assertThat(shown.at("/eventGrid/late").asDouble()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"callback\":{}}|callback: it is unknown; known are [callbacks,",
            "{\"callbacks\":7}|callbacks: it must be an object or an array of objects, such as {\"twice\":0.05}",
            "{\"callbacks\":[7]}|callbacks: it must be an object or an array",
            "{\"callbacks\":{\"erly\":1}}|callbacks.erly: it is unknown; known are [batched, delayMs, early,",
            "{\"callbacks\":{\"early\":1.5}}|callbacks.early is 1.5; it must be from 0 (never) to 1 (always), such as 0.2",
            "{\"callbacks\":[{},{\"lost\":\"no\"}]}|callbacks[1].lost: it must be from 0 (never) to 1 (always), such as 0.2",
            "{\"callbacks\":{\"lost\":-1}}|callbacks.lost is -1.0; it must be from 0",
            "{\"callbacks\":{\"delayMs\":\"soon\"}}|callbacks.delayMs: it must be a whole number, such as 500",
            "{\"callbacks\":{\"delayMs\":-1}}|callbacks.delayMs is -1; it must be from 0 to 86400000 milliseconds, such as 500",
            "{\"callbacks\":{\"waitMs\":99999999}}|callbacks.waitMs is 99999999; it must be from 0 to 86400000 milliseconds",
            "{\"callbacks\":{\"twice\":1,\"times\":0}}|callbacks.times is 0; it must be from 1 to 1000000, such as 3",
            "{\"callbacks\":{\"event\":3}}|callbacks.event: it must be text, such as \"PlayCompleted\"",
            "{\"callbacks\":{\"event\":\"Nothing\"}}|event: there is no Nothing; it must be one of [AddParticipantFailed,",
            "{\"rest\":{\"operation\":\"dance\",\"status\":500}}|operation: there is no dance; it must be one of [",
            "{\"rest\":{\"operation\":\"play\"}}|rest.status: nothing goes wrong; give one of status, reset, halfBody",
            "{\"rest\":{\"status\":200}}|rest.status is 200; it must be from 400 to 599, such as 503",
            "{\"rest\":{\"status\":503,\"reset\":true}}|rest.reset: a request fails in one way only, such as {\"status\":503}",
            "{\"rest\":{\"reset\":1}}|rest.reset: it must be true or false",
            "{\"rest\":{\"status\":503,\"probability\":2}}|rest.probability is 2.0; it must be from 0",
            "{\"rest\":{\"status\":503,\"retryAfterSeconds\":-1}}|rest.retryAfterMs is -1000; it must be from 0",
            "{\"retry\":3}|retry: it must be an object, such as {\"attempts\":3,\"delayMs\":200}",
            "{\"retry\":{}}|retry.attempts: it is missing; it must be how often it is tried in all, such as 3",
            "{\"retry\":{\"attempts\":0}}|retry.attempts is 0; it must be from 1 to 100, such as 3",
            "{\"retry\":{\"attempts\":2,\"delayMs\":[]}}|retry.delayMs is empty; it must be milliseconds, such as 200",
            "{\"retry\":{\"attempts\":2,\"delayMs\":[\"x\"]}}|retry.delayMs: it must be milliseconds, such as 200",
            "{\"eventGrid\":{\"stale\":2}}|eventGrid.stale is 2.0; it must be from 0",
            "{\"eventGrid\":{\"retry\":{\"attempts\":101}}}|eventGrid.retry.attempts is 101; it must be from 1 to 100",
            "{\"keys\":\"gone\"}|keys: it must be one of up, down, refused and rotate, such as \"down\"",
            "{\"seed\":\"x\"}|seed: it must be a whole number, such as 42",
            "{\"preset\":\"doom\"}|preset: it must be one of [chaos, disorder, flaky, forgery], such as \"chaos\"" })
    void refusesWhatIsMalformedWithItsNameAndAnExample(String body, String message) {
        put("{\"seed\":9,\"callbacks\":{\"twice\":0.5}}");
        JsonNode before = get();
        ServiceClient.Answer answer = put(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("8523");
        assertThat(answer.errorMessage()).startsWith(message);
        assertThat(get()).as("nothing has changed").isEqualTo(before);
    }

    @Test
    void refusesWhatIsWrongInJavaToo() {
        Faults faults = simulator.faults();

        assertThatIllegalArgumentException().isThrownBy(() -> faults.callbacks(CallbackRule.of("Nothing")))
                .withMessageContaining("there is no Nothing");
        assertThatIllegalArgumentException().isThrownBy(() -> faults.rest(RestRule.of("dance").answers(500)))
                .withMessageContaining("createCall");
        assertThatIllegalArgumentException().isThrownBy(() -> faults.preset("doom")).withMessageContaining("chaos");
        assertThatIllegalArgumentException().isThrownBy(() -> RestRule.every().answers(200)).withMessageContaining("503");
        assertThatIllegalArgumentException().isThrownBy(() -> CallbackRule.every().sometimes(CallbackFault.LOST, Double.NaN))
                .withMessageContaining("lost");
    }

    private ServiceClient.Answer create() {
        return scene.client().post(CallScene.CALLS, scene.createBody(BOB).toString());
    }

    private ServiceClient.Answer put(String body) {
        return scene.client().sendRaw("PUT", "/simulator/faults", body.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private JsonNode get() {
        return scene.client().sendRaw("GET", "/simulator/faults", new byte[0], Map.of()).body();
    }
}
