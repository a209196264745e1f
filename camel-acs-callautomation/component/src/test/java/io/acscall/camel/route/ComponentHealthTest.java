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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.acscall.camel.health.HealthCause;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.fault.KeyServer;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.acscall.camel.route.Conversation.GONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The readiness check of a component: up, and down for each cause.
 */
class ComponentHealthTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    @Test
    void isUpWhenPathsAreOpenAndKeysAreThere(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.run(simulator, routes -> {
            routes.from("acs-call:events").to("acs-call:getCallProperties");
            routes.from("acs-call:incomingCall").to("mock:calls");
        })) {
            await().untilAsserted(() -> assertThat(check(app).getState()).isEqualTo(HealthCheck.State.UP));
            assertThat(check(app).getCheck().isReadiness()).isTrue();
            assertThat(HealthCheckHelper.invokeLiveness(app.context())).extracting(one -> one.getCheck().getId())
                    .doesNotContain("acs-call");
        }
    }

    @Test
    void isDownWhileTheKeysCantBeFetchedAndUpWhenTheyAreThere(AcsSimulator simulator) throws Exception {
        simulator.faults().keys(KeyServer.DOWN);
        try (CallApp app = CallApp.run(simulator, routes -> routes.from("acs-call:events").to("mock:events"))) {
            assertThat(down(app, HealthCause.KEYS_MISSING)).contains(simulator.openIdConfigurationUri(),
                    "openIdConfigurationUri");
            await().untilAsserted(() -> assertThat(down(app, HealthCause.KEYS_MISSING)).contains("No answer from"));

            simulator.faults().keys(KeyServer.UP);
            app.deliver(Callbacks.event("PlayCompleted", "call", null));

            assertThat(check(app).getState()).isEqualTo(HealthCheck.State.UP);
        }
    }

    @Test
    void isDownWhileTheRouteThatWantsEventsIsStopped(AcsSimulator simulator) throws Exception {
        try (CallApp app
                = CallApp.run(simulator, routes -> routes.from("acs-call:events").routeId("late").to("mock:events"))) {
            app.context().getRouteController().stopRoute("late");

            assertThat(down(app, HealthCause.WEBHOOK_CLOSED)).contains("/acs-call/events", "the route late", "Start the route");

            app.context().getRouteController().startRoute("late");
            await().untilAsserted(() -> assertThat(check(app).getState()).isEqualTo(HealthCheck.State.UP));
        }
    }

    @Test
    void isDownWhenTheServiceRefusesTheCredentials(AcsSimulator simulator) throws Exception {
        String other = "b3RoZXIta2V5LW9mLWFub3RoZXItcmVzb3VyY2UtMTIzNDU2Nzg5MA==";
        try (CallApp app = CallApp.run(
                simulator,
                configuration -> configuration.setConnectionString(
                        simulator.connectionString().replaceFirst("accesskey=.*", "accesskey=" + other)),
                routes -> routes.from("direct:look").to("acs-call:getCallProperties"))) {
            assertThat(check(app).getState()).isEqualTo(HealthCheck.State.UP);

            app.send("direct:look", null, Map.of("CamelAcsCallConnectionId", GONE));

            assertThat(down(app, HealthCause.CREDENTIALS_REFUSED)).contains("401", "accessKey").doesNotContain(other);
        }
    }

    @Test
    void isDownWhenThereAreNoCredentialsForActions(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.run(simulator, configuration -> configuration.setConnectionString(null),
                routes -> routes.from("direct:unused").to("mock:unused"))) {
            assertThat(check(app).getState()).isEqualTo(HealthCheck.State.UP);

            app.context().getEndpoint("acs-call:getCallProperties");

            assertThat(down(app, HealthCause.CREDENTIALS_MISSING)).contains("connectionString");
        }
    }

    @Test
    void isDownWhileTheApplicationStopsAndFinishesWhatIsInFlight(AcsSimulator simulator) throws Exception {
        CountDownLatch inFlight = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (CallApp app = CallApp.run(simulator, routes -> routes.from("acs-call:events").process(exchange -> {
            inFlight.countDown();
            goOn.await(20, TimeUnit.SECONDS);
        }))) {
            app.deliver(Callbacks.event("PlayCompleted", "call", null));
            assertThat(inFlight.await(20, TimeUnit.SECONDS)).isTrue();

            CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> app.context().stop());

            await().untilAsserted(() -> assertThat(down(app, HealthCause.STOPPING)).contains("out of the balancer"));
            goOn.countDown();
            stopped.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void theChecksOfProducersAreForThoseWhoSwitchThemOn(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.run(simulator, routes -> {
            HealthCheckRegistry registry = HealthCheckRegistry.get(routes.getContext());
            HealthCheckRepository producers = (HealthCheckRepository) registry.resolveById("producers");
            producers.setEnabled(true);
            registry.register(producers);
            routes.from("direct:look").to("acs-call:getCallProperties");
        })) {
            HealthCheck check = HealthCheckHelper.getHealthCheck(app.context(), "producer:acs-call");

            assertThat(check.call().getState()).isEqualTo(HealthCheck.State.UP);
        }
        try (CallApp app = CallApp.run(simulator, routes -> routes.from("direct:look").to("acs-call:getCallProperties"))) {
            assertThat(HealthCheckHelper.getHealthCheck(app.context(), "producer:acs-call")).isNull();
        }
    }

    @Test
    void theCheckGoesWithItsComponent(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.run(simulator, routes -> routes.from("acs-call:events").to("mock:events"))) {
            app.context().removeComponent("acs-call");
            app.component();

            assertThat(HealthCheckRegistry.get(app.context()).stream().filter(one -> "acs-call".equals(one.getId())))
                    .hasSize(1);
        }
    }

    private static HealthCheck.Result check(CallApp app) {
        return HealthCheckHelper.invokeReadiness(app.context()).stream()
                .filter(one -> "acs-call".equals(one.getCheck().getId())).findFirst().orElseThrow();
    }

    private static String down(CallApp app, HealthCause cause) {
        HealthCheck.Result result = check(app);
        assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(result.getDetails()).containsEntry("cause", cause.name());
        assertThat(result.getMessage()).isPresent();
        return result.getMessage().orElseThrow();
    }
}
