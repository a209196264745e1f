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

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.acscall.examples.frontdesk.FrontDeskRoutes;
import org.apache.camel.builder.NotifyBuilder;

/** Four people call the front desk, and are called back. */
public final class Scenario {

    /** A customer. */
    public static final String HARBOUR_BOOKS = "+16045550101";

    /** A customer. */
    public static final String MAPLE_BAKERY = "+16045550102";

    /** A customer. */
    public static final String CORNER_GARAGE = "+16045550103";

    /** Nobody that the CRM knows. */
    public static final String STRANGER = "+16045550199";

    /** The tickets that there must be in the end. */
    public static final List<Ticket> EXPECTED_TICKETS = List.of(
            new Ticket("GREETED", HARBOUR_BOOKS, "Harbour Books", "CLOSED", "REACHED", 1),
            new Ticket("UNKNOWN", STRANGER, null, "OPEN", "NO_ANSWER", 1),
            new Ticket("MISSED", CORNER_GARAGE, "Corner Garage", "CLOSED", "REACHED", 1),
            new Ticket("AFTER_HOURS", MAPLE_BAKERY, "Maple Bakery", "OPEN", "BUSY", 1));

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SimulatedDesk desk;

    public Scenario(SimulatedDesk desk) {
        this.desk = desk;
    }

    /** A customer calls, is greeted by name, and gets a ticket. */
    public void aCustomerCalls() {
        call(HARBOUR_BOOKS);
    }

    /** Somebody unknown calls and is rejected. */
    public void aStrangerCalls() {
        call(STRANGER);
    }

    /** A customer calls and hangs up before the desk answers. */
    public void aCustomerIsImpatient() {
        desk.simulator().person(CORNER_GARAGE).givesUpAfter(Duration.ofMillis(100));
        call(CORNER_GARAGE);
    }

    /** A customer calls in the evening and is rejected. */
    public void aCustomerCallsAfterHours() {
        desk.clock().set(SimulatedDesk.EVENING);
        call(MAPLE_BAKERY);
    }

    /** The next time the desk is open, it calls back: two answer, one lets it ring, one is on the phone. */
    public void theDeskCallsBack() throws Exception {
        desk.clock().set(SimulatedDesk.NEXT_MORNING);
        desk.simulator().person(STRANGER).doesNotAnswer();
        desk.simulator().person(MAPLE_BAKERY).busy();
        NotifyBuilder done = whenDone(FrontDeskRoutes.CALL_BACK, EXPECTED_TICKETS.size());
        desk.context().getRouteController().startRoute(FrontDeskRoutes.CALL_BACK);
        await(done, "the call-backs");
    }

    private void call(String number) {
        NotifyBuilder done = whenDone(FrontDeskRoutes.INCOMING, 1);
        desk.simulator().placeCall(number, SimulatedDesk.NUMBER);
        await(done, "the call from " + number);
    }

    private NotifyBuilder whenDone(String route, int exchanges) {
        return new NotifyBuilder(desk.context()).fromRoute(route).whenDone(exchanges).create();
    }

    private static void await(NotifyBuilder done, String what) {
        boolean matches = done.matches(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        done.destroy();
        if (!matches) {
            throw new IllegalStateException("The front desk was not done with " + what + " within " + PATIENCE);
        }
    }
}
