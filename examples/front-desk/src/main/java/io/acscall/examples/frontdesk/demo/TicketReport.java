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

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Shows the tickets as a table and compares them with those that there must be. */
public final class TicketReport {

    private final List<Ticket> expected;
    private final Consumer<String> out;

    /**
     * @param expected the tickets that there must be, oldest first
     * @param out      gets each line
     */
    public TicketReport(List<Ticket> expected, Consumer<String> out) {
        this.expected = expected;
        this.out = out;
    }

    /**
     * Shows them.
     *
     * @return whether they are as they should be
     */
    public boolean show(List<Ticket> tickets) {
        out.accept("");
        out.accept("The tickets:");
        out.accept("");
        table(tickets).lines().forEach(out);
        out.accept("");
        List<Ticket> missing = new ArrayList<>(expected);
        tickets.forEach(missing::remove);
        missing.forEach(one -> out.accept("Missing: " + one));
        boolean asExpected = tickets.equals(expected);
        out.accept(asExpected ? "All tickets are as they should be." : "The tickets are not as they should be.");
        return asExpected;
    }

    private static TextTable table(List<Ticket> tickets) {
        TextTable table = new TextTable("ticket", "phone", "customer", "status", "call-back", "attempts");
        tickets.forEach(one -> table.row(one.kind(), one.phone(), one.customer(), one.status(), one.outcome(), one.attempts()));
        return table;
    }
}
