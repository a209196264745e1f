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
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import io.acscall.camel.client.ServiceException;
import io.acscall.camel.observe.CallSignal;
import io.acscall.camel.observe.CallSignal.ActionAnswered;
import io.acscall.camel.observe.CallSignal.ActionEnded;
import io.acscall.camel.observe.CallSignal.ActionSent;
import io.acscall.camel.observe.CallSignal.EventDuplicate;
import io.acscall.camel.observe.CallSignal.EventTaken;
import io.acscall.camel.observe.CallSignal.RequestRefused;
import io.acscall.camel.observe.CallSignal.WaitEnded;
import io.acscall.camel.observe.CallSignal.WaitOpened;
import io.acscall.camel.observe.EventFate;
import io.acscall.camel.observe.WaitResult;
import io.acscall.camel.outcome.Outcome;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.acscall.camel.route.Conversation.ANN;
import static io.acscall.camel.route.Conversation.GONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What an observer of a component is told.
 */
class ObserversTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private final List<CallSignal> signals = new CopyOnWriteArrayList<>();
    private CallApp app;

    @BeforeEach
    void start(AcsSimulator simulator) throws Exception {
        app = CallApp.run(simulator, routes -> routes.from("acs-call:events").routeId("events").to("mock:events"));
        app.component().observers().add(signals::add);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void anAwaitedActionIsToldFromItsRequestToItsEvent() {
        String call = app.call(ANN);

        WaitOpened opened = only(WaitOpened.class);
        ActionSent sent = only(ActionSent.class);
        ActionAnswered answered = only(ActionAnswered.class);
        WaitEnded waited = only(WaitEnded.class);
        ActionEnded ended = only(ActionEnded.class);
        assertThat(List.of(opened.number(), answered.number(), waited.number(), ended.number())).containsOnly(sent.number());
        assertThat(sent.action()).isEqualTo("createCall");
        assertThat(sent.callConnectionId()).isNull();
        assertThat(sent.request().path()).isEqualTo("/calling/callConnections");
        assertThat(sent.request().body().toString()).contains(ANN);
        assertThat(answered.callConnectionId()).isEqualTo(call);
        assertThat(answered.responses()).singleElement().satisfies(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(waited.waitId()).isEqualTo(opened.waitId());
        assertThat(waited.result()).isEqualTo(WaitResult.SUCCEEDED);
        assertThat(waited.event().shortType()).isEqualTo("CallConnected");
        assertThat(ended.outcome()).isNull();
        assertThat(ended.failure()).isNull();
        assertThat(ended.awaited()).isTrue();
        assertThat(ended.callConnectionId()).isEqualTo(call);
    }

    @Test
    void anEventIsToldWithWhatBecameOfItAndAsItCame() {
        app.call(ANN);

        EventTaken connected = await().until(
                () -> all(EventTaken.class).stream().filter(one -> "CallConnected".equals(one.event().shortType())).findFirst()
                        .orElse(null),
                Objects::nonNull);
        assertThat(connected.fate()).isEqualTo(EventFate.WAIT_AND_CONSUMERS);
        assertThat(connected.event().operationContext()).isNull();
        assertThat(connected.received().operationContext()).startsWith("acs1.");
    }

    @Test
    void anEventForTheSecondTimeIsADuplicate() {
        String event = Callbacks.event("PlayCompleted", "call", null);

        app.deliver(event);
        app.deliver(event);

        assertThat(all(EventTaken.class)).extracting(EventTaken::fate).containsExactly(
                EventFate.CONSUMERS, EventFate.DUPLICATE);
        assertThat(only(EventDuplicate.class).consumer()).isEqualTo("events");
    }

    @Test
    void aRequestThatTheServiceRefusesIsToldWithItsAnswer() {
        app.send("acs-call:play?file=https://example.com/a.wav", null, Map.of("CamelAcsCallConnectionId", GONE));

        ActionAnswered answered = only(ActionAnswered.class);
        assertThat(answered.callConnectionId()).isEqualTo(GONE);
        assertThat(answered.failure()).isInstanceOfSatisfying(
                ServiceException.class, refused -> assertThat(refused.status()).isEqualTo(404));
        assertThat(only(ActionEnded.class).outcome()).isEqualTo(Outcome.CALL_NOT_FOUND);
    }

    @Test
    void anActionThatCouldNotBeSentEndsOnly() {
        app.send("acs-call:play?text=Hello");

        assertThat(signals).singleElement().isInstanceOfSatisfying(
                ActionEnded.class, ended -> assertThat(ended.outcome()).isEqualTo(Outcome.INVALID_REQUEST));
    }

    @Test
    void aRequestThatMayNotEnterIsToldWithItsReason() {
        app.post("/acs-call/events", Callbacks.event("PlayCompleted", "call", null));

        RequestRefused refused = only(RequestRefused.class);
        assertThat(refused.door()).isEqualTo("callback");
        assertThat(refused.reason()).isEqualTo("missing");
        assertThat(refused.status()).isEqualTo(401);
    }

    private <T extends CallSignal> List<T> all(Class<T> type) {
        return signals.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private <T extends CallSignal> T only(Class<T> type) {
        assertThat(all(type)).as("%s", signals).hasSize(1);
        return all(type).get(0);
    }
}
