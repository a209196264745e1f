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
package io.acscall.simulator.participants;

import java.util.Map;

import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.ServiceClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.acscall.simulator.participants.ParticipantScene.ANN;
import static io.acscall.simulator.participants.ParticipantScene.BOB;
import static io.acscall.simulator.participants.ParticipantScene.CAT;
import static io.acscall.simulator.participants.ParticipantScene.DAN;
import static io.acscall.simulator.participants.ParticipantScene.path;
import static io.acscall.simulator.participants.ParticipantScene.people;
import static io.acscall.simulator.participants.ParticipantScene.raw;
import static io.acscall.simulator.participants.ParticipantScene.rawIds;
import static org.assertj.core.api.Assertions.assertThat;

class PagingTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension(builder -> builder.participantPage(2));

    private AcsSimulator simulator;
    private CallScene scene;
    private ParticipantScene people;

    @BeforeEach
    void open() {
        simulator = EXTENSION.simulator();
        scene = new CallScene(simulator);
        people = new ParticipantScene(scene);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void theLinkOfAPageIsFollowedAsItIs() {
        String id = people.group(ANN, BOB, CAT, DAN);
        ServiceClient.Answer first = scene.client().get(path(id, "/participants"));
        ServiceClient.Answer second = follow(first);
        ServiceClient.Answer third = follow(second);

        assertThat(first.body().path("value")).hasSize(2);
        assertThat(second.body().path("value")).hasSize(2);
        assertThat(third.body().path("value")).hasSize(1);
        assertThat(third.body().has("nextLink")).isFalse();
        assertThat(first.body().path("nextLink").asText()).startsWith(simulator.endpoint() + "/calling/callConnections/" + id)
                .contains("api-version=2026-03-12");
        assertThat(rawIds(first.body().path("value"))).doesNotContainAnyElementsOf(rawIds(second.body().path("value")));
        assertThat(rawIds(third.body().path("value"))).containsExactly(raw(DAN));
    }

    @Test
    void aPageThatIsEmptyMeanwhileEndsTheList() {
        String id = people.group(ANN, BOB);
        String link = next(scene.client().get(path(id, "/participants")));
        simulator.hangUp(id, BOB);
        scene.awaitEvents(id, "ParticipantsUpdated", 3);
        ServiceClient.Answer second = scene.client().sendExact("GET", link, null, Map.of());

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(Json.object().set("value", Json.array()));
    }

    @Test
    void theLinkIsSignedByItsOwnPathAndQuery() {
        String id = people.group(ANN, BOB);
        String link = next(scene.client().get(path(id, "/participants")));
        ServiceClient stranger = new ServiceClient(simulator, "YW5vdGhlciBrZXkgdGhhbiBvdXJzLCBidXQgbG9uZw==", null);

        assertThat(stranger.sendExact("GET", link, null, Map.of()).status()).isEqualTo(401);
        assertThat(scene.client().sendExact("GET", link.replaceFirst("skip=\\d+", "skip=x"), null, Map.of()).errorCode())
                .isEqualTo("8523");
    }

    private ServiceClient.Answer follow(ServiceClient.Answer page) {
        return scene.client().sendExact("GET", next(page), null, Map.of());
    }

    private String next(ServiceClient.Answer page) {
        return page.body().path("nextLink").asText().substring(simulator.endpoint().length());
    }
}
