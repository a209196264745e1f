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
package io.acscall.examples.yamlonly;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.timeline.TimelineEntry;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** The demo as the one command runs it, on free ports. */
class DemoTest {

    private static final String FILES = "classpath:demo/demo.properties,classpath:application.properties";

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void theDemoEndsByItselfWithATicketForEachCall() throws Exception {
        String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        try (AcsSimulator simulator = AcsSimulator.builder().start()) {
            demo(simulator, database).run();

            assertThat(tickets(database)).containsExactly("GREETED +16045550101 CLOSED REACHED 1",
                    "UNKNOWN +16045550199 OPEN DECLINED 1", "MISSED +16045550103 CLOSED REACHED 1",
                    "AFTER_HOURS +16045550102 OPEN BUSY 1");
            assertThat(simulator.timeline().requests("rejectCall"))
                    .extracting(reject -> reject.body().path("callRejectReason").asText()).containsExactly("forbidden", "busy");
            assertThat(greetings(simulator)).hasSize(3).first().asString().startsWith("Hello Harbour Books,");
            assertThat(simulator.timeline().requests("terminateCall")).hasSize(3);
        }
    }

    private static List<String> greetings(AcsSimulator simulator) {
        return simulator.timeline().requests("play").stream().map(TimelineEntry::body)
                .map(play -> play.at("/playSources/0/text/text").asText()).toList();
    }

    private static Main demo(AcsSimulator simulator, String database) throws IOException {
        int port = freePort();
        Main main = new Main();
        main.setPropertyPlaceholderLocations(FILES);
        main.addOverrideProperty("demo.simulator", "127.0.0.1:" + simulator.port());
        main.addOverrideProperty("demo.address", "http://127.0.0.1:" + port);
        main.addOverrideProperty("camel.server.port", String.valueOf(port));
        main.addOverrideProperty("front-desk.database-url", database + ";INIT=RUNSCRIPT FROM 'classpath:sql/tables.sql'");
        return main;
    }

    /** The properties of the demo name the port before the server listens on it. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static List<String> tickets(String database) throws SQLException {
        List<String> tickets = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(database);
             Statement statement = connection.createStatement();
             ResultSet row = statement.executeQuery("select * from ticket order by id")) {
            while (row.next()) {
                tickets.add(String.join(" ", row.getString("kind"), row.getString("phone"), row.getString("status"),
                        row.getString("outcome"), row.getString("attempts")));
            }
        }
        return tickets;
    }
}
