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
package io.acscall.examples.frontdesk.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/** Reads the tickets. */
public final class TicketBook {

    private static final String ALL = "select t.kind, t.phone, c.name, t.status, t.outcome, t.attempts from ticket t"
                                      + " left join customer c on c.phone = t.phone order by t.id";

    private final DataSource dataSource;

    public TicketBook(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** All tickets, oldest first. */
    public List<Ticket> all() throws SQLException {
        try (Connection connection = dataSource.getConnection();
             PreparedStatement statement = connection.prepareStatement(ALL);
             ResultSet rows = statement.executeQuery()) {
            List<Ticket> tickets = new ArrayList<>();
            while (rows.next()) {
                tickets.add(new Ticket(
                        rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4), rows.getString(5),
                        rows.getInt(6)));
            }
            return tickets;
        }
    }
}
