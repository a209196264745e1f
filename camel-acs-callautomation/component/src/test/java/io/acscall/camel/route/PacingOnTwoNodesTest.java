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

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import io.acscall.camel.store.JdbcOperationStore;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.timeline.EntryKind;
import io.acscall.simulator.timeline.TimelineEntry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two applications with one database never have more calls up together than {@code maxConcurrentPerCaller}. */
class PacingOnTwoNodesTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final int CALLS = 12;
    private static final int LIMIT = 2;
    /** So long that a request under way keeps its permit on a busy machine; looks at calls come three times in it. */
    private static final Duration LONG_LEASE = Duration.ofSeconds(6);
    private static final Duration SHORT_LEASE = Duration.ofSeconds(1);
    /** What the timeline says of a person whose call is over. */
    private static final Set<String> GONE = Set.of("hangUp", "refuse");
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final RouteBuilder ROUTES = new RouteBuilder() {
        @Override
        public void configure() {
            from("direct:ring").to("acs-call:createCall?awaitEvent=true&hangUpOn=none&throwExceptionOnFailure=false");
        }
    };

    private static EmbeddedPostgres server;

    enum Database {
        H2 {
            @Override
            DataSource open() {
                return JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
            }
        },
        POSTGRESQL {
            @Override
            DataSource open() throws IOException {
                if (server == null) {
                    server = EmbeddedPostgres.start();
                }
                return server.getPostgresDatabase();
            }
        };

        abstract DataSource open() throws IOException;

        DataSource migrated() throws IOException {
            DataSource opened = open();
            Flyway.configure().dataSource(opened).locations("classpath:io/acscall/camel/store/" + name().toLowerCase())
                    .table("acs_call_schema_history").baselineOnMigrate(true).baselineVersion("0").load().migrate();
            return opened;
        }
    }

    @AfterAll
    static void closeTheDatabase() throws IOException {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    private static CallApp node(AcsSimulator simulator, DataSource database, int limit, Duration lease)
            throws Exception {
        return CallApp.start(simulator, configuration -> {
            configuration.setOperationStore(new JdbcOperationStore(database));
            configuration.setMaxConcurrentPerCaller(limit);
            configuration.setPacingLease(lease);
        }, ROUTES);
    }

    private static CompletableFuture<Exchange> rings(CallApp app, String who) {
        return app.template().asyncSend("direct:ring",
                exchange -> exchange.getMessage().setHeaders(new HashMap<>(Map.of("CamelAcsCallTarget", who))));
    }

    private static String person(int number) {
        return "+160455501" + (10 + number);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void togetherTheyNeverExceedTheLimit(Database kind) throws Exception {
        AcsSimulator simulator = SIMULATOR.simulator();
        DataSource database = kind.migrated();
        List<CompletableFuture<Exchange>> all = new ArrayList<>();
        try (CallApp one = node(simulator, database, LIMIT, LONG_LEASE);
             CallApp two = node(simulator, database, LIMIT, LONG_LEASE)) {
            for (int i = 0; i < CALLS; i++) {
                if (i % 4 == 3) {
                    simulator.person(person(i)).busy();
                } else {
                    simulator.person(person(i)).hangsUpAfter(Duration.ofMillis(10L * i));
                }
                all.add(rings(i % 2 == 0 ? one : two, person(i)));
            }
            for (CompletableFuture<Exchange> each : all) {
                assertThat(each.get(SOON.toSeconds(), TimeUnit.SECONDS).getException()).isNull();
            }
            await().atMost(SOON).untilAsserted(() -> {
                assertThat(one.component().getPacing()).containsEntry("held", 0L);
                assertThat(two.component().getPacing()).containsEntry("held", 0L);
            });
        }

        assertThat(simulator.timeline().requests("createCall")).hasSize(CALLS);
        assertThat(mostAtOnce(simulator.timeline().entries())).isBetween(1, LIMIT);
    }

    /**
     * A call counts from the first ring to the moment its only person is gone. Not to the event that tells of it: that
     * comes later, and a look at the call may have freed the permit before it, rightly.
     */
    private static int mostAtOnce(List<TimelineEntry> entries) {
        int up = 0;
        int most = 0;
        for (TimelineEntry entry : entries) {
            if (entry.kind() == EntryKind.PERSON && "ring".equals(entry.type())) {
                most = Math.max(most, ++up);
            } else if (entry.kind() == EntryKind.PERSON && GONE.contains(entry.type())) {
                up--;
            }
        }
        assertThat(up).as("calls still up at the end").isZero();
        return most;
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aNodeThatIsGoneFreesItsPermitsAfterTheLeaseOnceItsCallHasEnded(Database kind) throws Exception {
        AcsSimulator simulator = SIMULATOR.simulator();
        DataSource database = kind.migrated();
        String call;
        try (CallApp gone = node(simulator, database, 1, SHORT_LEASE)) {
            call = rings(gone, person(1)).get(SOON.toSeconds(), TimeUnit.SECONDS).getMessage()
                    .getHeader("CamelAcsCallConnectionId", String.class);
        }
        try (CallApp left = node(simulator, database, 1, SHORT_LEASE)) {
            CompletableFuture<Exchange> next = rings(left, person(2));
            await().atMost(SOON).untilAsserted(() -> assertThat(left.component().getPacing()).as("it keeps the call's permit")
                    .containsEntry("held", 1L).containsEntry("waiting", 1L));

            simulator.hangUp(simulator.call(call).orElseThrow().callId(), "4:" + person(1));

            assertThat(next.get(SOON.toSeconds(), TimeUnit.SECONDS).getMessage().getHeader("CamelAcsCallOutcome")).isNull();
            assertThat(left.component().getPacing()).containsEntry("reclaimed", 1L).containsEntry("held", 1L);
        }
    }
}
