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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.acscall.simulator.participants.ParticipantScene.ANN;
import static io.acscall.simulator.participants.ParticipantScene.BOB;
import static io.acscall.simulator.participants.ParticipantScene.CAT;
import static io.acscall.simulator.participants.ParticipantScene.DAN;
import static io.acscall.simulator.participants.ParticipantScene.addBody;
import static io.acscall.simulator.participants.ParticipantScene.path;
import static io.acscall.simulator.participants.ParticipantScene.people;
import static io.acscall.simulator.participants.ParticipantScene.person;
import static io.acscall.simulator.participants.ParticipantScene.raw;
import static io.acscall.simulator.participants.ParticipantScene.rawIds;
import static org.assertj.core.api.Assertions.assertThat;

class ConcurrentParticipantsTest {

    private static final int MANY = 50;

    private final ExecutorService threads = Executors.newFixedThreadPool(8);

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

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
        threads.shutdownNow();
        scene.close();
    }

    private static String number(int i) {
        return "+1604556%04d".formatted(i);
    }

    private void atOnce(IntConsumer work) {
        List<CompletableFuture<Void>> all = IntStream.range(0, MANY)
                .mapToObj(i -> CompletableFuture.runAsync(() -> work.accept(i), threads)).toList();
        all.forEach(CompletableFuture::join);
    }

    /** In the order they were sent. */
    private List<JsonNode> updates(String id) {
        return scene.app().received("ParticipantsUpdated").stream().map(received -> received.event().path("data"))
                .filter(data -> id.equals(data.path("callConnectionId").asText())).toList();
    }

    @Test
    void manyWhoAreAddedAndRemovedAtOnceAreCountedRight() {
        String id = people.group(ANN, BOB);
        atOnce(i -> people.accepted(202, id, "/participants:add", addBody(number(i))));
        scene.awaitEvents(id, "AddParticipantSucceeded", MANY);
        scene.awaitEvents(id, "ParticipantsUpdated", 2 + MANY);
        assertThat(people.listed(id)).hasSize(3 + MANY);
        atOnce(i -> {
            people.accepted(202, id, "/participants:remove", person("participantToRemove", number(i)));
            people.accepted(202, id, "/participants:add", addBody(number(i)).put("operationContext", "again"));
        });
        scene.awaitEvents(id, "RemoveParticipantSucceeded", MANY);
        scene.awaitEvents(id, "AddParticipantSucceeded", 2 * MANY);
        scene.awaitEvents(id, "ParticipantsUpdated", 2 + 3 * MANY);

        List<JsonNode> updates = updates(id);
        assertThat(updates).extracting(update -> update.path("sequenceNumber").asInt()).isSorted().doesNotHaveDuplicates();
        for (int i = 1; i < updates.size(); i++) {
            int change = updates.get(i).path("participants").size() - updates.get(i - 1).path("participants").size();
            assertThat(Math.abs(change)).as("each update tells one change").isEqualTo(1);
        }
        assertThat(rawIds(updates.get(updates.size() - 1).path("participants"))).hasSize(3 + MANY).doesNotHaveDuplicates()
                .isEqualTo(rawIds(people.listed(id)));
    }

    @Test
    void peopleWhoAreMovedBetweenTwoCallsAtOnceAreInOneOfThem() {
        String one = people.group(ANN, BOB);
        String other = people.group(CAT, DAN);
        atOnce(i -> {
            String here = i % 2 == 0 ? one : other;
            String from = i % 2 == 0 ? other : one;
            ObjectNode body = people("targetParticipants", i % 3 == 0 ? ANN : CAT).put("fromCall", from);
            people.accepted(202, here, "/participants:moveHere", body);
        });
        List<String> all = new ArrayList<>(rawIds(people.listed(one)));
        all.addAll(rawIds(people.listed(other)));

        assertThat(all).hasSize(6).doesNotHaveDuplicates().contains(raw(ANN), raw(BOB), raw(CAT), raw(DAN));
    }

    @Test
    void oneOfManyTransfersOfOnePersonSucceeds() {
        String id = people.group(ANN, BOB);
        List<Integer> statuses = new CopyOnWriteArrayList<>();
        atOnce(i -> {
            ObjectNode body = person("targetParticipant", number(i)).setAll(person("transferee", ANN));
            statuses.add(people.post(id, ":transferToParticipant", body).status());
        });
        scene.awaitEvent(id, "CallTransferAccepted");
        simulator.timeline().awaitQuiet(Duration.ofMillis(100));

        assertThat(statuses).isSubsetOf(202, 409, 404).containsOnlyOnce(202);
        assertThat(scene.app().received("CallTransferAccepted")).hasSize(1);
        assertThat(simulator.callOf(ANN).orElseThrow().onTheLine()).hasSize(2);
    }
}
