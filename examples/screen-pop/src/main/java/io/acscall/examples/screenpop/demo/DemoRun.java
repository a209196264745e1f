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
package io.acscall.examples.screenpop.demo;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
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
        try (SimulatedScreenPop screenPop = SimulatedScreenPop.start(); Shift shift = new Shift(screenPop)) {
            out.accept("The application, a simulator of Azure Communication Services, a CRM, two agents, and who calls:");
            out.accept("");
            for (Caller caller : Caller.values()) {
                Shift.Served served = shift.serve(caller);
                boolean good = served.end().equals(caller.end()) && served.popped().crm().equals(caller.crm());
                asExpected &= good;
                out.accept(String.format("  %-28s  CRM %-8s  %s%s", caller.describe(), served.popped().crm(), served.end(),
                        good ? "" : "  (wrong)"));
            }
        }
        out.accept("");
        out.accept(asExpected ? "Every call ended as it should." : "Not every call ended as it should.");
        return asExpected;
    }

    /**
     * Starts all, lets one customer call, and leaves the rest to whoever opens the page.
     *
     * @param  until ends it with a line, or when it ends
     * @return       true
     */
    public boolean byHand(InputStream until) throws Exception {
        try (SimulatedScreenPop screenPop = SimulatedScreenPop.start()) {
            screenPop.placeCall(Caller.IS_A_CUSTOMER);
            out.accept("The page of the agents:  " + screenPop.address() + "/agent/");
            out.accept("Name and password:       ann (or ben), " + screenPop.password());
            out.accept("To place more calls:     " + screenPop.simulator().endpoint() + "/, to " + SimulatedScreenPop.NUMBER);
            out.accept("Press Enter to end it.");
            new BufferedReader(new InputStreamReader(until, Charset.defaultCharset())).readLine();
        }
        return true;
    }
}
