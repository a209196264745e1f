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
package io.acscall.examples.springboot;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.acscall.examples.springboot.demo.SimulatedShop;
import io.acscall.simulator.timeline.TimelineEntry;
import org.apache.camel.builder.NotifyBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The application as it is, with the simulator over HTTP. */
class OrderLineTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static SimulatedShop shop;

    @BeforeAll
    static void start() {
        shop = SimulatedShop.start();
    }

    @AfterAll
    static void stop() {
        shop.close();
    }

    @BeforeEach
    void reset() {
        shop.simulator().reset();
    }

    private static boolean done(String route, Runnable what) {
        NotifyBuilder done = new NotifyBuilder(shop.context()).fromRoute(route).whenCompleted(1).create();
        what.run();
        return done.matches(SOON.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static List<String> texts() {
        return shop.simulator().timeline().requests("play").stream().map(TimelineEntry::body)
                .map(body -> body.at("/playSources/0/text/text").asText()).toList();
    }

    private static JsonNode get(String path) throws Exception {
        return new ObjectMapper().readTree(shop.get(path).body());
    }

    @Test
    void tellsACustomerWhereTheOrderIs() {
        assertThat(done(OrderLineRoutes.INCOMING, () -> shop.simulator().placeCall("+16045550101", SimulatedShop.NUMBER)))
                .isTrue();

        assertThat(texts()).containsExactly("Hello Mia. Your order 1001 is on its way.");
        assertThat(shop.simulator().timeline().requests("terminateCall")).hasSize(1);
    }

    @Test
    void turnsAwayWhoHasNoOrder() {
        assertThat(done(OrderLineRoutes.INCOMING, () -> shop.simulator().placeCall("+16045550102", SimulatedShop.NUMBER)))
                .isTrue();

        assertThat(shop.simulator().timeline().requests("rejectCall")).hasSize(1);
        assertThat(shop.simulator().timeline().requests("answerCall")).isEmpty();
    }

    @Test
    void ringsTheCustomerWhenTheOrderIsReady() {
        assertThat(done(OrderLineRoutes.READY, () -> assertThat(post("/orders/1002/ready")).isEqualTo(202))).isTrue();

        assertThat(texts()).containsExactly("Hello Noah. Your order 1002 is ready.");
        assertThat(post("/orders/9999/ready")).isEqualTo(404);
    }

    private static int post(String path) {
        try {
            return shop.post(path).statusCode();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void goesOnWhenACustomerIsNotReached() {
        shop.simulator().person("+16045550103").busy();

        assertThat(done(OrderLineRoutes.READY, () -> assertThat(post("/orders/1002/ready")).isEqualTo(202))).isTrue();

        assertThat(texts()).isEmpty();
    }

    @Test
    void healthIsUpWithTheChecksOfCamelAndOfTheComponent() throws Exception {
        JsonNode health = get("/actuator/health");

        assertThat(health.path("status").asText()).isEqualTo("UP");
        assertThat(health.at("/components/camelHealth/status").asText()).as(health.toPrettyString()).isEqualTo("UP");
        assertThat(health.at("/components/camelHealth/details/acs-call").asText()).isEqualTo("UP");
        assertThat(health.at("/components/camelHealth/details/route:incoming-call").asText()).isEqualTo("UP");
        assertThat(health.at("/components/camelHealth/details/consumer:incoming-call").asText()).isEqualTo("UP");
        assertThat(shop.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void metricsCountTheExchangesOfARoute() throws Exception {
        String metric = "/actuator/metrics/camel.exchanges.succeeded?tag=routeId:" + OrderLineRoutes.INCOMING;
        double before = get(metric).at("/measurements/0/value").asDouble();

        assertThat(done(OrderLineRoutes.INCOMING, () -> shop.simulator().placeCall("+16045550102", SimulatedShop.NUMBER)))
                .isTrue();

        assertThat(get(metric).at("/measurements/0/value").asDouble()).isEqualTo(before + 1);
    }

    @Test
    void metricsCountTheActionsOfTheComponent() throws Exception {
        assertThat(done(OrderLineRoutes.INCOMING, () -> shop.simulator().placeCall("+16045550101", SimulatedShop.NUMBER)))
                .isTrue();

        JsonNode plays = get("/actuator/metrics/acs.call.actions?tag=action:play&tag=outcome:SUCCESS");
        assertThat(plays.at("/measurements/0/value").asDouble()).as(plays.toPrettyString()).isPositive();
    }
}
