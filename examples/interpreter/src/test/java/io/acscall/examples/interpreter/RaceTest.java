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
package io.acscall.examples.interpreter;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.acscall.examples.interpreter.demo.Conversation;
import io.acscall.examples.interpreter.demo.SimulatedOffice;
import io.acscall.simulator.AcsSimulator;
import org.apache.camel.builder.NotifyBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two interpreters answer at the same moment, in many calls. */
class RaceTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration AT_THE_SAME_MOMENT = Duration.ofMillis(100);
    private static final int CALLS = 20;
    private static final int ROUNDS = 2;

    @Test
    void oneStaysAndTheOtherIsRemovedHoweverOftenTheyAnswerTogether() throws Exception {
        String choices = IntStream.range(0, CALLS).mapToObj(i -> language(i) + ":" + language(i))
                .collect(Collectors.joining(";"));
        try (SimulatedOffice office = SimulatedOffice.start(Map.of("interpreter.choices", choices))) {
            AcsSimulator simulator = office.simulator();
            addInterpreters(office);
            for (int i = 0; i < CALLS; i++) {
                simulator.person(phone(i, 1)).answersAfter(AT_THE_SAME_MOMENT);
                simulator.person(phone(i, 2)).answersAfter(AT_THE_SAME_MOMENT);
                simulator.person(customer(i)).says(language(i));
            }

            int late = 0;
            for (int round = 0; round < ROUNDS; round++) {
                late += race(office, round);
            }

            assertThat(late).as("how often both answered").isPositive();
        }
    }

    private static int race(SimulatedOffice office, int round) throws SQLException {
        NotifyBuilder done = office.done(CALLS);
        List<String> calls = IntStream.range(0, CALLS)
                .mapToObj(i -> office.simulator().placeCall(customer(i), SimulatedOffice.NUMBER).callId()).toList();
        for (int i = 0; i < CALLS; i++) {
            oneIsLeft(office, i, round, calls.get(i));
        }
        for (int i = 0; i < CALLS; i++) {
            office.simulator().hangUp(calls.get(i), customer(i));
        }
        SimulatedOffice.await(done);
        int late = 0;
        for (int i = 0; i < CALLS; i++) {
            Conversation conversation = office.book().of(customer(i)).get(round);
            assertThat(conversation.status()).isEqualTo("OVER");
            assertThat(conversation.invitations()).hasSize(2).filteredOn(one -> one.endsWith("JOINED")).hasSize(1);
            late += conversation.invitations().stream().anyMatch(one -> one.endsWith("LATE")) ? 1 : 0;
        }
        return late;
    }

    private static void oneIsLeft(SimulatedOffice office, int i, int round, String call) {
        await().atMost(SOON).untilAsserted(() -> {
            List<Conversation> conversations = office.book().of(customer(i));
            assertThat(conversations).hasSize(round + 1);
            Conversation now = conversations.get(round);
            assertThat(now.status()).isEqualTo("JOINED");
            assertThat(now.invitations()).noneMatch(one -> one.endsWith("RINGING"));
            assertThat(office.simulator().call(call).orElseThrow().onTheLine()).containsExactlyInAnyOrder(
                    "4:" + customer(i), "4:" + SimulatedOffice.OFFICE, "4:" + now.interpreter());
        });
    }

    /** The name of each is the number. */
    private static void addInterpreters(SimulatedOffice office) throws SQLException {
        String rows = IntStream.range(0, CALLS).boxed().flatMap(i -> Stream.of(1, 2)
                .map(which -> "('%1$s', '%1$s', '%2$s', 1)".formatted(phone(i, which), language(i))))
                .collect(Collectors.joining(", "));
        DataSource dataSource = office.context().getRegistry().findSingleByType(DataSource.class);
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into interpreter (name, phone, language, turn) values " + rows);
        }
    }

    private static String language(int i) {
        return "Language " + (char) ('A' + i);
    }

    private static String customer(int i) {
        return "+1604555%04d".formatted(1000 + i);
    }

    private static String phone(int i, int which) {
        return "+1604555%04d".formatted(which * 2000 + i);
    }
}
