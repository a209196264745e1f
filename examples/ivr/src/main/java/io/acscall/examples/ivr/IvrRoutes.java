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
package io.acscall.examples.ivr;

import io.acscall.camel.AcsCallException;
import io.acscall.camel.CallDisconnectedException;
import io.acscall.camel.CallOperationFailedException;
import io.acscall.camel.CallRequestException;
import org.apache.camel.builder.RouteBuilder;

/** A menu of three levels. The file routes/ivr.yaml has the same routes in YAML. */
public class IvrRoutes extends RouteBuilder {

    // CHECKSTYLE:OFF (the formatter leaves the indentation, which shows what belongs to what)
    @Override
    public void configure() {
        // whoever hangs up in a menu gets a ticket, too
        onException(CallDisconnectedException.class).handled(true).to("direct:hung-up");
        // between two steps: the next one finds no call
        onException(CallRequestException.class).onWhen(simple("${exception.outcome} == 'CALL_NOT_FOUND'")).handled(true)
            .to("direct:hung-up");
        // nobody here cancels a prompt; the event that tells of the hang-up comes later
        onException(CallOperationFailedException.class).onWhen(simple("${exception.outcome} == 'CANCELLED'")).handled(true)
            .to("direct:hung-up");
        // not handled: the log tells what is wrong, and the component ends a call that is still up
        onException(AcsCallException.class).onWhen(variable("reason").isNull())
            .setVariable("reason", simple("${exception.outcome}", String.class))
            .to("sql:classpath:sql/write-ticket.sql");

        from("acs-call:incomingCall?to={{ivr.number}}").routeId("incoming-call")
            .setVariable("topic", constant("none"))
            .to("acs-call:answer?awaitEvent=true")
            .setVariable("menu", constant("Welcome. For sales press 1. For support press 2."))
            .to("direct:ask")
            .choice()
                .when(variable("key").isEqualTo("1")).to("direct:sales")
                .when(variable("key").isEqualTo("2")).to("direct:support")
                .otherwise().to("direct:no-input");

        from("direct:sales").routeId("sales")
            .setVariable("topic", constant("sales"))
            .setVariable("menu", constant("For a new order press 1. To change an order press 2."))
            .to("direct:ask")
            .choice()
                .when(variable("key").isEqualTo("1")).setVariable("topic", constant("new order")).to("direct:who")
                .when(variable("key").isEqualTo("2")).setVariable("topic", constant("changed order")).to("direct:who")
                .otherwise().to("direct:no-input");

        from("direct:support").routeId("support")
            .setVariable("topic", constant("support"))
            .setVariable("menu", constant("For repairs press 1. For a bill press 2."))
            .to("direct:ask")
            .choice()
                .when(variable("key").isEqualTo("1")).setVariable("topic", constant("repair")).to("direct:who")
                .when(variable("key").isEqualTo("2")).setVariable("topic", constant("bill")).to("direct:who")
                .otherwise().to("direct:no-input");

        from("direct:who").routeId("who")
            .setVariable("menu", constant("To talk to somebody press 1. To be called back press 2."))
            .to("direct:ask")
            .choice()
                .when(variable("key").isEqualTo("1")).to("direct:agent")
                .when(variable("key").isEqualTo("2"))
                    .setVariable("reason", constant("CALL_BACK"))
                    .setVariable("farewell", constant("We call you back. Goodbye."))
                    .to("direct:ticket")
                .otherwise().to("direct:no-input");

        // a menu: three tries, for silence and for a wrong key; no variable "key" when none was a good one
        from("direct:ask").routeId("ask")
            .removeVariable("key")
            .loop(3)
                .filter(variable("key").isNull())
                    .setBody(variable("menu"))
                    .doTry()
                        .to("acs-call:recognize?inputType=dtmf&maxTones=1&voice={{ivr.voice}}&awaitEvent=true")
                        .filter(header("CamelAcsCallTones").in("1", "2"))
                            .setVariable("key", header("CamelAcsCallTones"))
                        .end()
                    .endDoTry()
                    .doCatch(CallOperationFailedException.class)
                        .onWhen(simple("${exception.outcome} == 'SILENCE' || ${exception.outcome} == 'INPUT_TIMEOUT'"))
                        .log("Nothing pressed")
                    .end()
                .end()
            .end();

        from("direct:agent").routeId("agent")
            .to("acs-call:transfer?target={{ivr.agent}}&awaitEvent=true&throwExceptionOnFailure=false")
            .choice()
                .when(header("CamelAcsCallOutcome").isNull())
                    .log("Handed over: ${variable.topic}")
                .otherwise()
                    // BUSY, NO_ANSWER and the like
                    .setVariable("reason", simple("${header.CamelAcsCallOutcome}", String.class))
                    .setVariable("farewell", constant("Nobody is free. We call you back. Goodbye."))
                    .to("direct:ticket");

        from("direct:hung-up").routeId("hung-up")
            .setVariable("reason", constant("HUNG_UP"))
            .to("sql:classpath:sql/write-ticket.sql");

        from("direct:no-input").routeId("no-input")
            .setVariable("reason", constant("NO_INPUT"))
            .setVariable("farewell", constant("We did not get that. We call you back. Goodbye."))
            .to("direct:ticket");

        // the ticket first: the caller may hang up during the farewell
        from("direct:ticket").routeId("ticket")
            .to("sql:classpath:sql/write-ticket.sql")
            .setBody(variable("farewell"))
            .to("acs-call:play?voice={{ivr.voice}}&awaitEvent=true&throwExceptionOnFailure=false")
            .to("acs-call:hangUp?forEveryone=true&awaitEvent=true&throwExceptionOnFailure=false");
    }
    // CHECKSTYLE:ON
}
