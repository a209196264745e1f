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

import java.time.Duration;
import java.util.List;

import io.acscall.camel.event.CallEvent;
import io.acscall.camel.outcome.Outcome;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class EventsConsumerTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final String CALL = "5b1e0000-0000-4000-8000-0000000000a1";

    private CallApp app;

    @BeforeEach
    void start() throws Exception {
        app = CallApp.run(SIMULATOR.simulator(), routes -> {
            routes.from("acs-call:events").to("mock:all");
            routes.from("acs-call:events?eventTypes=CallConnected, microsoft.communication.calldisconnected").to("mock:some");
        });
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void aConsumerGetsTheEventTypesThatItSelects() throws Exception {
        app.mock("all").expectedMessageCount(4);
        app.mock("some").expectedMessageCount(2);

        List.of("CallConnected", "ParticipantsUpdated", "PlayCompleted", "CallDisconnected")
                .forEach(type -> app.deliver(Callbacks.event(type, CALL, null)));

        app.mock("all").assertIsSatisfied();
        app.mock("some").assertIsSatisfied();
        assertThat(app.mock("some").getExchanges()).extracting(e -> e.getMessage().getHeader("CamelAcsCallEventType"))
                .containsExactly("CallConnected", "CallDisconnected");
    }

    @Test
    void eventsOfACallComeInOrderWithAllThatTheyTell(AcsSimulator simulator) throws Exception {
        MockEndpoint all = app.mock("all");
        all.expectedMessageCount(3);

        Exchange made = app.send("acs-call:createCall?target=+16045550100&operationContext=order-4711");
        await().atMost(Duration.ofSeconds(5)).until(() -> all.getReceivedCounter() == 2);
        simulator.hangUp(made.getMessage().getHeader("CamelAcsCallConnectionId", String.class), "+16045550100");
        all.assertIsSatisfied();

        List<Message> events = all.getExchanges().stream().map(Exchange::getMessage).toList();
        assertThat(events).extracting(event -> event.getHeader("CamelAcsCallEventType"))
                .containsExactly("CallConnected", "ParticipantsUpdated", "CallDisconnected");
        Message connected = events.get(0);
        CallEvent event = connected.getBody(CallEvent.class);
        assertThat(event.callConnectionId()).isEqualTo(made.getMessage().getHeader("CamelAcsCallConnectionId"));
        assertThat(connected.getHeaders()).containsEntry("CamelAcsCallConnectionId", event.callConnectionId())
                .containsEntry("CamelAcsCallServerCallId", event.serverCallId())
                .containsEntry("CamelAcsCallCorrelationId", event.correlationId())
                .containsEntry("CamelAcsCallOperationContext", "order-4711").containsEntry("CamelAcsCallEventId", event.id())
                .containsEntry("CamelAcsCallEventTime", event.time())
                .containsEntry(Exchange.MESSAGE_TIMESTAMP, event.time().toInstant().toEpochMilli())
                .doesNotContainKeys("CamelAcsCallAwaited", "CamelAcsCallOutcome", "Authorization");
    }

    @Test
    void aFailureEventTellsItsOutcome() throws Exception {
        app.mock("all").expectedMessageCount(1);

        app.deliver(Callbacks.event("CreateCallFailed", CALL, null, 486, 560486));

        app.mock("all").assertIsSatisfied();
        assertThat(app.mock("all").getExchanges().get(0).getMessage().getHeaders())
                .containsEntry("CamelAcsCallOutcome", Outcome.BUSY).containsEntry("CamelAcsCallRetryable", true)
                .containsEntry("CamelAcsCallResultCode", 486).containsEntry("CamelAcsCallResultSubCode", 560486)
                .containsEntry("CamelAcsCallResultMessage", "the service's words");
    }

    @Test
    void anEventTypeNobodyHasSeenYetIsAnEventLikeAnyOther() throws Exception {
        app.mock("all").expectedMessageCount(1);

        app.deliver(Callbacks.event("HologramProjected", CALL, null).replace("\"resultInformation\"", "\"hologram\""));

        app.mock("all").assertIsSatisfied();
        CallEvent event = app.mock("all").getExchanges().get(0).getMessage().getBody(CallEvent.class);
        assertThat(event.shortType()).isEqualTo("HologramProjected");
        assertThat(event.data()).containsKey("hologram");
    }

    @Test
    void eachConsumerHasAnExchangeOfItsOwnThatWantsNoReply() throws Exception {
        app.add(routes -> {
            routes.from("acs-call:events").process(e -> e.getMessage().setHeader("mine", "left")).to("mock:left");
            routes.from("acs-call:events").delay(50).to("mock:right");
        });
        app.mock("left").expectedMessageCount(1);
        app.mock("right").expectedMessageCount(1);

        app.deliver(Callbacks.event("PlayStarted", CALL, null));

        app.mock("left").assertIsSatisfied();
        app.mock("right").assertIsSatisfied();
        Exchange left = app.mock("left").getExchanges().get(0);
        Exchange right = app.mock("right").getExchanges().get(0);
        assertThat(right.getMessage().getHeader("mine")).isNull();
        assertThat(right.getExchangeId()).isNotEqualTo(left.getExchangeId());
        assertThat(left.getPattern()).isEqualTo(ExchangePattern.InOnly);
        assertThat(right.getPattern()).isEqualTo(ExchangePattern.InOnly);
    }

    @Test
    void aRouteThatFailsDoesNotStopTheNextEvents() throws Exception {
        app.add(routes -> routes.from("acs-call:events?eventTypes=PlayFailed").process(e -> {
            throw new IllegalStateException("a bug in a route");
        }));
        app.mock("all").expectedMessageCount(2);

        app.deliver(Callbacks.event("PlayFailed", CALL, null, 400, 8536));
        app.deliver(Callbacks.event("PlayFailed", CALL, null, 400, 8536));

        app.mock("all").assertIsSatisfied();
    }

    @Test
    void pollingIsRefusedWithAHint() {
        assertThatThrownBy(() -> app.context().createConsumerTemplate().receive("acs-call:events", 10))
                .hasStackTraceContaining("can't be polled")
                .hasStackTraceContaining("from(\"acs-call:events\").to(\"seda:events\")");
    }

    @Test
    void anActionGivesNoEventsAndASourceTakesNoMessages() {
        assertThatThrownBy(() -> app.add(routes -> routes.from("acs-call:play").to("mock:never")))
                .hasStackTraceContaining("acs-call:play is an action, it gives no events");
        assertThatThrownBy(() -> app.add(routes -> routes.from("direct:a").to("acs-call:events")))
                .hasStackTraceContaining("acs-call:events gives events, it can't be sent to");
    }
}
