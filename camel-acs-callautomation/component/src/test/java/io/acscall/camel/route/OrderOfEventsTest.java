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
package io.acscall.camel.route;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.camel.LeftBehind;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class OrderOfEventsTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CALL = "401f0000-0000-4000-8000-0000000000b1";

    @Test
    void eventsOfOneCallReachARouteOneAfterTheOther(AcsSimulator simulator) throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        RouteBuilder route = new RouteBuilder() {
            @Override
            public void configure() {
                from("acs-call:events").process(exchange -> {
                    seen.add("begin " + exchange.getMessage().getHeader("CamelAcsCallOperationContext"));
                    Thread.yield();
                    seen.add("end " + exchange.getMessage().getHeader("CamelAcsCallOperationContext"));
                });
            }
        };
        try (CallApp app = CallApp.start(simulator, route)) {
            Knocking knocking = new Knocking(simulator, app);

            for (int i = 0; i < 40; i++) {
                assertThat(knocking.status(Callbacks.event("PlayCompleted", CALL, String.valueOf(i)))).isEqualTo(200);
            }

            Awaitility.await("all events").until(() -> seen.size() == 80);
            assertThat(seen).isEqualTo(IntStream.range(0, 40).boxed()
                    .flatMap(i -> Stream.of("begin " + i, "end " + i)).toList());
        }
    }

    @Test
    void aCallThatIsBusyDoesNotHoldAnother(AcsSimulator simulator) throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        RouteBuilder route = new RouteBuilder() {
            @Override
            public void configure() {
                from("acs-call:events").choice().when(header("CamelAcsCallConnectionId").isEqualTo(CALL))
                        .process(exchange -> open.await(30, TimeUnit.SECONDS)).otherwise().to("mock:other");
            }
        };
        try (CallApp app = CallApp.start(simulator, route)) {
            app.mock("other").expectedMessageCount(1);

            new Knocking(simulator, app).status(Callbacks.event("PlayCompleted", CALL, null));
            new Knocking(simulator, app).status(Callbacks.event("PlayCompleted", CALL + 2, null));

            app.mock("other").assertIsSatisfied();
            open.countDown();
        }
    }

    @Test
    void aParticipantsUpdatedThatIsOlderThanOneSeenIsMarkedStale(AcsSimulator simulator) throws Exception {
        RouteBuilder route = new RouteBuilder() {
            @Override
            public void configure() {
                from("acs-call:events").to("mock:seen");
            }
        };
        try (CallApp app = CallApp.start(simulator, route)) {
            MockEndpoint seen = app.mock("seen");
            seen.expectedMessageCount(3);

            new Knocking(simulator, app).status(participantsUpdated(3));
            new Knocking(simulator, app).status(participantsUpdated(1));
            new Knocking(simulator, app).status(participantsUpdated(5));

            seen.assertIsSatisfied();
            assertThat(seen.getExchanges()).extracting(exchange -> exchange.getMessage().getHeader("CamelAcsCallStale"))
                    .containsExactly(null, true, null);
        }
    }

    @Test
    void keysComeInTheOrderOfTheirSequence(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.run(simulator, routes -> routes.from("acs-call:events").to("mock:keys"))) {
            MockEndpoint keys = app.mock("keys");
            keys.expectedMessageCount(5);
            Knocking knocking = new Knocking(simulator, app);

            for (String event : List.of(tone(2, "two"), tone(1, "one"), tone(3, "three"), tone(5, "pound"))) {
                assertThat(knocking.status(event)).isEqualTo(200);
            }
            assertThat(knocking.status(Callbacks.event("CallDisconnected", CALL, null))).isEqualTo(200);

            keys.assertIsSatisfied();
            assertThat(keys.getExchanges()).extracting(exchange -> exchange.getMessage().getHeader("CamelAcsCallTones"))
                    .containsExactly("1", "2", "3", "#", null);
        }
    }

    @Test
    void aKeyAfterALostOneComesAllTheSame(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.run(simulator, routes -> routes.from("acs-call:events").to("mock:keys"))) {
            MockEndpoint keys = app.mock("keys");
            keys.expectedMessageCount(1);

            new Knocking(simulator, app).status(tone(3, "asterisk"));

            keys.assertIsSatisfied();
            assertThat(keys.getExchanges().get(0).getMessage().getHeader("CamelAcsCallTones")).isEqualTo("*");
            Awaitility.await("nothing left").until(() -> LeftBehind.in(app.component()) == 0);
        }
    }

    private static String tone(int sequence, String name) throws Exception {
        ObjectNode event
                = (ObjectNode) JSON.readTree(Callbacks.event("ContinuousDtmfRecognitionToneReceived", CALL, "order")).get(0);
        ((ObjectNode) event.get("data")).put("sequenceId", sequence).put("tone", name);
        return "[" + event + "]";
    }

    private static String participantsUpdated(int sequence) throws Exception {
        ObjectNode event = (ObjectNode) JSON.readTree(Callbacks.event("ParticipantsUpdated", CALL, null)).get(0);
        ((ObjectNode) event.get("data")).put("sequenceNumber", sequence).putArray("participants");
        return "[" + event + "]";
    }
}
