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
package io.acscall.examples.voicemail.demo;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/** Reads the tickets that the application has written. */
final class TicketBook {

    private static final String TICKETS
            = "select kind, phone, transcript, duration_ms, parts, id from ticket where phone = ? order by id";

    private final DataSource dataSource;
    private final Path folder;

    TicketBook(DataSource dataSource, Path folder) {
        this.dataSource = dataSource;
        this.folder = folder;
    }

    /** All tickets of a caller, the oldest first. */
    List<Ticket> of(String phone) throws SQLException {
        try (Connection connection = dataSource.getConnection();
             PreparedStatement statement = connection.prepareStatement(TICKETS)) {
            statement.setString(1, phone);
            List<Ticket> tickets = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    tickets.add(ticket(rows));
                }
            }
            return tickets;
        }
    }

    /** The calls of the demo are short: one file each. */
    private Ticket ticket(ResultSet row) throws SQLException {
        Path file = row.getInt(5) == 0 ? null : folder.resolve(row.getInt(6) + "-0.wav");
        return new Ticket(row.getString(1), row.getString(2), row.getString(3), Duration.ofMillis(row.getLong(4)), file);
    }
}
