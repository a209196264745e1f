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
package io.acscall.examples.ivr.demo;

import java.util.List;
import java.util.function.Consumer;

import io.acscall.examples.ivr.Language;

/** Every caller once with the routes in Java and once with those in YAML, with what became of each call. */
public final class DemoRun {

    private final Consumer<String> out;

    /**
     * @param out gets each line
     */
    public DemoRun(Consumer<String> out) {
        this.out = out;
    }

    /**
     * Runs it.
     *
     * @return whether every call ended as it should
     */
    public boolean run() throws Exception {
        boolean asExpected = true;
        for (Language language : Language.values()) {
            out.accept("");
            out.accept("The routes in " + language + ", a simulator of Azure Communication Services, and who calls:");
            out.accept("");
            asExpected &= run(language);
        }
        out.accept("");
        out.accept(asExpected ? "Every call ended as it should." : "Not every call ended as it should.");
        return asExpected;
    }

    private boolean run(Language language) throws Exception {
        boolean asExpected = true;
        try (SimulatedIvr ivr = SimulatedIvr.start(language)) {
            for (Caller caller : Caller.values()) {
                List<Ticket> tickets = ivr.call(caller);
                boolean good = tickets.equals(caller.isHandedOver() ? List.of() : List.of(caller.ticket()));
                asExpected &= good;
                out.accept(String.format("  %-38s  %s%s", caller.describe(), describe(tickets), good ? "" : "  (wrong)"));
            }
        }
        return asExpected;
    }

    private static String describe(List<Ticket> tickets) {
        return tickets.isEmpty()
                ? "talks to the agent" : "ticket: %s, %s".formatted(tickets.get(0).topic(), tickets.get(0).reason());
    }
}
