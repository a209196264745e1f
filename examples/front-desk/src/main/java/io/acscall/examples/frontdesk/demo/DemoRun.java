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

import java.time.Clock;
import java.util.function.Consumer;

/** One run of the scenario with everything that happens printed as it happens, and the tickets at the end. */
public final class DemoRun {

    private final Clock clock;
    private final Consumer<String> out;

    /**
     * @param clock the clock that the printed times are read from
     * @param out   gets each line
     */
    public DemoRun(Clock clock, Consumer<String> out) {
        this.clock = clock;
        this.out = out;
    }

    /**
     * Runs it.
     *
     * @return whether the tickets are as they should be
     */
    public boolean run() throws Exception {
        out.accept("Starting the front desk and a simulator of Azure Communication Services ...");
        try (SimulatedDesk desk = SimulatedDesk.start()) {
            showAddresses(desk);
            showCalls(desk);
            return new TicketReport(Scenario.EXPECTED_TICKETS, out).show(desk.tickets());
        }
    }

    private void showAddresses(SimulatedDesk desk) {
        out.accept("");
        out.accept("app     the front desk, a Camel application, at " + desk.address());
        out.accept("ACS     the simulator, at " + desk.simulator().endpoint());
        out.accept("phone   what the people on the phone do");
        out.accept("route   what the routes of the front desk do; times are seconds");
    }

    private void showCalls(SimulatedDesk desk) throws Exception {
        try (TimelinePrinter printer = new TimelinePrinter(clock, out)) {
            desk.simulator().timeline().onEntry(entry -> ServiceLines.print(entry, printer));
            desk.context().getManagementStrategy().addEventNotifier(new RouteSteps(printer));
            play(new Scenario(desk), printer);
        }
    }

    private static void play(Scenario scenario, TimelinePrinter printer) throws Exception {
        printer.heading("Monday, 10:00. Harbour Books, a customer, calls: answered, greeted, noted.");
        scenario.aCustomerCalls();
        printer.heading("Somebody calls whom the CRM does not know: rejected, noted.");
        scenario.aStrangerCalls();
        printer.heading("Corner Garage calls, and hangs up before the desk answers: noted.");
        scenario.aCustomerIsImpatient();
        printer.heading("Monday, 19:30. Maple Bakery calls, but the desk has closed: rejected, noted.");
        scenario.aCustomerCallsAfterHours();
        printer.heading("Tuesday, 09:05. The desk calls everybody back whose ticket is open, one after the other.");
        scenario.theDeskCallsBack();
    }
}
