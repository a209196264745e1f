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
package io.acscall.examples.missedcall.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/** Reads the tickets. */
public final class TicketBook {

    private static final String TICKETS
            = "select phone, reason, calls, status, attempts, outcome from ticket where phone like ? order by id";

    private final DataSource dataSource;

    public TicketBook(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** All tickets, oldest first. */
    public List<Ticket> all() throws SQLException {
        return like("%");
    }

    /** The tickets of one person, oldest first. */
    public List<Ticket> of(String phone) throws SQLException {
        return like(phone);
    }

    private List<Ticket> like(String phone) throws SQLException {
        try (Connection connection = dataSource.getConnection();
             PreparedStatement statement = connection.prepareStatement(TICKETS)) {
            statement.setString(1, phone);
            List<Ticket> tickets = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    tickets.add(new Ticket(
                            rows.getString(1), rows.getString(2), rows.getInt(3), rows.getString(4), rows.getInt(5),
                            rows.getString(6)));
                }
            }
            return tickets;
        }
    }
}
