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
package io.acscall.examples.screenpop;

import java.util.Map;

import io.acscall.camel.AcsCallException;
import io.acscall.camel.CallRequestException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.http.base.HttpOperationFailedException;

/** What happens to a call, from the greeting to the agent. Each step is noted on the card that the agents see. */
public class ScreenPopRoutes extends RouteBuilder {

    // CHECKSTYLE:OFF (the formatter leaves the indentation, which shows what belongs to what)
    @Override
    public void configure() {
        // whoever hangs up before we answer, or between two steps
        onException(CallRequestException.class).onWhen(simple("${exception.outcome} in 'CALL_EXPIRED,CALL_NOT_FOUND'"))
            .handled(true)
            .to("sql:classpath:sql/note-gone.sql");

        from("acs-call:incomingCall?to={{screen-pop.number}}").routeId("incoming-call")
            .to("acs-call:answer?awaitEvent=true&onDisconnect=stop")
            .to("sql:classpath:sql/open-card.sql")
            // the CRM is asked while the caller hears the greeting
            .wireTap("direct:look-up")
            .to("acs-call:play?text={{screen-pop.greeting}}&voice={{screen-pop.voice}}&awaitEvent=true"
                + "&onDisconnect=stop&throwExceptionOnFailure=false")
            // unless something was said in the place of the greeting; until somebody has the call
            .filter(header("CamelAcsCallOutcome").isNull())
                .to("acs-call:play?text={{screen-pop.wait}}&voice={{screen-pop.voice}}&loop=true")
            .end();

        from("direct:look-up").routeId("look-up")
            .setVariable("call", header("CamelAcsCallConnectionId"))
            .setVariable("crm", constant("UNKNOWN"))
            .setHeader(Exchange.HTTP_PATH, header("CamelAcsCallFrom"))
            .doTry()
                // who hides the number is nobody that the CRM knows
                .filter(header(Exchange.HTTP_PATH).regex("\\+[0-9]{3,15}"))
                    // what we know of the call is nothing for the CRM
                    .removeHeaders("*", Exchange.HTTP_PATH)
                    .setHeader(Exchange.HTTP_METHOD, constant("GET"))
                    .to("{{screen-pop.crm}}/customers?httpClient.connectTimeout={{screen-pop.crm-timeout}}"
                        + "&httpClient.responseTimeout={{screen-pop.crm-timeout}}")
                    // JSON, and no more of it than the table takes
                    .unmarshal().json(Map.class).marshal().json().convertBodyTo(String.class)
                    .validate().simple("${body.length} <= 8000")
                    .setVariable("customer", body())
                    .setVariable("crm", constant("KNOWN"))
                .end()
            .endDoTry()
            .doCatch(HttpOperationFailedException.class).onWhen(simple("${exception.statusCode} == 404"))
                .log("The CRM does not know who calls")
            .doCatch(Exception.class)
                // a call without a name is better than none
                .log("The CRM can't be asked: ${exception.class.simpleName}")
                .setVariable("crm", constant("DOWN"))
            .end()
            .to("sql:classpath:sql/note-customer.sql");

        from("direct:connect").routeId("connect")
            .to("sql:classpath:sql/find-call.sql?outputType=SelectOne")
            .setHeader("CamelAcsCallConnectionId", simple("${body[call_id]}"))
            .setVariable("target", simple("${body[phone]}"))
            .doTry()
                .toD("acs-call:transfer?target=${variable.target}")
            .doCatch(CallRequestException.class).onWhen(simple("${exception.outcome} == 'CALL_NOT_FOUND'"))
                .to("sql:classpath:sql/note-gone.sql")
            .doCatch(AcsCallException.class)
                // the service takes no more, or allowed-targets does not have that phone
                .log("${variable.agent} can't be rung: ${exception.message}")
                .setHeader("CamelAcsCallOutcome", simple("${exception.outcome}"))
                .to("direct:not-answered")
            .end();

        // no exchange waits for these: they find the card also after a restart, and on any node
        from("acs-call:events?eventTypes=CallTransferAccepted,CallTransferFailed,CallDisconnected").routeId("news")
            .choice()
                .when(header("CamelAcsCallEventType").isEqualTo("CallTransferAccepted"))
                    .to("sql:classpath:sql/note-answered.sql")
                .when(header("CamelAcsCallEventType").isEqualTo("CallTransferFailed"))
                    .to("direct:not-answered")
                .otherwise()
                    .to("sql:classpath:sql/note-gone.sql");

        // BUSY, DECLINED, NO_ANSWER and the like: the next agent may try
        from("direct:not-answered").routeId("not-answered")
            .setVariable("outcome", simple("${header.CamelAcsCallOutcome}", String.class))
            .to("sql:classpath:sql/release-card.sql")
            .filter(header("CamelSqlUpdateCount").isEqualTo(1))
                .to("acs-call:play?text={{screen-pop.next}}&voice={{screen-pop.voice}}&interrupt=true&loop=true")
            .end();

        // nobody accepts, or nothing was heard of a phone that rings
        from("sql:classpath:sql/overdue-cards.sql?delay={{screen-pop.look-every}}").routeId("overdue")
            .setHeader("CamelAcsCallConnectionId", simple("${body[call_id]}"))
            .choice()
                .when(simple("${body[status]} == 'RINGING'"))
                    .setHeader("CamelAcsCallOutcome", constant("NO_NEWS"))
                    .to("direct:not-answered")
                .otherwise()
                    .to("sql:classpath:sql/give-up-card.sql")
                    .filter(header("CamelSqlUpdateCount").isEqualTo(1))
                        .to("acs-call:play?text={{screen-pop.sorry}}&voice={{screen-pop.voice}}&interrupt=true"
                            + "&awaitEvent=true&onDisconnect=stop&throwExceptionOnFailure=false")
                        .to("acs-call:hangUp?forEveryone=true&throwExceptionOnFailure=false")
                    .end();
    }
    // CHECKSTYLE:ON
}
