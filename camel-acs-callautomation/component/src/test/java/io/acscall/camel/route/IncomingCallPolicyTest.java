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
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.timeline.TimelineEntry;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class IncomingCallPolicyTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final RouteBuilder ROUTE = new RouteBuilder() {
        @Override
        public void configure() {
            from("acs-call:incomingCall?to=+18001234567").to("mock:calls");
            from("direct:dispatch").to("acs-call:dispatch");
        }
    };

    @Test
    void aCallThatRingsNoLongerIsDropped(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.start(simulator, ROUTE)) {
            app.mock("calls").expectedMessageCount(1);

            app.template().sendBody("direct:dispatch",
                    incomingCall(Instant.now().minus(Duration.ofSeconds(45)), "+18001234567"));
            app.template().sendBody("direct:dispatch", incomingCall(Instant.now(), "+18001234567"));

            app.mock("calls").assertIsSatisfied();
        }
    }

    @Test
    void aCallThatNoRouteTakesIsRejectedWhenTheUserSaysSo(AcsSimulator simulator) throws Exception {
        try (CallApp app
                = CallApp.start(simulator, configuration -> configuration.setRejectUnmatched("busy"), ROUTE).subscribed()) {
            simulator.placeCall("+16045550100", "+18009999999");

            TimelineEntry rejected = simulator.awaitRequest("rejectCall", Duration.ofSeconds(10));

            assertThat(rejected.body().path("callRejectReason").asText()).isEqualTo("busy");
            assertThat(app.mock("calls").getReceivedCounter()).isZero();
        }
    }

    @Test
    void aCallThatNoRouteTakesRingsOnOtherwise(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.start(simulator, ROUTE).subscribed()) {
            app.mock("calls").expectedMessageCount(1);

            simulator.placeCall("+16045550100", "+18009999999");
            simulator.placeCall("+16045550100", "+18001234567");

            app.mock("calls").assertIsSatisfied();
            assertThat(simulator.timeline().requests("rejectCall")).isEmpty();
        }
    }

    private static String incomingCall(Instant time, String to) {
        ObjectNode event
                = JsonNodeFactory.instance.objectNode().put("id", UUID.randomUUID().toString()).put("source", "/resource")
                        .put("type", "Microsoft.Communication.IncomingCall").put("specversion", "1.0")
                        .put("time", time.atOffset(ZoneOffset.UTC).toString());
        ObjectNode data = event.putObject("data").put("incomingCallContext", "context").put("serverCallId", "c2VydmVy");
        data.putObject("from").put("rawId", "4:+16045550100");
        data.putObject("to").put("rawId", "4:" + to);
        return event.toString();
    }
}
