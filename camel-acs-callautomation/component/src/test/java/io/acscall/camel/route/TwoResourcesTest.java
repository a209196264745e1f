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

import java.util.function.Consumer;

import io.acscall.camel.AcsCallComponent;
import io.acscall.camel.AcsCallConfiguration;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Two resources in one application are two components with paths of their own. */
class TwoResourcesTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static void addSecond(CallApp app, Consumer<AcsCallConfiguration> settings) {
        AcsCallConfiguration configuration = app.component().getConfiguration().copy();
        settings.accept(configuration);
        AcsCallComponent second = new AcsCallComponent(app.context());
        second.setConfiguration(configuration);
        app.context().addComponent("second", second);
    }

    @Test
    void eachHasThePathsAndTheServiceOfItsOwn(AcsSimulator simulator) throws Exception {
        try (StubService service = StubService.taking("second-call");
             CallApp app = CallApp.run(simulator, routes -> routes.from("acs-call:events").to("mock:first"))) {
            addSecond(app, settings -> {
                settings.setConnectionString(service.connectionString());
                settings.setCallbackPath("/second/events");
                settings.setEventGridPath("/second/event-grid");
            });
            app.add(routes -> routes.from("second:events").to("mock:second"));
            app.mock("first").expectedMessageCount(0);
            app.mock("second").expectedMessageCount(1);

            assertThat(app.send("second:createCall?target=8:acs:r_u").getException()).isNull();
            assertThat(app.post("/second/events", Callbacks.event("CallConnected", "second-call", null), "Authorization",
                    "Bearer " + simulator.tokens().valid()).statusCode()).isEqualTo(200);

            app.mock("second").assertIsSatisfied();
            app.mock("first").assertIsSatisfied();
            assertThat(service.last().text("callbackUri")).isEqualTo(app.address("/second/events"));
            assertThat(simulator.timeline().requests("createCall")).isEmpty();
        }
    }

    @Test
    void twoOnOnePathAreRefused(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.run(simulator, routes -> routes.from("acs-call:events").to("mock:first"))) {
            addSecond(app, settings -> settings.setEventGridPath("/second/event-grid"));

            assertThatThrownBy(() -> app.add(routes -> routes.from("second:events").to("mock:second")))
                    .hasStackTraceContaining("The path /acs-call/events is used by the component 'acs-call' already")
                    .hasStackTraceContaining("callbackPath=/second/events");
        }
    }
}
