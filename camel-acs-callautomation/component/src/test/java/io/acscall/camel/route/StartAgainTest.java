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

import java.util.Map;
import java.util.Optional;

import io.acscall.camel.AcsCallComponent;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.support.service.ServiceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** A component that was stopped, by hand or by a tool, and is started again. */
class StartAgainTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final String RING = "acs-call:createCall?target=+16045550100&hangUpOn=none&awaitEvent=true";

    @Test
    void aComponentThatWasStoppedTakesCallsAgain(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.run(
                simulator, configuration -> configuration.setMaxConcurrentPerCaller(1),
                routes -> routes.from("direct:ring").to(RING))) {
            AcsCallComponent component = app.component();
            ServiceHelper.stopService(component);
            assertThat(health(app.context())).as("who is stopped says nothing").isEmpty();

            ServiceHelper.startService(component);

            assertThat(health(app.context())).contains(HealthCheck.State.UP);
            Exchange up = app.send("direct:ring", null, Map.of());
            assertThat(up.getException()).isNull();
            assertThat(component.getPacing()).containsEntry("held", 1L);
        }
    }

    @Test
    void aComponentThatWasShutDownHasThreadsAndConnectionsAnewWhenItStarts(AcsSimulator simulator) throws Exception {
        AcsCallComponent component;
        int strategies;
        try (CallApp app = CallApp.run(
                simulator, configuration -> configuration.setFlightRecorder(true),
                routes -> routes.from("direct:ring").to(RING))) {
            component = app.component();
            strategies = app.context().getLifecycleStrategies().size();
            ServiceHelper.stopAndShutdownService(component);

            component.start();

            assertThat(app.context().getLifecycleStrategies()).hasSize(strategies);
            assertThat(component.consoleSections()).hasSize(1);
            Exchange up = app.template().request(RING, exchange -> {
            });
            assertThat(up.getException()).as("by a new endpoint").isNull();
        }
    }

    private static Optional<HealthCheck.State> health(CamelContext context) {
        return HealthCheckHelper.invokeReadiness(context).stream()
                .filter(result -> "acs-call".equals(result.getCheck().getId())).map(HealthCheck.Result::getState).findFirst();
    }
}
