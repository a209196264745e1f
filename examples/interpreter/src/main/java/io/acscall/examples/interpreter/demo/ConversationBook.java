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
package io.acscall.examples.interpreter.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/** Reads what the application has written down. */
public final class ConversationBook {

    private static final String CONVERSATIONS = "select c.call_id, c.status, p.name, c.reason from conversation c"
                                                + " left join interpreter p on p.id = c.interpreter"
                                                + " where c.customer = ? order by c.rung_at";
    private static final String INVITATIONS = "select p.name, i.status from invitation i"
                                              + " join interpreter p on p.id = i.interpreter"
                                              + " where i.call_id = ? order by i.id";

    private final DataSource dataSource;

    public ConversationBook(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** All conversations of a customer. */
    public List<Conversation> of(String customer) throws SQLException {
        try (Connection connection = dataSource.getConnection();
             PreparedStatement statement = connection.prepareStatement(CONVERSATIONS)) {
            statement.setString(1, customer);
            List<Conversation> conversations = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    conversations.add(new Conversation(
                            rows.getString(2), rows.getString(3), rows.getString(4),
                            invitations(connection, rows.getString(1))));
                }
            }
            return conversations;
        }
    }

    private static List<String> invitations(Connection connection, String call) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INVITATIONS)) {
            statement.setString(1, call);
            List<String> invitations = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    invitations.add(rows.getString(1) + " " + rows.getString(2));
                }
            }
            return invitations;
        }
    }
}
