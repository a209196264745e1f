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

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.acscall.camel.AcsCallException;
import io.acscall.camel.CallRequestException;
import io.acscall.camel.action.CallParticipant;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * What happens to a guest, from the lobby to the agent. Two calls of ours: in one the guest waits, in the other the
 * agent is rung; then the guest is moved. What is known stands in the database, so nothing waits for people.
 */
public class LobbyRoutes extends RouteBuilder {

    // CHECKSTYLE:OFF (the formatter leaves the indentation, which shows what belongs to what)
    @Override
    public void configure() {
        from("acs-call:incomingCall?to={{lobby.number}}").routeId("incoming-call")
            // whoever hangs up before we answer, or between two steps
            .onException(CallRequestException.class).onWhen(simple("${exception.outcome} in 'CALL_EXPIRED,CALL_NOT_FOUND'"))
                .handled(true)
                .to("direct:gone")
            .end()
            .to("acs-call:answer?awaitEvent=true&onDisconnect=stop")
            .to("sql:classpath:sql/open-guest.sql")
            .choice()
                .when(header("CamelSqlUpdateCount").isEqualTo(1))
                    // until the guest is moved or turned away
                    .to("acs-call:play?text={{lobby.wait}}&voice={{lobby.voice}}&loop=true")
                .otherwise()
                    .setBody(constant("{{lobby.full}}"))
                    .to("direct:farewell");

        // an agent has claimed the guest; nothing waits for the phone, so the call can be cancelled while it rings
        from("direct:admit").routeId("admit")
            .to("sql:classpath:sql/find-guest.sql?outputType=SelectOne&outputHeader=guest")
            .toD("acs-call:createCall?target=${header.guest[agent_phone]}&operationContext=${variable.guest}"
                 + "&throwExceptionOnFailure=false")
            .choice()
                .when(header("CamelAcsCallOutcome").isNotNull())
                    .setHeader("CamelAcsCallConnectionId", constant(""))
                    .to("direct:not-answered")
                .otherwise()
                    .to("sql:classpath:sql/note-desk-call.sql")
                    // the guest has hung up meanwhile
                    .filter(header("CamelSqlUpdateCount").isEqualTo(0))
                        .to("acs-call:hangUp?forEveryone=true&throwExceptionOnFailure=false")
                    .end();

        from("direct:turn-away").routeId("turn-away")
            .to("sql:classpath:sql/find-guest.sql?outputType=SelectOne&outputHeader=guest")
            .setHeader("CamelAcsCallConnectionId", simple("${header.guest[lobby_call]}"))
            .setBody(constant("{{lobby.turned-away}}"))
            .to("direct:farewell");

        // of both kinds of calls, also after a restart and on any node
        from("acs-call:events?eventTypes=CallConnected,ParticipantsUpdated,CallDisconnected").routeId("news")
            .setVariable("guest", header("CamelAcsCallOperationContext").convertTo(Integer.class))
            .removeHeader("CamelAcsCallOperationContext")
            .choice()
                .when(header("CamelAcsCallEventType").isEqualTo("CallDisconnected")).to("direct:ended")
                .when(header("CamelAcsCallEventType").isEqualTo("ParticipantsUpdated")).to("direct:nobody-alone")
                // the call of a guest has no context
                .when(variable("guest").isNotNull()).to("direct:answered");

        // BUSY, DECLINED, NO_ANSWER and the like: the guest still waits, and hears the text go on
        from("direct:not-answered").routeId("not-answered")
            .setVariable("outcome", constant("HUNG_UP"))
            .filter(header("CamelAcsCallOutcome").isNotNull())
                .setVariable("outcome", simple("${header.CamelAcsCallOutcome}", String.class))
            .end()
            .to("sql:classpath:sql/release-ringing.sql");

        // both calls are connected now, the one of the guest since we answered
        from("direct:answered").routeId("answered")
            .to("sql:classpath:sql/begin-move.sql")
            .choice()
                .when(header("CamelSqlUpdateCount").isEqualTo(1))
                    .setVariable("desk", header("CamelAcsCallConnectionId"))
                    .to("sql:classpath:sql/find-guest.sql?outputType=SelectOne&outputHeader=guest")
                    .to("direct:move")
                .otherwise()
                    .to("sql:classpath:sql/knows-desk-call.sql?outputType=SelectOne&outputHeader=known")
                    // an event that came twice is no second agent
                    .filter(header("known").isEqualTo(0))
                        .setBody(constant("{{lobby.gone}}"))
                        .to("direct:farewell")
                    .end();

        from("direct:move").routeId("move")
            // the service may call a call connected a little before it takes one as such
            .onException(CallRequestException.class).onWhen(simple("${exception.outcome} == 'CALL_NOT_ESTABLISHED'"))
                .maximumRedeliveries(5).redeliveryDelay("{{lobby.move-retry}}").asyncDelayedRedelivery()
                .logRetryAttempted(false).handled(true)
                .setVariable("outcome", constant("CALL_NOT_ESTABLISHED"))
                .to("direct:not-moved")
            .end()
            .onException(AcsCallException.class).handled(true)
                .setVariable("outcome", simple("${exception.outcome}", String.class))
                .to("direct:not-moved")
            .end()
            .toD("acs-call:moveParticipants?target=${header.guest[phone]}&fromCallConnectionId=${header.guest[lobby_call]}"
                 + "&awaitEvent=true")
            .to("direct:moved");

        from("direct:moved").routeId("moved")
            .to("sql:classpath:sql/note-talking.sql")
            // nobody is in the lobby call any more but us
            .setHeader("CamelAcsCallConnectionId", simple("${header.guest[lobby_call]}"))
            .to("acs-call:hangUp?forEveryone=true&throwExceptionOnFailure=false")
            // somebody may have hung up meanwhile
            .setHeader("CamelAcsCallConnectionId", variable("desk"))
            .to("direct:nobody-alone");

        // the agent or the guest has hung up, or nobody knows: the service is asked
        from("direct:not-moved").routeId("not-moved")
            .setHeader("CamelAcsCallConnectionId", variable("desk"))
            .to("acs-call:listParticipants?throwExceptionOnFailure=false")
            .choice()
                .when(this::areTogether)
                    .to("direct:moved")
                .otherwise()
                    .setHeader("CamelAcsCallConnectionId", simple("${header.guest[lobby_call]}"))
                    .to("acs-call:getCallProperties?throwExceptionOnFailure=false")
                    .choice()
                        .when(header("CamelAcsCallOutcome").isEqualTo("CALL_NOT_FOUND")).to("sql:classpath:sql/note-lost.sql")
                        .otherwise().to("sql:classpath:sql/release-moving.sql")
                    .end()
                    .setHeader("CamelAcsCallConnectionId", variable("desk"))
                    .setBody(constant("{{lobby.gone}}"))
                    .wireTap("direct:farewell");

        // the call of a guest or of an agent
        from("direct:ended").routeId("ended")
            // the call of an agent has a context: the number of the guest
            .filter(variable("guest").isNotNull()).to("direct:not-answered").end()
            .to("sql:classpath:sql/note-done.sql")
            .to("direct:gone");

        // a guest who waits or whose agent is rung; while one is moved, the move tells
        from("direct:gone").routeId("gone")
            .to("sql:classpath:sql/note-gone.sql")
            .filter(header("CamelSqlUpdateCount").isEqualTo(1))
                .to("sql:classpath:sql/find-desk-call.sql?outputType=SelectOne&outputHeader=desk")
                // the phone of the agent stops ringing
                .filter(header("desk").isNotNull())
                    .setHeader("CamelAcsCallConnectionId", header("desk"))
                    .to("acs-call:hangUp?forEveryone=true&throwExceptionOnFailure=false")
                .end()
            .end();

        // whoever is left by the other one; events may be late, so the service is asked who is there
        from("direct:nobody-alone").routeId("nobody-alone")
            .to("sql:classpath:sql/find-talk.sql?outputType=SelectOne&outputHeader=guest")
            .filter(header("guest").isNotNull())
                .to("acs-call:listParticipants?throwExceptionOnFailure=false")
                .filter(exchange -> exchange.getMessage().getBody() instanceof List && !areTogether(exchange))
                    .to("acs-call:hangUp?forEveryone=true&throwExceptionOnFailure=false")
                .end()
            .end();

        from("direct:farewell").routeId("farewell")
            .to("acs-call:play?voice={{lobby.voice}}&interrupt=true&awaitEvent=true&onDisconnect=stop"
                + "&throwExceptionOnFailure=false")
            .to("acs-call:hangUp?forEveryone=true&throwExceptionOnFailure=false");
    }
    // CHECKSTYLE:ON

    /** Whether the body, a list of participants, has both the guest and the agent. */
    private boolean areTogether(Exchange exchange) {
        Map<?, ?> guest = exchange.getMessage().getHeader("guest", Map.class);
        if (!(exchange.getMessage().getBody() instanceof List<?> people)) {
            return false;
        }
        Set<String> ids = people.stream().filter(CallParticipant.class::isInstance).map(CallParticipant.class::cast)
                .map(CallParticipant::id).collect(Collectors.toSet());
        return ids.contains(guest.get("phone")) && ids.contains(guest.get("agent_phone"));
    }
}
