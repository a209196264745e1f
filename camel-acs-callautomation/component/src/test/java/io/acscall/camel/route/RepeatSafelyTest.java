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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

import io.acscall.camel.AcsCallConfiguration;
import io.acscall.camel.CallInputException;
import io.acscall.camel.CallRequestException;
import io.acscall.camel.CallShutdownException;
import io.acscall.camel.action.CallProperties;
import io.acscall.camel.outcome.Outcome;
import io.acscall.camel.route.StubService.Reply;
import io.acscall.camel.spi.Attempt;
import io.acscall.camel.spi.Claim;
import io.acscall.camel.spi.OperationStore;
import io.acscall.camel.store.JdbcOperationStore;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RepeatSafelyTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final String ID = "repeatability-request-id";
    private static final RouteBuilder ROUTES = new RouteBuilder() {
        @Override
        public void configure() {
            from("direct:redelivered")
                    .errorHandler(defaultErrorHandler().maximumRedeliveries(1).redeliveryDelay(0))
                    .to("acs-call:createCall?target=8:acs:r_u");
            from("direct:keyed").to("acs-call:createCall?target=8:acs:r_u");
            from("direct:keyedAwaited").to("acs-call:createCall?target=8:acs:r_u&awaitEvent=true");
            from("direct:keyedFail").to("acs-call:createCall?target=8:acs:r_u&onInDoubt=fail");
            from("direct:keyedOther").to("acs-call:createCall?target=8:acs:r_other");
            from("direct:play").to("acs-call:play?file=https://media.example.com/hello.wav");
        }
    };

    /**
     * Not the common pool: with two cores it has one thread, and the HTTP client of newer JDKs completes answers there.
     */
    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void leave() {
        callers.shutdownNow();
    }

    @Test
    void aRedeliveryAfterAnUnknownOutcomeRepeatsTheIdenticalRequest(AcsSimulator simulator) throws Exception {
        AtomicInteger tries = new AtomicInteger();
        try (StubService service
                = new StubService(
                        request -> tries.incrementAndGet() == 1 ? Reply.error(500, "9999", "internal") : Reply.call("c1"));
             CallApp app = app(simulator, service)) {
            Exchange done = app.template().request("direct:redelivered", exchange -> {
            });

            assertThat(done.getException()).isNull();
            assertThat(service.requests()).hasSize(2);
            assertThat(service.requests().get(1).headers().get(ID)).isEqualTo(service.requests().get(0).headers().get(ID));
            assertThat(service.requests().get(1).headers().get("repeatability-first-sent"))
                    .isEqualTo(service.requests().get(0).headers().get("repeatability-first-sent"));
            assertThat(service.requests().get(1).body()).isEqualTo(service.requests().get(0).body());
        }
    }

    @Test
    void aRedeliveryAfterAKnownFailureActsAnew(AcsSimulator simulator) throws Exception {
        AtomicInteger tries = new AtomicInteger();
        try (StubService service
                = new StubService(
                        request -> tries.incrementAndGet() == 1 ? Reply.error(409, "8519", "conflict") : Reply.call("c1"));
             CallApp app = app(simulator, service)) {
            app.template().request("direct:redelivered", exchange -> {
            });

            assertThat(service.requests()).hasSize(2);
            assertThat(service.requests().get(1).headers().get(ID)).isNotEqualTo(service.requests().get(0).headers().get(ID));
        }
    }

    @Test
    void whoComesSecondWithTheSameKeyGetsTheFirstResult(AcsSimulator simulator) throws Exception {
        try (StubService service = StubService.taking("c1"); CallApp app = app(simulator, service)) {
            CallProperties first = keyed(app, "direct:keyed", "order-1").getMessage().getBody(CallProperties.class);
            Exchange second = keyed(app, "direct:keyed", "order-1");

            assertThat(service.requests()).hasSize(1);
            assertThat(second.getMessage().getBody(CallProperties.class).callConnectionId())
                    .isEqualTo(first.callConnectionId());
            assertThat(second.getMessage().getHeader("CamelAcsCallConnectionId")).isEqualTo("c1");
            keyed(app, "direct:keyed", "order-2");
            assertThat(service.requests()).hasSize(2);
        }
    }

    @Test
    void oneKeyMeansOneRequest(AcsSimulator simulator) throws Exception {
        try (StubService service = StubService.taking("c1"); CallApp app = app(simulator, service)) {
            keyed(app, "direct:keyed", "order-1");

            Exchange other = keyed(app, "direct:keyedOther", "order-1");

            assertThat(other.getException()).isInstanceOf(CallInputException.class).hasMessageContaining("idempotencyKey");
            assertThat(service.requests()).hasSize(1);
        }
    }

    @Test
    void aKeyedOperationThatCertainlyFailedActsAnewUnderAnotherId(AcsSimulator simulator) throws Exception {
        AtomicInteger tries = new AtomicInteger();
        try (StubService service
                = new StubService(request -> tries.incrementAndGet() == 1 ? Reply.error(403, "7504", "no") : Reply.call("c1"));
             CallApp app = app(simulator, service)) {
            assertThat(keyed(app, "direct:keyed", "order-1").getException()).isInstanceOf(CallRequestException.class);
            assertThat(keyed(app, "direct:keyed", "order-1").getException()).isNull();

            assertThat(service.requests()).hasSize(2);
            assertThat(service.requests().get(1).headers().get(ID)).isNotEqualTo(service.requests().get(0).headers().get(ID));
        }
    }

    @Test
    void aKeyedOperationThatWasNeverSentHoldsNobodyUp(AcsSimulator simulator) throws Exception {
        try (StubService service = StubService.taking("c1"); CallApp app = app(simulator, service)) {
            Exchange refused = app.template().request("direct:keyedAwaited", exchange -> {
                exchange.getMessage().setHeader("CamelAcsCallIdempotencyKey", "order-1");
                exchange.getMessage().setHeader("CamelAcsCallCallbackUri", "https://elsewhere.example.com/events");
            });
            assertThat(refused.getException()).isNotNull();
            assertThat(service.requests()).isEmpty();

            Exchange next = CompletableFuture.supplyAsync(() -> keyed(app, "direct:keyed", "order-1"), callers)
                    .get(30, TimeUnit.SECONDS);

            assertThat(next.getException()).isNull();
            assertThat(service.requests()).hasSize(1);
        }
    }

    @Test
    void whoWaitsForTheResultOfAnotherNodeEndsWhenTheApplicationStops(AcsSimulator simulator) throws Exception {
        try (StubService service = StubService.taking("c1"); CallApp app = app(simulator, service, new HeldForEver())) {
            app.context().getShutdownStrategy().setTimeout(6);
            CompletableFuture<Exchange> waiting
                    = CompletableFuture.supplyAsync(() -> keyed(app, "direct:keyed", "order-1"), callers);
            await().atMost(Duration.ofSeconds(10)).until(() -> app.context().getInflightRepository().size() == 1);

            app.context().stop();

            assertThat(waiting.get(30, TimeUnit.SECONDS).getException()).isInstanceOf(CallShutdownException.class);
            assertThat(service.requests()).isEmpty();
        }
    }

    /** Another node is at every operation. */
    private static final class HeldForEver implements OperationStore {

        @Override
        public Claim claim(String key, String owner, IntFunction<Attempt> attempts, Duration lease) {
            return new Claim.Held(attempts.apply(0), Instant.now().plus(lease));
        }

        @Override
        public void complete(String key, String owner, String result) {
        }

        @Override
        public void release(String key, String owner) {
        }
    }

    @Test
    void theIdFollowsFromKeyActionAndRequestOnEveryNode(AcsSimulator simulator) throws Exception {
        try (StubService service = StubService.taking("c1");
             CallApp one = app(simulator, service);
             CallApp two = app(simulator, service)) {
            keyed(one, "direct:keyed", "order-1");
            keyed(two, "direct:keyed", "order-1");

            assertThat(service.requests()).hasSize(2);
            assertThat(service.requests().get(1).headers().get(ID)).isEqualTo(service.requests().get(0).headers().get(ID));
            assertThat(UUID.fromString(service.last().headers().get(ID)).version()).isEqualTo(4);
        }
    }

    @Test
    void twoNodesThatRaceDialOnce(AcsSimulator simulator) throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(database).locations("classpath:io/acscall/camel/store/h2").load().migrate();
        try (StubService service = StubService.taking("c1");
             CallApp one = app(simulator, service, new JdbcOperationStore(database));
             CallApp two = app(simulator, service, new JdbcOperationStore(database))) {
            for (int round = 0; round < 20; round++) {
                String key = "order-" + round;
                CompletableFuture<Exchange> left
                        = CompletableFuture.supplyAsync(() -> keyed(one, "direct:keyed", key), callers);
                CompletableFuture<Exchange> right
                        = CompletableFuture.supplyAsync(() -> keyed(two, "direct:keyed", key), callers);

                for (CompletableFuture<Exchange> each : List.of(left, right)) {
                    Exchange done = each.get(30, TimeUnit.SECONDS);
                    assertThat(done.getException()).isNull();
                    assertThat(done.getMessage().getHeader("CamelAcsCallConnectionId")).isEqualTo("c1");
                }
                assertThat(service.requests()).hasSize(round + 1);
            }
        }
    }

    @Test
    void anOperationWhoseOwnerIsGoneIsRepeatedUnderTheSameIdOrFailsAsTheUserSays(AcsSimulator simulator) throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(database).locations("classpath:io/acscall/camel/store/h2").load().migrate();
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
        AtomicInteger tries = new AtomicInteger();
        try (StubService service
                = new StubService(
                        request -> tries.incrementAndGet() == 1 ? Reply.error(500, "9999", "internal") : Reply.call("c1"))) {
            try (CallApp dies = app(simulator, service, new JdbcOperationStore(database))) {
                assertThat(keyed(dies, "direct:keyed", "order-1").getException(CallRequestException.class).getOutcome())
                        .isEqualTo(Outcome.IN_DOUBT);
            }
            try (CallApp next = app(simulator, service, new JdbcOperationStore(database, later))) {
                assertThat(keyed(next, "direct:keyed", "order-1").getException()).isNull();
                assertThat(service.requests()).hasSize(2);
                assertThat(service.requests().get(1).headers().get(ID)).isEqualTo(service.requests().get(0).headers().get(ID));
            }
            tries.set(0);
            try (CallApp dies = app(simulator, service, new JdbcOperationStore(database))) {
                keyed(dies, "direct:keyedFail", "order-2");
            }
            try (CallApp next = app(simulator, service, new JdbcOperationStore(database, later))) {
                assertThat(keyed(next, "direct:keyedFail", "order-2").getException(CallRequestException.class).getOutcome())
                        .isEqualTo(Outcome.IN_DOUBT);
                assertThat(service.requests()).hasSize(3);
            }
        }
    }

    @Test
    void aFailureOfTheServiceLeavesAnOperationWithoutIdsInDoubt(AcsSimulator simulator) throws Exception {
        try (StubService service = new StubService(request -> Reply.error(500, "9999", "internal"));
             CallApp app = app(simulator, service)) {
            Exchange done = app.template().request("direct:play",
                    exchange -> exchange.getMessage().setHeader("CamelAcsCallConnectionId", "c1"));

            assertThat(done.getException(CallRequestException.class).getOutcome()).isEqualTo(Outcome.IN_DOUBT);
            assertThat(service.requests()).hasSize(1);
        }
    }

    private static Exchange keyed(CallApp app, String route, String key) {
        return app.template().request(route, exchange -> exchange.getMessage().setHeader("CamelAcsCallIdempotencyKey", key));
    }

    private static CallApp app(AcsSimulator simulator, StubService service) throws Exception {
        return app(simulator, service, null);
    }

    private static CallApp app(AcsSimulator simulator, StubService service, OperationStore store) throws Exception {
        return CallApp.start(simulator, configuration -> settings(configuration, service, store), ROUTES);
    }

    private static void settings(AcsCallConfiguration configuration, StubService service, OperationStore store) {
        configuration.setConnectionString(service.connectionString());
        configuration.setMaxRetries(0);
        if (store != null) {
            configuration.setOperationStore(store);
        }
    }
}
