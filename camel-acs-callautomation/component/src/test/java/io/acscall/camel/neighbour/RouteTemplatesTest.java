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
package io.acscall.camel.neighbour;

import java.util.Map;

import io.acscall.camel.route.CallApp;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Routes of templates whose parameters are numbers and options of acs-call. */
class RouteTemplatesTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static CallApp app(AcsSimulator simulator) throws Exception {
        return CallApp.run(simulator, builder -> {
            builder.routeTemplate("ring").templateParameter("name").templateParameter("number")
                    .templateParameter("wait", "true")
                    .templateOptionalParameter("callerId")
                    .from("direct:{{name}}")
                    .to("acs-call:createCall?target={{number}}&sourceCallerId={{?callerId}}&awaitEvent={{wait}}&hangUpOn=none");
            builder.routeTemplate("desk").templateParameter("number")
                    .from("acs-call:incomingCall?to={{number}}").to("acs-call:reject?reason=busy").to("mock:{{number}}");
        });
    }

    private static void ring(CallApp app, String name, String number) {
        TemplatedRouteBuilder.builder(app.context(), "ring").routeId(name).parameter("name", name).parameter("number", number)
                .add();
    }

    @Test
    void eachRouteOfATemplateRingsItsOwnNumber(AcsSimulator simulator) throws Exception {
        try (CallApp app = app(simulator)) {
            ring(app, "first", "+16045550101");
            ring(app, "second", "+16045550102");

            Exchange first = app.send("direct:first");
            Exchange second = app.send("direct:second");

            assertThat(first.getException()).isNull();
            assertThat(second.getException()).isNull();
            assertThat(simulator.timeline().requests("createCall"))
                    .extracting(request -> request.body().at("/targets/0/phoneNumber/value").asText())
                    .containsExactly("+16045550101", "+16045550102");
            assertThat(simulator.timeline().requests("createCall"))
                    .extracting(request -> request.body().at("/sourceCallerIdNumber/value").asText())
                    .containsOnly(CallApp.OUR_NUMBER);
        }
    }

    @Test
    void aConsumerOfATemplateTakesItsCallsAndLeavesWithItsRoute(AcsSimulator simulator) throws Exception {
        try (CallApp app = app(simulator)) {
            app.context().addRouteFromTemplate("sales", "desk", Map.of("number", "+18005550101"));
            app.subscribed();
            app.mock("+18005550101").expectedMessageCount(1);

            simulator.placeCall(CallApp.CALLER, "+18005550101");

            app.mock("+18005550101").assertIsSatisfied();
            app.context().getRouteController().stopRoute("sales");
            assertThat(app.context().removeRoute("sales")).isTrue();
        }
    }
}
