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

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.acscall.camel.event.CallEvent;
import io.acscall.camel.stream.StreamEnd;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.fault.StreamFault;
import io.acscall.simulator.fault.StreamRule;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What goes wrong with the streams of the service, from the simulator's WebSocket to the routes. */
class StreamFaultsTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String ANN = "+16045550101";
    private static final String UP = "acs-call:createCall?awaitEvent=true&hangUpOn=none"
                                     + "&mediaStreaming.startMediaStreaming=true&mediaStreaming.enableBidirectional=true";

    private final List<Message> frames = new CopyOnWriteArrayList<>();
    private final List<CallEvent> events = new CopyOnWriteArrayList<>();
    private StreamApp app;

    @BeforeEach
    void start(AcsSimulator simulator) throws Exception {
        app = StreamApp.run(simulator, settings -> settings.setSourceCallerId("+18005550100"), routes -> {
            routes.from("acs-call:events")
                    .process(exchange -> events.add(exchange.getMessage().getBody(CallEvent.class)));
            routes.from("acs-call:mediaStream").process(exchange -> frames.add(exchange.getMessage().copy()));
        });
    }

    /** The simulator forgets its calls first: a stream that is up would hold the stop until its time is nearly over. */
    @AfterEach
    void stop(AcsSimulator simulator) {
        simulator.reset();
        app.close();
    }

    private String call() {
        Exchange up = app.send(UP, null, Map.of("CamelAcsCallTarget", ANN));
        assertThat(up.getException()).isNull();
        return up.getMessage().getHeader("CamelAcsCallConnectionId", String.class);
    }

    private CallEvent event(String type) {
        await(type).atMost(SOON).until(() -> events.stream().anyMatch(event -> event.type().endsWith(type)));
        return events.stream().filter(event -> event.type().endsWith(type)).findFirst().orElseThrow();
    }

    private List<Message> frames(String kind) {
        return frames.stream().filter(frame -> kind.equals(frame.getHeader("CamelAcsCallStreamKind"))).toList();
    }

    private static Object stream(Message frame) {
        return frame.getHeader("CamelAcsCallStreamId");
    }

    @Test
    void aConnectionThatBreaksEndsItsStreamAndTheNextOneGoesOn(AcsSimulator simulator) {
        simulator.faults().streams(StreamRule.of("media").always(StreamFault.DROPPED).afterFrames(7).times(1));
        String call = call();

        await("both streams").atMost(SOON).until(() -> frames("metadata").size() == 2 && frames("end").size() == 1);
        Object broken = stream(frames("metadata").get(0));
        Object next = stream(frames("metadata").get(1));
        assertThat(next).isNotEqualTo(broken);
        assertThat(frames("end")).singleElement().satisfies(end -> {
            assertThat(stream(end)).isEqualTo(broken);
            assertThat(end.getBody()).isEqualTo(new StreamEnd(1011, 8));
        });
        assertThat(frames("audio").stream().filter(frame -> broken.equals(stream(frame)))).hasSize(7);
        await("audio of the next").atMost(SOON)
                .until(() -> frames("audio").stream().filter(frame -> next.equals(stream(frame))).count() > 10);
        assertThat(frames).allMatch(frame -> call.equals(frame.getHeader("CamelAcsCallConnectionId")));
    }

    @Test
    void audioForTheCallGoesIntoTheStreamThatIsUpNow(AcsSimulator simulator) {
        simulator.faults().streams(StreamRule.of("media").always(StreamFault.DROPPED).afterFrames(7).times(1));
        String call = call();
        await("both streams").atMost(SOON).until(() -> frames("metadata").size() == 2);

        Exchange said
                = app.send("acs-call:sendAudio?awaitWritten=true", new byte[640], Map.of("CamelAcsCallConnectionId", call));

        assertThat(said.getException()).isNull();
        await().atMost(SOON).until(() -> simulator.mediaStream(call).orElseThrow().framesReceived() == 1);
    }

    @Test
    void aStreamThatTheServiceShutsDownEndsAndTheRouteLearnsWhy(AcsSimulator simulator) {
        simulator.faults().streams(StreamRule.of("media").always(StreamFault.SHUTDOWN).afterFrames(3).times(1));
        call();

        CallEvent failed = event("MediaStreamingFailed");
        await("the end").atMost(SOON).until(() -> !frames("end").isEmpty());
        assertThat(failed.toString()).isNotEmpty();
        assertThat(failed.data().toString()).contains("serviceShutdown");
        assertThat(frames("audio")).hasSize(3);
    }

    @Test
    void aStreamThatNeverComesAboutIsAnEventAndNoFrame(AcsSimulator simulator) {
        simulator.faults().streams(StreamRule.of("media").always(StreamFault.REFUSED));
        call();

        assertThat(event("MediaStreamingFailed").data().toString()).contains("initialWebSocketConnectionFailed");
        assertThat(frames).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = StreamFault.class, mode = EnumSource.Mode.EXCLUDE, names = { "REFUSED", "DROPPED", "SHUTDOWN" })
    void aStreamWithABadTokenIsKeptOut(StreamFault fault, AcsSimulator simulator) {
        simulator.faults().streams(StreamRule.of("media").always(fault));
        call();

        await("the refusal").atMost(SOON).until(() -> app.component().getRefusals().keySet().stream()
                .anyMatch(reason -> reason.startsWith("mediaStream.")));
        assertThat(frames).isEmpty();
    }
}
