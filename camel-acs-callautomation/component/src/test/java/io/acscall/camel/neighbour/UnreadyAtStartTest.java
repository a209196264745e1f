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

import java.time.Duration;

import io.acscall.camel.route.CallApp;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.SupervisingRouteController;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** What Camel offers for a component that can't work yet when the application starts. */
class UnreadyAtStartTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final Duration SOON = Duration.ofSeconds(30);

    /** Routes under a controller that tries those again which did not start. */
    private abstract static class Supervised extends RouteBuilder {

        @Override
        public void configure() {
            SupervisingRouteController supervisor = getContext().getRouteController().supervising();
            supervisor.setInitialDelay(10);
            supervisor.setBackOffDelay(50);
            routes();
        }

        abstract void routes();
    }

    private static ServiceStatus status(CallApp app, String route) {
        return app.context().getRouteController().getRouteStatus(route);
    }

    @Test
    void withoutCredentialsTheApplicationDoesNotStart(AcsSimulator simulator) {
        assertThatThrownBy(() -> CallApp.run(simulator, settings -> settings.setConnectionString(null),
                routes -> routes.from("direct:ring").to("acs-call:createCall?target=+16045550100")).close())
                .hasStackTraceContaining("connectionString");
    }

    @Test
    void aLazyProducerComplainsOnlyWhenItIsUsed(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.run(simulator, settings -> settings.setConnectionString(null),
                routes -> routes.from("direct:ring").to("acs-call:createCall?target=+16045550100&lazyStartProducer=true"))) {
            assertThat(app.send("direct:ring").getException()).hasStackTraceContaining("connectionString");

            app.component().getConfiguration().setConnectionString(simulator.connectionString());
            assertThat(app.send("direct:ring").getException()).isNull();
        }
    }

    @Test
    void aRouteThatCouldNotCallIsStartedWhenItCan(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.start(simulator, settings -> settings.setConnectionString(null), new Supervised() {
            @Override
            void routes() {
                from("direct:ring").routeId("ring").to("acs-call:createCall?target=+16045550100&awaitEvent=true");
            }
        })) {
            await().atMost(SOON)
                    .until(() -> app.context().getRouteController().supervising().getRestartingRoutes().size() == 1);

            app.component().getConfiguration().setConnectionString(simulator.connectionString());

            await().atMost(SOON).until(() -> status(app, "ring") == ServiceStatus.Started);
            Exchange rung = app.send("direct:ring");
            assertThat(rung.getException()).isNull();
        }
    }

    @Test
    void aConsumerThatCouldNotListenIsStartedWhenItCanAndGetsEachEventOnce(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.start(simulator, settings -> settings.setImmutableResourceId(null), new Supervised() {
            @Override
            void routes() {
                from("acs-call:events?eventTypes=CallConnected").routeId("events").to("mock:events");
                from("direct:ring").to("acs-call:createCall?target=+16045550100");
            }
        })) {
            await().atMost(SOON)
                    .until(() -> app.context().getRouteController().supervising().getRestartingRoutes().size() == 1);

            app.component().getConfiguration().setImmutableResourceId(simulator.resourceId());
            await().atMost(SOON).until(() -> status(app, "events") == ServiceStatus.Started);
            app.mock("events").expectedMessageCount(1);
            app.mock("events").setAssertPeriod(200);
            assertThat(app.send("direct:ring").getException()).isNull();

            app.mock("events").assertIsSatisfied();
        }
    }
}
