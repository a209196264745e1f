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
import java.util.List;
import java.util.function.Consumer;

/** Every caller once, with the ticket that becomes of each call. */
public final class DemoRun {

    private final Path folder;
    private final Consumer<String> out;

    /**
     * @param folder where messages are stored
     * @param out    gets each line
     */
    public DemoRun(Path folder, Consumer<String> out) {
        this.folder = folder;
        this.out = out;
    }

    /**
     * Runs it.
     *
     * @return whether every ticket was as it should be
     */
    public boolean run() throws Exception {
        boolean asExpected = true;
        out.accept("The voicemail, a simulator of Azure Communication Services, and who calls:");
        out.accept("");
        try (SimulatedVoicemail voicemail = SimulatedVoicemail.start(folder)) {
            for (Caller caller : Caller.values()) {
                List<Ticket> tickets = voicemail.call(caller);
                boolean good = caller.isServedBy(tickets);
                asExpected &= good;
                out.accept(String.format("  %-34s  %s%s", caller.describe(), describe(tickets), good ? "" : "  (wrong)"));
            }
        }
        out.accept("");
        out.accept("The recordings are in " + folder);
        out.accept(asExpected ? "Every ticket is as it should be." : "Not every ticket is as it should be.");
        return asExpected;
    }

    private static String describe(List<Ticket> tickets) {
        if (tickets.isEmpty()) {
            return "no ticket";
        }
        Ticket ticket = tickets.get(0);
        String words = ticket.transcript() == null ? "" : ": \"" + ticket.transcript() + "\"";
        String file = ticket.file() == null
                ? "" : ", %.1f s in %s".formatted(ticket.length().toMillis() / 1000.0, ticket.file().getFileName());
        return ticket.kind() + words + file;
    }
}
