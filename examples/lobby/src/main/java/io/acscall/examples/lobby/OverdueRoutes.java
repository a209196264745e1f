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
package io.acscall.examples.lobby;

import org.apache.camel.builder.RouteBuilder;

/** What takes too long: guests whom nobody admits, phones and moves of which nothing is heard, rows that are old. */
public class OverdueRoutes extends RouteBuilder {

    // CHECKSTYLE:OFF (the formatter leaves the indentation, which shows what belongs to what)
    @Override
    public void configure() {
        from("sql:classpath:sql/overdue-guests.sql?delay={{lobby.look-every}}").routeId("overdue")
            .setVariable("guest", simple("${body[id]}", Integer.class))
            .setVariable("desk", simple("${body[desk_call]}"))
            .setVariable("outcome", constant("NO_NEWS"))
            .setHeader("CamelAcsCallConnectionId", simple("${body[lobby_call]}"))
            .choice()
                .when(simple("${body[status]} == 'WAITING'")).to("direct:nobody-admits")
                .when(simple("${body[status]} == 'RINGING'")).to("direct:no-news")
                .otherwise()
                    .to("sql:classpath:sql/find-guest.sql?outputType=SelectOne&outputHeader=guest")
                    .to("direct:not-moved");

        // the ticket first: the guest may hang up any time
        from("direct:nobody-admits").routeId("nobody-admits")
            .to("sql:classpath:sql/give-up-guest.sql")
            .filter(header("CamelSqlUpdateCount").isEqualTo(1))
                .choice()
                    .when(simple("${body[phone]} startsWith '+'")).setBody(constant("{{lobby.nobody-free}}"))
                    .otherwise().setBody(constant("{{lobby.hidden}}"))
                .end()
                // the next one is not kept waiting until this one has heard it
                .wireTap("direct:farewell").end()
            .end();

        from("direct:no-news").routeId("no-news")
            .setHeader("CamelAcsCallConnectionId", simple("${variable.desk}", String.class))
            .setHeader("CamelAcsCallOutcome", variable("outcome"))
            .to("direct:not-answered")
            .filter(variable("desk").isNotNull())
                .setHeader("CamelAcsCallConnectionId", variable("desk"))
                .to("acs-call:hangUp?forEveryone=true&throwExceptionOnFailure=false")
            .end();

        from("timer:forget?period={{lobby.forget-every}}").routeId("forget")
            .to("sql:classpath:sql/forget-guests.sql");
    }
    // CHECKSTYLE:ON
}
