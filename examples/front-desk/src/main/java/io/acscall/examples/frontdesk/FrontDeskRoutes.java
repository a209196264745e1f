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
package io.acscall.examples.frontdesk;

import java.util.EnumSet;
import java.util.Set;

import io.acscall.camel.AcsCallException;
import io.acscall.camel.CallDisconnectedException;
import io.acscall.camel.outcome.Outcome;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

import static io.acscall.camel.AcsCallConstants.OUTCOME;

/** The front desk: what happens when somebody calls, and how open tickets are called back. */
public class FrontDeskRoutes extends RouteBuilder {

    /** The route that takes incoming calls. */
    public static final String INCOMING = "incoming-call";

    /** The route that calls people back, one after the other. */
    public static final String CALL_BACK = "call-back";

    private static final String TICKET = "Ticket ${header.kind} for the call ${header.CamelAcsCallCorrelationId}";

    private static final Set<Outcome> GONE = EnumSet.of(Outcome.CALL_EXPIRED, Outcome.CALL_NOT_FOUND);

    @Override
    public void configure() {
        incomingCall();
        callBack();
    }

    // CHECKSTYLE:OFF (the formatter leaves the indentation, which shows what belongs to what)
    private void incomingCall() {
        from("acs-call:incomingCall?to={{front-desk.number}}").routeId(INCOMING)
            .onException(AcsCallException.class).onWhen(FrontDeskRoutes::callerIsGone).handled(true)
                .setHeader("kind", constant("MISSED"))
                .to("sql:classpath:sql/write-ticket.sql")
                .log(TICKET)
            .end()
            // not handled: the log tells what is wrong, and the component ends a call that is still up
            .onException(AcsCallException.class).onWhen(header("kind").isNull())
                .setHeader("kind", constant("FAILED"))
                .to("sql:classpath:sql/write-ticket.sql")
                .log(TICKET)
            .end()

            .to("sql:classpath:sql/find-caller.sql?outputType=SelectOne&outputHeader=customer")
            .choice()
                .when(header("customer").isNull())
                    .to("acs-call:reject?reason=forbidden")
                    .setHeader("kind", constant("UNKNOWN"))
                    .to("sql:classpath:sql/write-ticket.sql")
                .when(method("openingHours", "closed"))
                    .to("acs-call:reject?reason=busy")
                    .setHeader("kind", constant("AFTER_HOURS"))
                    .to("sql:classpath:sql/write-ticket.sql")
                .otherwise()
                    .delay(simple("{{front-desk.ring-time}}"))
                    .to("acs-call:answer?awaitEvent=true")
                    .setBody(simple("Hello ${header.customer}, thank you for calling. We call you back shortly."))
                    .to("acs-call:play?voice={{front-desk.voice}}&awaitEvent=true")
                    .setHeader("kind", constant("GREETED"))
                    .to("sql:classpath:sql/write-ticket.sql")
                    .to("acs-call:hangUp?forEveryone=true&awaitEvent=true")
            .end()
            .log(TICKET);
    }

    private void callBack() {
        from("sql:classpath:sql/open-tickets.sql?initialDelay=0&delay={{front-desk.call-back.every}}").routeId(CALL_BACK)
            .autoStartup("{{front-desk.call-back.start}}")
            .onException(AcsCallException.class)
                .setHeader("outcome", simple("${exception.outcome}", String.class))
                .to("sql:classpath:sql/note-outcome.sql")
            .end()

            .filter(method("openingHours", "open"))
                .setHeader("ticket", simple("${body[id]}"))
                .setHeader("phone", simple("${body[phone]}"))
                .setHeader("name", simple("${body[name]}"))
                .to("sql:classpath:sql/count-attempt.sql")
                .toD("acs-call:createCall?target=${header.phone}&awaitEvent=true&throwExceptionOnFailure=false")
                .choice()
                    .when(header(OUTCOME).isNull())
                        .setBody(simple("Hello ${header.name}, this is the front desk about your call. How may we help?"))
                        .to("acs-call:play?voice={{front-desk.voice}}&awaitEvent=true")
                        .to("acs-call:hangUp?forEveryone=true&awaitEvent=true")
                        .to("sql:classpath:sql/close-ticket.sql")
                        .log("Ticket ${header.ticket}: called back")
                    .otherwise()
                        .setHeader("outcome", simple("${header." + OUTCOME + "}", String.class))
                        .to("sql:classpath:sql/note-outcome.sql")
                        .log("Ticket ${header.ticket}: called back, ${header.outcome}")
                .end()
            .end();
    }
    // CHECKSTYLE:ON

    /** The call rings no more, or ended while the caller was greeted; anything else is an error. */
    private static boolean callerIsGone(Exchange exchange) {
        AcsCallException failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, AcsCallException.class);
        return failure instanceof CallDisconnectedException || GONE.contains(failure.getOutcome());
    }
}
