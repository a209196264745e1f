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
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.call.CallerDetails;
import io.acscall.simulator.call.IncomingCall;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.timeline.EntryKind;
import io.acscall.simulator.timeline.TimelineEntry;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IncomingCallConsumerTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    @ParameterizedTest
    @EnumSource(EventGridSchema.class)
    void anIncomingCallComesWithAllThatIsKnownOfIt(EventGridSchema schema, AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.run(simulator, routes -> routes.from("acs-call:incomingCall").to("mock:in"))
                .subscribed(schema)) {
            MockEndpoint in = app.mock("in");
            in.expectedMessageCount(1);

            IncomingCall call = simulator.placeCall(CallApp.CALLER, "+18001234567", new CallerDetails("Ann", null, null));

            in.assertIsSatisfied();
            assertThat(in.getExchanges().get(0).getPattern()).isEqualTo(ExchangePattern.InOnly);
            Message message = in.getExchanges().get(0).getMessage();
            assertThat(message.getBody()).isInstanceOf(CallEvent.class);
            assertThat(message.getHeaders()).containsEntry("CamelAcsCallFrom", CallApp.CALLER)
                    .containsEntry("CamelAcsCallTo", "+18001234567").containsEntry("CamelAcsCallRemoteParty", CallApp.CALLER)
                    .containsEntry("CamelAcsCallIncomingCallContext", call.incomingCallContext())
                    .containsEntry("CamelAcsCallServerCallId", call.serverCallId())
                    .containsEntry("CamelAcsCallCorrelationId", call.correlationId())
                    .containsEntry("CamelAcsCallCallerDisplayName", "Ann")
                    .containsEntry("CamelAcsCallEventType", "IncomingCall")
                    .doesNotContainKeys("secret", "CamelHttpQuery", "aeg-event-type", "Authorization");
        }
    }

    @ParameterizedTest
    @CsvSource({
            "+16041234567, +18001234567, number", "+16041239999, +18001234567, numberFromCanada",
            "+16041234567, +18007654321, toll", "+16041234567, +13605550100, fromAnn", "+17785550100, +13605550100, any",
            "8:acs:r_u, +13605550100, fromUsers" })
    void theMostSpecificConsumerGetsTheCall(String from, String to, String route, AcsSimulator simulator) throws Exception {
        List<String> all = List.of("number", "numberFromCanada", "toll", "fromAnn", "any", "fromUsers");
        try (CallApp app = CallApp.run(simulator, routes -> {
            routes.from("acs-call:incomingCall").to("mock:any");
            routes.from("acs-call:incomingCall?to=+1800*").to("mock:toll");
            routes.from("acs-call:incomingCall?from=+16041234567").to("mock:fromAnn");
            routes.from("acs-call:incomingCall?from=8:acs:*").to("mock:fromUsers");
            routes.from("acs-call:incomingCall?to=+18001234567").to("mock:number");
            routes.from("acs-call:incomingCall?to=+18001234567&from=+16041239*").to("mock:numberFromCanada");
        }).subscribed()) {
            all.forEach(name -> app.mock(name).expectedMessageCount(name.equals(route) ? 1 : 0));

            simulator.placeCall(from, to);

            app.mock(route).assertIsSatisfied();
            for (String name : all) {
                app.mock(name).assertIsSatisfied();
            }
        }
    }

    @Test
    void aCallThatNobodyWantsIsTakenAndLeftAlone(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.run(simulator, routes -> routes.from("acs-call:incomingCall?to=+18001234567").to("mock:in"))
                .subscribed()) {
            app.mock("in").expectedMessageCount(0);
            simulator.timeline().clear();

            simulator.placeCall(CallApp.CALLER, "+18009999999");

            simulator.timeline().awaitQuiet(Duration.ofMillis(300));
            app.mock("in").assertIsSatisfied();
            assertThat(simulator.timeline().entries()).filteredOn(entry -> entry.kind() == EntryKind.EVENT_GRID)
                    .as("delivered once and accepted").extracting(TimelineEntry::status).containsExactly(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
            "'', ''", "to=+18001234567, to=4:+18001234567", "to=+1800*, to=+1800*",
            "to=+1800*&from=+1604*, from=+1604*&to=+1800*" })
    void twoEquallySpecificConsumersFailAtStart(String one, String other, AcsSimulator simulator) {
        assertThatThrownBy(() -> CallApp.run(simulator, routes -> {
            routes.from("acs-call:incomingCall?" + one).routeId("one").to("mock:a");
            routes.from("acs-call:incomingCall?" + other).routeId("other").to("mock:b");
        })).hasStackTraceContaining("Two consumers would get the same calls").hasStackTraceContaining("in route one")
                .hasStackTraceContaining("make one more specific, for example to=+18001234567");
    }

    @ParameterizedTest
    @CsvSource({
            "incomingCall?to=sixteen, Option 'to', to=+18001234567",
            "incomingCall?from=12345, Option 'from', from=+18001234567",
            "incomingCall?eventTypes=CallConnected, does not use the option eventTypes, take eventTypes",
            "events?to=+18001234567, does not use the option to, acs-call:incomingCall takes to and from",
            "events?target=+18001234567, does not use the option target, acs-call:events" })
    void aBadFilterFailsAtStartAndSaysWhatIsGood(String uri, String what, String good, AcsSimulator simulator) {
        assertThatThrownBy(() -> CallApp.run(simulator, routes -> routes.from("acs-call:" + uri).to("mock:a")))
                .hasStackTraceContaining(what).hasStackTraceContaining(good);
    }
}
