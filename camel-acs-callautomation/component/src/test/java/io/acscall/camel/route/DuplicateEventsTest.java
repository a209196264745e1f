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

import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import io.acscall.camel.AckMode;
import io.acscall.camel.AcsCallConfiguration;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class DuplicateEventsTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final String CALL = "401f0000-0000-4000-8000-0000000000d1";

    @Test
    void aDuplicateIsAnsweredWith200AndDropped(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.start(simulator, route("events", "mock:seen"))) {
            MockEndpoint seen = app.mock("seen");
            seen.expectedMessageCount(2);
            String event = Callbacks.event("PlayCompleted", CALL, null);

            assertThat(new Knocking(simulator, app).status(event)).isEqualTo(200);
            assertThat(new Knocking(simulator, app).status(event)).isEqualTo(200);
            assertThat(new Knocking(simulator, app).status(Callbacks.event("PlayCompleted", CALL, null))).isEqualTo(200);

            seen.assertIsSatisfied();
        }
    }

    @Test
    void eachConsumerGetsAnEventOnce(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.start(simulator, route("one", "mock:one"), route("two", "mock:two"))) {
            app.mock("one").expectedMessageCount(1);
            app.mock("two").expectedMessageCount(1);
            String event = Callbacks.event("PlayCompleted", CALL, null);

            new Knocking(simulator, app).status(event);
            new Knocking(simulator, app).status(event);

            app.mock("one").assertIsSatisfied();
            app.mock("two").assertIsSatisfied();
        }
    }

    @Test
    void aConsumerThatFailedIsTriedAgainAlone(AcsSimulator simulator) throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        RouteBuilder failing = new RouteBuilder() {
            @Override
            public void configure() {
                from("acs-call:events").routeId("failing").process(exchange -> {
                    if (broken.get()) {
                        throw new IllegalStateException("not today");
                    }
                }).to("mock:failing");
            }
        };
        try (CallApp app = CallApp.start(simulator, configuration -> configuration.setAckMode(AckMode.completed), failing,
                route("good", "mock:good"))) {
            app.mock("good").expectedMessageCount(1);
            app.mock("failing").expectedMessageCount(1);
            String event = Callbacks.event("PlayCompleted", CALL, null);

            assertThat(new Knocking(simulator, app).status(event)).isEqualTo(500);
            broken.set(false);
            assertThat(new Knocking(simulator, app).status(event)).isEqualTo(200);

            app.mock("failing").assertIsSatisfied();
            app.mock("good").assertIsSatisfied();
        }
    }

    @Test
    void anEventThatComesBackByAQueueIsNoDuplicateOfItself(AcsSimulator simulator) throws Exception {
        RouteBuilder relay = new RouteBuilder() {
            @Override
            public void configure() {
                from("acs-call:events").routeId("relay").filter(header("relayed").isNull()).convertBodyTo(String.class)
                        .to("seda:queue");
                from("seda:queue").routeId("worker").to("acs-call:dispatch").to("mock:dispatched");
            }
        };
        try (CallApp app = CallApp.start(simulator, relay, route("other", "mock:other"))) {
            app.mock("other").expectedMessageCount(2);
            app.mock("dispatched").expectedMinimumMessageCount(1);

            new Knocking(simulator, app).status(Callbacks.event("PlayCompleted", CALL, null));

            app.mock("dispatched").assertIsSatisfied();
            app.mock("other").assertIsSatisfied();
        }
    }

    @Test
    void aJdbcRepositoryRemembersAcrossARestart(AcsSimulator simulator) throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        String event = Callbacks.event("PlayCompleted", CALL, null);
        try (CallApp app
                = CallApp.start(simulator, configuration -> remember(configuration, database), route("events", "mock:seen"))) {
            app.mock("seen").expectedMessageCount(1);
            assertThat(new Knocking(simulator, app).status(event)).isEqualTo(200);
            app.mock("seen").assertIsSatisfied();
        }
        try (CallApp app
                = CallApp.start(simulator, configuration -> remember(configuration, database), route("events", "mock:seen"))) {
            MockEndpoint seen = app.mock("seen");
            seen.expectedMessageCount(1);
            String other = Callbacks.event("PlayCompleted", CALL, "another");

            assertThat(new Knocking(simulator, app).status(event)).isEqualTo(200);
            assertThat(new Knocking(simulator, app).status(other)).isEqualTo(200);

            seen.assertIsSatisfied();
            assertThat(seen.getExchanges().get(0).getMessage().getHeader("CamelAcsCallOperationContext")).isEqualTo("another");
        }
    }

    private static void remember(AcsCallConfiguration configuration, DataSource database) {
        configuration.setIdempotentRepository(new JdbcMessageIdRepository(database, "acs-call"));
    }

    @Test
    void aRepositoryThatCantBeReachedAnswers503AndLosesNothing(AcsSimulator simulator) throws Exception {
        AtomicInteger outages = new AtomicInteger(1);
        IdempotentRepository shaky = new ShakyRepository(outages);
        try (CallApp app = CallApp.start(simulator, configuration -> configuration.setIdempotentRepository(shaky),
                route("events", "mock:seen"))) {
            app.mock("seen").expectedMessageCount(1);
            String event = Callbacks.event("PlayCompleted", CALL, null);

            assertThat(new Knocking(simulator, app).status(event)).isEqualTo(503);
            assertThat(new Knocking(simulator, app).status(event)).isEqualTo(200);

            app.mock("seen").assertIsSatisfied();
        }
    }

    private static RouteBuilder route(String id, String to) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("acs-call:events").routeId(id).to(to);
            }
        };
    }

    /** Fails the first times. */
    private static final class ShakyRepository extends MemoryIdempotentRepository {

        private final AtomicInteger outages;

        ShakyRepository(AtomicInteger outages) {
            this.outages = outages;
            setCacheSize(100);
        }

        @Override
        public boolean add(String key) {
            if (outages.getAndDecrement() > 0) {
                throw new IllegalStateException("the database is away");
            }
            return super.add(key);
        }
    }
}
