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
package io.acscall.examples.missedcall;

import io.acscall.camel.AcsCallException;
import io.acscall.camel.CallDisconnectedException;
import io.acscall.camel.CallOperationFailedException;
import io.acscall.camel.CallOperationTimeoutException;
import io.acscall.camel.CallRequestException;
import org.apache.camel.builder.RouteBuilder;

/** What happens when somebody calls, and what becomes of whom nobody talked to. */
public class IncomingRoutes extends RouteBuilder {

    // CHECKSTYLE:OFF (the formatter leaves the indentation, which shows what belongs to what)
    @Override
    public void configure() {
        // whoever hangs up while a step waits
        onException(CallDisconnectedException.class).handled(true)
            .setVariable("result", constant("HUNG_UP"))
            .to("direct:missed");
        // or before we answer, or between two steps
        onException(CallRequestException.class).onWhen(simple("${exception.outcome} in 'CALL_EXPIRED,CALL_NOT_FOUND'"))
            .handled(true)
            .setVariable("result", constant("HUNG_UP"))
            .to("direct:missed");
        // not handled: the log tells what is wrong, and the component ends a call that is still up
        onException(AcsCallException.class)
            .setVariable("result", simple("${exception.outcome}", String.class))
            .to("direct:missed");

        from("acs-call:incomingCall?to={{missed-call.number}}").routeId("incoming-call")
            .setVariable("call", header("CamelAcsCallCorrelationId"))
            .setVariable("phone", header("CamelAcsCallFrom"))
            .setVariable("slot", method("window", "of(${header.CamelAcsCallEventTime})"))
            // the same call once more, from another subscription or on another node, is no second call
            .to("sql:classpath:sql/begin-call.sql")
            .filter(header("CamelSqlUpdateCount").isEqualTo(1))
                .to("sql:classpath:sql/is-unwanted.sql?outputType=SelectOne&outputHeader=unwanted")
                .choice()
                    .when(header("unwanted").isEqualTo(1))
                        .to("acs-call:reject?reason=forbidden")
                        .setVariable("result", constant("BLOCKED"))
                        .to("sql:classpath:sql/end-call.sql")
                    .when(method("openingHours", "closed"))
                        .setVariable("result", constant("AFTER_HOURS"))
                        // the ticket first: the caller may hang up any time
                        .to("direct:missed")
                        .to("acs-call:answer?awaitEvent=true")
                        .setBody(constant("{{missed-call.closed}}"))
                        .to("direct:farewell")
                    .otherwise()
                        .delay(simple("{{missed-call.ring-time}}"))
                        .to("acs-call:answer?awaitEvent=true")
                        .to("acs-call:play?text={{missed-call.greeting}}&voice={{missed-call.voice}}&awaitEvent=true")
                        .to("direct:ring-desk")
                .end()
            .end();

        from("direct:ring-desk").routeId("ring-desk")
            .doTry()
                .to("acs-call:transfer?target={{missed-call.desk}}&awaitEvent=true")
                .setVariable("result", constant("REACHED"))
                .to("sql:classpath:sql/end-call.sql")
                // what was open is settled, too
                .to("sql:classpath:sql/close-tickets.sql")
            .endDoTry()
            .doCatch(CallOperationFailedException.class, CallOperationTimeoutException.class)
                // BUSY, NO_ANSWER and the like
                .log("Nobody is free: ${exception.outcome}")
                // or the caller has hung up, and there is no call any more: see above
                .to("acs-call:getCallProperties")
                .setVariable("result", constant("NOBODY_FREE"))
                .to("direct:missed")
                .setBody(constant("{{missed-call.nobody-free}}"))
                .to("direct:farewell")
            .end();

        // once for each call, whoever finds it missed
        from("direct:missed").routeId("missed")
            .to("sql:classpath:sql/end-call.sql")
            .filter(header("CamelSqlUpdateCount").isEqualTo(1))
            // who hides the number can't be called back
            .filter(simple("${variable.phone} startsWith '+'"))
                .to("sql:classpath:sql/open-ticket.sql")
                .to("sql:classpath:sql/count-calls.sql")
            .end();

        from("direct:farewell").routeId("farewell")
            .choice()
                .when(simple("${variable.phone} !startsWith '+'")).setBody(constant("{{missed-call.hidden}}"))
            .end()
            .to("acs-call:play?voice={{missed-call.voice}}&awaitEvent=true&throwExceptionOnFailure=false")
            .to("acs-call:hangUp?forEveryone=true&awaitEvent=true&throwExceptionOnFailure=false");

        // calls that an application took which is not there any more
        from("timer:lost?period={{missed-call.look-every}}").routeId("lost")
            .to("sql:classpath:sql/lost-calls.sql")
            .split(body())
                .setVariable("call", simple("${body[correlation_id]}"))
                .setVariable("phone", simple("${body[phone]}"))
                .setVariable("slot", simple("${body[slot]}"))
                .setVariable("result", constant("LOST"))
                .to("direct:missed")
            .end();
    }
    // CHECKSTYLE:ON
}
