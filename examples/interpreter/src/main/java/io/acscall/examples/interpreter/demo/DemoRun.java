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

import java.util.List;
import java.util.function.Consumer;

/** Every customer once, with what became of each call. */
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
     * @return whether every call went as it should
     */
    public boolean run() throws Exception {
        boolean asExpected = true;
        out.accept("The application, a simulator of Azure Communication Services, and who calls:");
        out.accept("");
        try (SimulatedOffice office = SimulatedOffice.start()) {
            for (Customer customer : Customer.values()) {
                List<Conversation> conversations = office.call(customer);
                boolean good = conversations.equals(List.of(customer.expected()));
                asExpected &= good;
                out.accept(String.format(
                        "  %-26s  %s%s", customer.describe(), describe(conversations), good ? "" : "  (wrong)"));
            }
        }
        out.accept("");
        out.accept(asExpected ? "Every call went as it should." : "Not every call went as it should.");
        return asExpected;
    }

    private static String describe(List<Conversation> conversations) {
        return conversations.size() == 1 ? conversations.get(0).describe() : conversations.toString();
    }
}
