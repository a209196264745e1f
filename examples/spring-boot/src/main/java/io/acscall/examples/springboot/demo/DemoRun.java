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
package io.acscall.examples.springboot.demo;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.acscall.examples.springboot.OrderLineRoutes;
import org.apache.camel.builder.NotifyBuilder;

/** Two people call, one with an order and one without, and one is called. */
public final class DemoRun {

    private static final String CUSTOMER = "+16045550101";
    private static final String STRANGER = "+16045550102";
    private static final String ORDER = "1001";
    private static final List<String> OPERATIONS = List.of("answerCall", "rejectCall", "createCall", "play", "terminateCall");
    private static final String HEALTH = "/actuator/health";
    private static final String METRIC = "/actuator/metrics/camel.exchanges.succeeded?tag=routeId:" + OrderLineRoutes.INCOMING;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Consumer<String> out;

    /**
     * @param out gets each line
     */
    public DemoRun(Consumer<String> out) {
        this.out = out;
    }

    /**
     * Runs it.
     *
     * @return whether all went as it should
     */
    public boolean run() throws Exception {
        out.accept("Starting the order line on Spring Boot and a simulator of Azure Communication Services ...");
        try (SimulatedShop shop = SimulatedShop.start("--logging.level.root=warn", "--spring.main.banner-mode=off")) {
            NotifyBuilder called = new NotifyBuilder(shop.context()).fromRoute(OrderLineRoutes.INCOMING).whenDone(2).create();
            NotifyBuilder told = new NotifyBuilder(shop.context()).fromRoute(OrderLineRoutes.READY).whenDone(1).create();
            out.accept(CUSTOMER + " calls, who has an order");
            shop.simulator().placeCall(CUSTOMER, SimulatedShop.NUMBER);
            out.accept(STRANGER + " calls, who has none");
            shop.simulator().placeCall(STRANGER, SimulatedShop.NUMBER);
            boolean done = called.matches(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            out.accept("order " + ORDER + " is ready: " + shop.post("/orders/" + ORDER + "/ready").statusCode());
            done &= told.matches(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return done & report(shop);
        }
    }

    private boolean report(SimulatedShop shop) throws Exception {
        for (String operation : OPERATIONS) {
            out.accept("  %-14s %d".formatted(operation, requests(shop, operation)));
        }
        String status = show(shop, HEALTH, "/status");
        show(shop, HEALTH, "/components/camelHealth/details/route:" + OrderLineRoutes.INCOMING);
        String succeeded = show(shop, METRIC, "/measurements/0/value");
        boolean well = requests(shop, "play") == 2 && "UP".equals(status) && "2.0".equals(succeeded);
        out.accept(well ? "All went as it should." : "Something is not as it should be.");
        return well;
    }

    private static int requests(SimulatedShop shop, String operation) {
        return shop.simulator().timeline().requests(operation).size();
    }

    /** One value of what actuator says. */
    private String show(SimulatedShop shop, String path, String value) throws Exception {
        String shown = new ObjectMapper().readTree(shop.get(path).body()).at(value).asText();
        out.accept("GET " + path + "  " + value + "  " + shown);
        return shown;
    }
}
