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
package io.acscall.examples.lobby.demo;

import java.util.function.Consumer;

/** Every caller once, with what the page of the agents showed. */
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
        try (SimulatedLobby lobby = SimulatedLobby.start(); Shift shift = new Shift(lobby)) {
            out.accept("The application, a simulator of Azure Communication Services, two agents, and who calls:");
            out.accept("");
            for (Caller caller : Caller.values()) {
                String end = shift.serve(caller);
                boolean good = end.equals(caller.end());
                asExpected &= good;
                out.accept(String.format("  %-28s  %s%s", caller.describe(), end, good ? "" : "  (wrong)"));
            }
        }
        out.accept("");
        out.accept(asExpected ? "Every call ended as it should." : "Not every call ended as it should.");
        return asExpected;
    }
}
