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
import java.time.Instant;
import java.util.List;

import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.TestApp;
import io.acscall.simulator.testing.TestApp.Received;
import io.acscall.simulator.testing.TestApp.Reply;
import io.acscall.simulator.timeline.EntryKind;
import io.acscall.simulator.timeline.TimelineEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.acscall.simulator.testing.CallScene.ANN;
import static io.acscall.simulator.testing.CallScene.OURS;
import static io.acscall.simulator.testing.CallScene.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

class EventGridFaultTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

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
        simulator.unsubscribeEventGrid();
        scene.close();
    }

    @ParameterizedTest
    @EnumSource(EventGridSchema.class)
    void anIncomingCallIsStale(EventGridSchema schema) {
        scene.subscribed(schema);
        faults.eventGrid(EventGridRule.every().always(EventGridFault.STALE).age(Duration.ofMinutes(10)).times(1));
        simulator.placeCall(ANN, OURS);
        simulator.placeCall(ANN, OURS);
        List<Instant> times = delivered(2).stream()
                .map(one -> Instant.parse(one.event().path("eventTime").asText(one.event().path("time").asText()))).sorted()
                .toList();

        assertThat(times.get(0)).isCloseTo(Instant.now().minus(Duration.ofMinutes(10)), within(Duration.ofSeconds(30)));
        assertThat(times.get(1)).isCloseTo(Instant.now(), within(Duration.ofSeconds(30)));
        assertThat(deliveries()).extracting(TimelineEntry::fault).containsExactly("stale", null);
    }

    @Test
    void anIncomingCallIsDeliveredTwiceWithOneId() {
        scene.subscribed(EventGridSchema.CLOUD_EVENTS);
        faults.eventGrid(EventGridRule.every().always(EventGridFault.TWICE));
        simulator.placeCall(ANN, OURS);
        List<Received> both = delivered(2);

        assertThat(both.get(0).event()).isEqualTo(both.get(1).event());
        assertThat(deliveries()).extracting(TimelineEntry::fault).containsExactly("twice", "twice");
    }

    @Test
    void anIncomingCallIsLost() {
        scene.subscribed(EventGridSchema.EVENT_GRID);
        faults.eventGrid(EventGridRule.every().always(EventGridFault.LOST).times(1));
        simulator.placeCall(ANN, OURS);
        String second = simulator.placeCall(ANN, OURS).correlationId();

        assertThat(delivered(1)).extracting(one -> one.event().at("/data/correlationId").asText()).containsExactly(second);
        assertThat(simulator.timeline().entries()).filteredOn(entry -> "lost".equals(entry.fault())).hasSize(1);
    }

    @Test
    void anIncomingCallIsLate() {
        scene.subscribed(EventGridSchema.EVENT_GRID);
        faults.eventGrid(EventGridRule.every().always(EventGridFault.LATE).delay(Duration.ofMillis(300)));
        Instant begin = Instant.now();
        simulator.placeCall(ANN, OURS);
        delivered(1);

        assertThat(Duration.between(begin, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(deliveries()).extracting(TimelineEntry::fault).containsExactly("late");
    }

    @Test
    void whatIsNotTakenIsTriedAgainAsTheProfileSays() {
        scene.subscribed(EventGridSchema.EVENT_GRID);
        faults.eventGridRetry(new RetryProfile(4, List.of(Duration.ofMillis(10), Duration.ofMillis(40))));
        app.behaves(request -> Reply.of(503));
        simulator.placeCall(ANN, OURS);
        simulator.timeline().await(entry -> entry.kind() == EntryKind.NOTE && entry.detail().endsWith("answered with 503"), 1,
                SOON, "giving up");

        assertThat(delivered(4)).extracting(one -> one.headers().get("aeg-delivery-count")).containsExactly("0", "1", "2", "3");
    }

    private List<Received> delivered(int count) {
        await().atMost(SOON).until(() -> app.received("IncomingCall").size() == count);
        return app.received("IncomingCall");
    }

    private List<TimelineEntry> deliveries() {
        return simulator.timeline().entries().stream()
                .filter(entry -> entry.kind() == EntryKind.EVENT_GRID && "IncomingCall".equals(entry.type())).toList();
    }
}
