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
package io.acscall.examples.interpreter;

import java.util.List;
import java.util.Map;

import io.acscall.camel.AcsCallException;
import io.acscall.camel.CallDisconnectedException;
import io.acscall.camel.CallOperationFailedException;
import io.acscall.camel.CallRequestException;
import io.acscall.camel.action.CallParticipant;
import io.acscall.camel.outcome.Outcome;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

import static io.acscall.camel.AcsCallConstants.OUTCOME;
import static io.acscall.camel.AcsCallConstants.PARTICIPANTS;

/**
 * A customer, an office, and the interpreter who answers first. What is known of a call stands in the database, and
 * each step that must happen once is an update that changes one row for whoever comes first, and none for the others.
 */
public class InterpreterRoutes extends RouteBuilder {

    // CHECKSTYLE:OFF (the formatter leaves the indentation, which shows what belongs to what)
    @Override
    public void configure() {
        // whoever hangs up while a step waits, or between two steps
        onException(CallDisconnectedException.class).handled(true).to("direct:over");
        onException(CallRequestException.class).onWhen(simple("${exception.outcome} == 'CALL_NOT_FOUND'")).handled(true)
            .to("direct:over");
        // not handled: the log tells what is wrong, and the component ends a call that is still up
        onException(AcsCallException.class)
            .setVariable("reason", simple("${exception.outcome}", String.class))
            .to("sql:classpath:sql/fail-conversation.sql");

        from("acs-call:incomingCall?to={{interpreter.number}}").routeId("incoming-call")
            .to("acs-call:answer?awaitEvent=true")
            .to("sql:classpath:sql/open-conversation.sql")
            .to("direct:ask-language")
            .choice()
                .when(variable("language").isNull())
                    .setVariable("reason", constant("NO_LANGUAGE"))
                    .to("direct:sorry")
                .otherwise()
                    .to("sql:classpath:sql/note-language.sql")
                    .to("acs-call:play?text={{interpreter.wait}}&voice={{interpreter.voice}}&awaitEvent=true")
                    .to("direct:ring-office");

        // a word or a key: three tries
        from("direct:ask-language").routeId("ask-language")
            .setHeader("CamelAcsCallChoices", constant("{{interpreter.choices}}"))
            .loop(3)
                .filter(variable("language").isNull())
                    .doTry()
                        .to("acs-call:recognize?inputType=choices&speechLanguage={{interpreter.speech-language}}"
                            + "&text={{interpreter.menu}}&voice={{interpreter.voice}}&awaitEvent=true")
                        .setVariable("language", header("CamelAcsCallChoice"))
                    .endDoTry()
                    .doCatch(CallOperationFailedException.class)
                        .onWhen(simple("${exception.outcome} in 'SILENCE,INPUT_TIMEOUT,NO_MATCH'"))
                        .log("No language yet")
                    .end()
                .end()
            .end();

        from("direct:ring-office").routeId("ring-office")
            .to("acs-call:addParticipant?target={{interpreter.office}}&awaitEvent=true&throwExceptionOnFailure=false")
            .choice()
                .when(header("CamelAcsCallOutcome").isNull())
                    .to("sql:classpath:sql/office-is-there.sql")
                    .setHeader("wave", constant(0))
                    .to("direct:next-wave")
                .otherwise()
                    .setVariable("reason", constant("NO_OFFICE"))
                    .to("direct:sorry");

        // the wave in the header is over, unless somebody has answered or is still rung
        from("direct:next-wave").routeId("next-wave")
            .to("sql:classpath:sql/claim-wave.sql")
            .filter(header("CamelSqlUpdateCount").isEqualTo(1))
                .to("sql:classpath:sql/begin-wave.sql")
                .to("sql:classpath:sql/find-wave.sql")
                .choice()
                    .when(header("CamelSqlRowCount").isEqualTo(0))
                        .setVariable("reason", constant("NO_INTERPRETER"))
                        .to("direct:sorry")
                    .otherwise()
                        .split(body()).parallelProcessing().to("direct:invite").end()
                .end()
            .end();

        // the exchange does not wait for the answer: the others could not be cancelled before it ends
        from("direct:invite").routeId("invite")
            .setHeader("invitation", simple("${body[id]}", Integer.class))
            .doTry()
                .toD("acs-call:addParticipant?target=${body[phone]}&invitationTimeout={{interpreter.ring-seconds}}s"
                     + "&operationContext=${body[id]}")
                .to("sql:classpath:sql/note-invitation.sql")
                // somebody may have answered meanwhile
                .to("direct:cancel-unneeded")
            .endDoTry()
            // one wrong number in the directory keeps nobody else from being rung
            .doCatch(AcsCallException.class)
                .log("Not rung: ${exception.message}")
                .setHeader("CamelAcsCallOutcome", simple("${exception.outcome}"))
                .to("direct:not-answered")
            .end();

        from("acs-call:events?eventTypes=AddParticipantSucceeded,AddParticipantFailed").routeId("invitations")
            // the invitation of the office has no context
            .filter(header("CamelAcsCallOperationContext").isNotNull())
                .setHeader("invitation", header("CamelAcsCallOperationContext").convertTo(Integer.class))
                .removeHeader("CamelAcsCallOperationContext")
                .choice()
                    .when(header("CamelAcsCallEventType").isEqualTo("AddParticipantSucceeded")).to("direct:answered")
                    .otherwise().to("direct:not-answered")
                .end()
            .end();

        from("direct:not-answered").routeId("not-answered")
            .setVariable("outcome", simple("${header.CamelAcsCallOutcome}", String.class))
            .to("sql:classpath:sql/end-invitation.sql")
            .to("sql:classpath:sql/wave-of-invitation.sql?outputType=SelectOne&outputHeader=wave")
            .to("direct:next-wave");

        from("direct:answered").routeId("answered")
            .to("sql:classpath:sql/claim-conversation.sql")
            .choice()
                .when(header("CamelSqlUpdateCount").isEqualTo(1))
                    .to("sql:classpath:sql/join-invitation.sql")
                    .to("direct:cancel-unneeded")
                    .to("sql:classpath:sql/find-interpreter.sql?outputType=SelectOne&outputHeader=interpreter")
                    .setBody(simple("${header.interpreter[name]}, who interprets ${header.interpreter[language]}, has joined."))
                    .to("acs-call:play?voice={{interpreter.voice}}&awaitEvent=true&throwExceptionOnFailure=false")
                .otherwise()
                    .to("direct:too-late");

        from("direct:too-late").routeId("too-late")
            .to("sql:classpath:sql/late-invitation.sql")
            .filter(header("CamelSqlUpdateCount").isEqualTo(1))
                .to("sql:classpath:sql/find-interpreter.sql?outputType=SelectOne&outputHeader=interpreter")
                .toD("acs-call:play?target=${header.interpreter[phone]}&text={{interpreter.too-late}}"
                     + "&voice={{interpreter.voice}}&awaitEvent=true&throwExceptionOnFailure=false")
                .toD("acs-call:removeParticipant?target=${header.interpreter[phone]}&awaitEvent=true"
                     + "&throwExceptionOnFailure=false")
            .end();

        // those who are still rung although nobody is needed any more; too late is no harm, see above
        from("direct:cancel-unneeded").routeId("cancel-unneeded")
            .to("sql:classpath:sql/unneeded-invitations.sql?outputHeader=unneeded")
            .split(header("unneeded"))
                .setHeader("invitation", simple("${body[id]}", Integer.class))
                .to("sql:classpath:sql/cancel-invitation.sql")
                .filter(header("CamelSqlUpdateCount").isEqualTo(1))
                    .setHeader("CamelAcsCallInvitationId", simple("${body[invitation_id]}"))
                    .to("acs-call:cancelAddParticipant?throwExceptionOnFailure=false")
                .end()
            .end();

        from("acs-call:events?eventTypes=ParticipantsUpdated,CallDisconnected").routeId("people")
            .to("sql:classpath:sql/find-conversation.sql?outputType=SelectOne&outputHeader=conversation")
            .filter(header("conversation").isNotNull())
            .filter(header("CamelAcsCallStale").isNotEqualTo(true))
                .choice()
                    .when(header(PARTICIPANTS).isNull())
                        .to("direct:over")
                    .when(this::hasLeft)
                        // callbacks come in any order: the list may be older than who has come since
                        .to("direct:look")
                    .otherwise()
                        // an event that got lost costs nothing: here they are
                        .to("sql:classpath:sql/find-arrivals.sql?outputHeader=arrivals")
                        .split(header("arrivals"))
                            .setHeader("invitation", simple("${body[id]}", Integer.class))
                            .to("direct:answered")
                        .end()
                .end()
            .end();

        // before a call is ended, the service says who is in it now
        from("direct:look").routeId("look")
            .to("acs-call:listParticipants?throwExceptionOnFailure=false")
            .filter(this::isOver)
                .to("direct:over")
            .end();

        // the customer is gone: nobody is rung any more, and nobody left alone
        from("direct:over").routeId("over")
            .to("sql:classpath:sql/end-conversation.sql")
            .filter(header("CamelSqlUpdateCount").isEqualTo(1))
                .to("direct:cancel-unneeded")
                .to("acs-call:hangUp?forEveryone=true&throwExceptionOnFailure=false")
            .end();

        // the ticket first: the customer may hang up during the farewell
        from("direct:sorry").routeId("sorry")
            .to("sql:classpath:sql/fail-conversation.sql")
            .filter(header("CamelSqlUpdateCount").isEqualTo(1))
                .to("acs-call:play?text={{interpreter.sorry}}&voice={{interpreter.voice}}&awaitEvent=true"
                    + "&throwExceptionOnFailure=false")
                .to("acs-call:hangUp?forEveryone=true&awaitEvent=true&throwExceptionOnFailure=false")
            .end();

        // what another node left behind, and invitations of which nothing is heard
        from("timer:overdue?period={{interpreter.look-every}}").routeId("overdue")
            .to("sql:classpath:sql/overdue-waves.sql")
            .split(body())
                .setHeader("CamelAcsCallConnectionId", simple("${body[call_id]}"))
                .setHeader("wave", simple("${body[wave]}", Integer.class))
                .to("sql:classpath:sql/lose-invitations.sql")
                .to("direct:next-wave")
            .end();
    }
    // CHECKSTYLE:ON

