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
package io.acscall.examples.reminders.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

/** Writes the appointments of the demo, and reads what became of them. */
public final class ReminderBook {

    private static final String ADD
            = "insert into reminder (customer, phone, time_zone, appointment, next_at) values (?, ?, ?, ?, ?)";
    private static final String ALL = """
            select r.phone, r.status, r.attempts,
                   (select string_agg(coalesce(a.result, '?'), ', ' order by a.try_number) from attempt a
                    where a.reminder_id = r.id)
            from reminder r order by r.id""";
    private static final String NEXT = "select min(next_at) from reminder where status = 'OPEN'";
    private static final String AT_WORK
            = "select count(*) from reminder where status = 'RINGING' or (status = 'OPEN' and next_at <= ?)";

    private final DataSource dataSource;

    public ReminderBook(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Adds an appointment; its reminder is due at once. */
    public void add(String phone, String zone, Instant appointment, Instant due) throws SQLException {
        try (Connection connection = dataSource.getConnection(); PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setString(1, "customer " + phone.substring(phone.length() - 2));
            insert.setString(2, phone);
            insert.setString(3, zone);
            insert.setObject(4, appointment.atOffset(ZoneOffset.UTC));
            insert.setObject(5, due.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    /** All reminders, in the order in which they were added. */
    public List<Reminder> all() throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement();
             ResultSet rows = statement.executeQuery(ALL)) {
            List<Reminder> reminders = new ArrayList<>();
            while (rows.next()) {
                reminders.add(new Reminder(rows.getString(1), rows.getString(2), rows.getInt(3), rows.getString(4)));
            }
            return reminders;
        }
    }

    /** When the next phone rings; empty when all is settled. */
    public Optional<Instant> next() throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement();
             ResultSet row = statement.executeQuery(NEXT)) {
            row.next();
            return Optional.ofNullable(row.getObject(1, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
        }
    }

    /** Whether nobody is rung, or has to be. */
    public boolean quiet(Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
             PreparedStatement count = connection.prepareStatement(AT_WORK)) {
            count.setObject(1, now.atOffset(ZoneOffset.UTC));
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1) == 0;
            }
        }
    }
}
