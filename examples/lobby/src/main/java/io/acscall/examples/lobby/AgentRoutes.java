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

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.apache.camel.Exchange;
import org.apache.camel.TypeConversionException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.dataformat.JsonLibrary;

/** What the agents see, and what they click. Who they are the server knows from their password. */
public class AgentRoutes extends RouteBuilder {

    // CHECKSTYLE:OFF (the formatter leaves the indentation, which shows what belongs to what)
    @Override
    public void configure() {
        onException(JsonProcessingException.class, TypeConversionException.class).handled(true)
            .log("A click that is none: ${exception.message}")
            .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(400))
            .setBody(constant("Send the number of a guest, such as {\"guest\": 7}"));

        // all guests, each time: who comes late or was away has missed nothing
        from("timer:board?period={{lobby.show-every}}").routeId("board")
            .to("sql:classpath:sql/board.sql")
            .marshal().json()
            .bean("lobbyPage", "show");

        // JSON only: a form of another site can't send that
        from("platform-http:/lobby/admit?httpMethodRestrict=POST&consumes=application/json").routeId("admit-click")
            .to("direct:who-and-whom")
            .to("sql:classpath:sql/claim-guest.sql")
            .to("direct:answer-click")
            .filter(header(Exchange.HTTP_RESPONSE_CODE).isEqualTo(202))
                .wireTap("direct:admit")
            .end();

        from("platform-http:/lobby/turn-away?httpMethodRestrict=POST&consumes=application/json").routeId("turn-away-click")
            .to("direct:who-and-whom")
            .to("sql:classpath:sql/turn-away-guest.sql")
            .to("direct:answer-click")
            .filter(header(Exchange.HTTP_RESPONSE_CODE).isEqualTo(202))
                .wireTap("direct:turn-away")
            .end();

        // whoever has a ticket was called back
        from("platform-http:/lobby/done?httpMethodRestrict=POST&consumes=application/json").routeId("done-click")
            .to("direct:who-and-whom")
            .to("sql:classpath:sql/close-ticket.sql")
            .to("direct:answer-click");

        from("direct:who-and-whom").routeId("who-and-whom")
            .setVariable("agent", method("lobbyPage", "agent"))
            .unmarshal().json(JsonLibrary.Jackson, Map.class)
            .setVariable("guest", simple("${body[guest]}", Integer.class))
            .removeHeaders("*");

        // one row has changed, or somebody else was quicker
        from("direct:answer-click").routeId("answer-click")
            .choice()
                .when(header("CamelSqlUpdateCount").isEqualTo(1))
                    .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(202))
                .otherwise()
                    .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(409))
            .end()
            .setBody(constant(""));
    }
    // CHECKSTYLE:ON
}