    /** Whether the call is gone, or those are who it was for, as far as the service could tell. */
    private boolean isOver(Exchange exchange) {
        Object outcome = exchange.getMessage().getHeader(OUTCOME);
        return outcome == null
                ? hasLeft(people(exchange.getMessage().getBody(List.class)), exchange)
                : outcome == Outcome.CALL_NOT_FOUND;
    }

    private static List<String> people(List<?> participants) {
        return participants.stream().map(CallParticipant.class::cast).map(CallParticipant::id).toList();
    }

    private boolean hasLeft(Exchange exchange) {
        return hasLeft(exchange.getMessage().getHeader(PARTICIPANTS, List.class), exchange);
    }

    /** The customer has left, or those who were brought together for the customer have. */
    private boolean hasLeft(List<?> people, Exchange exchange) {
        Map<?, ?> conversation = exchange.getMessage().getHeader("conversation", Map.class);
        // who hides the number is in no list by a name that we know
        String customer = conversation.get("customer").toString();
        boolean customerHasLeft = !customer.startsWith("4:anonymous") && !people.contains(customer);
        boolean othersHaveLeft = "JOINED".equals(conversation.get("status"))
                && !people.contains(conversation.get("interpreter"))
                && !people.contains(getContext().resolvePropertyPlaceholders("{{interpreter.office}}"));
        return customerHasLeft || othersHaveLeft;
    }
}
