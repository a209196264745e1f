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
package io.acscall.camel.springboot;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** What actuator shows of the component. */
class ActuatorTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static BootApp app;

    @BeforeAll
    static void start(AcsSimulator simulator) {
        app = BootApp.run(simulator, routes -> {
            routes.from("acs-call:events").to("mock:events");
            routes.from("acs-call:incomingCall").routeId("calls").to("mock:calls");
            routes.from("direct:ring")
                    .to("acs-call:createCall?awaitEvent=true&hangUpOn=none&target=RAW(+16045550100)&sourceCallerId=RAW(+18005550100)");
        }, "management.endpoints.web.exposure.include=health,metrics", "management.endpoint.health.show-details=always",
                "management.endpoint.health.probes.enabled=true", "camel.health.exposure-level=full");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void healthShowsTheCheckOfTheComponent() throws Exception {
        JsonNode health = new ObjectMapper().readTree(get("/actuator/health").body());

        assertThat(health.at("/components/camelHealth/details/acs-call").asText()).as(health.toPrettyString()).isEqualTo("UP");
        assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
    }

    @Test
    void healthIsDownWithItsCauseWhileNobodyTakesIncomingCalls() throws Exception {
        app.context().getRouteController().stopRoute("calls");
        try {
            HttpResponse<String> answer = get("/actuator/health");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("\"acs-call\":\"DOWN\"").contains("WEBHOOK_CLOSED");
        } finally {
            app.context().getRouteController().startRoute("calls");
        }
        assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
    }

    @Test
    void metricsCountTheActionsOfTheComponent() throws Exception {
        app.context().createProducerTemplate().sendBody("direct:ring", "");

        JsonNode metric = new ObjectMapper().readTree(
                get("/actuator/metrics/acs.call.actions?tag=action:createCall&tag=outcome:SUCCESS").body());
        assertThat(metric.at("/measurements/0/value").asDouble()).as(metric.toPrettyString()).isPositive();
        assertThat(get("/actuator/metrics/acs.call.waits.open").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> get(String path) {
        return app.send(HttpRequest.newBuilder(URI.create(app.address(path))).GET());
    }
}
