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
package io.acscall.examples.cluster;

import org.apache.camel.BeanInject;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.IdempotentRepository;

/** What becomes of a call whose worker is gone: another one goes on from what stands in the database. */
public class GoOnRoutes extends RouteBuilder {

    @BeanInject("once")
    private IdempotentRepository once;

    // CHECKSTYLE:OFF (the formatter leaves the indentation, which shows what belongs to what)
    @Override
    public void configure() {
        // Kafka to the inner path of the component: waits that are here end, events of others' waits are sent to them
        from("acs-call-kafka:{{cluster.events-topic}}?groupId={{cluster.group}}").routeId("dispatch")
            .to("acs-call:dispatch");

        from("acs-call:events?eventTypes=CallConnected,CreateCallFailed,PlayCompleted,PlayFailed,RecognizeCompleted,"
             + "RecognizeFailed,CallDisconnected").routeId(Drain.GOES_ON)
            .setVariable("flow", header("CamelAcsCallOperationContext"))
            .setVariable("call", header("CamelAcsCallConnectionId"))
            .filter(simple("${properties:cluster.ledger} == 'true'"))
                .to("sql:classpath:sql/note-event.sql")
                // what must not be done twice, and rather not at all: an event is remembered before it is handled
                .idempotentConsumer(header("CamelAcsCallEventId"), once)
                    .to("sql:classpath:sql/note-once.sql")
                .end()
            .end()
            // whoever waited for it goes on by itself; else its worker is gone (CamelAcsCallOrphaned), or nobody waited
            .filter(simple("${header.CamelAcsCallAwaited} != true && ${variable.flow} != null"))
                .choice()
                    .when(simple("${header.CamelAcsCallEventType} == 'CallConnected'"))
                        .to("direct:whom").to("direct:connected")
                    .when(simple("${header.CamelAcsCallEventType} == 'PlayCompleted'"))
                        .to("direct:whom").to("direct:greeted")
                    .when(simple("${header.CamelAcsCallEventType} == 'RecognizeCompleted'")).to("direct:answered")
                    .when(simple("${header.CamelAcsCallEventType} == 'CallDisconnected'"))
                        .setVariable("result", constant("CALL_ENDED"))
                        .to("direct:giveUp")
                    .otherwise().to("direct:failed");

        from("direct:whom").routeId("whom")
            .to("sql:classpath:sql/phone.sql?outputType=SelectOne&outputHeader=phone")
            .setVariable("phone", header("phone"));

        // a worker may also die between an event and the next step; then nothing comes any more
        from("timer:look-after?period={{cluster.look-every}}").routeId("lookAfter")
            .to("sql:classpath:sql/left-alone.sql")
            .split(body())
                .setVariable("flow", simple("${body[id]}"))
                .setVariable("phone", simple("${body[phone]}"))
                .setVariable("call", simple("${body[call_id]}"))
                .setVariable("state", simple("${body[state]}"))
                .to("seda:lookAfter?size=10000&blockWhenFull=true");

        from("seda:lookAfter?size=10000").routeId("lookAfterOne")
            .choice()
                .when(simple("${variable.state} == 'GREETING'")).to("direct:greet")
                .when(simple("${variable.state} == 'ASKING'")).to("direct:ask")
                .otherwise().to("direct:ringAgain");

        // under the same key: when the service has made the call, it says which it is, and nobody is rung twice
        from("direct:ringAgain").routeId("ringAgain")
            .setHeader("CamelAcsCallTarget", variable("phone"))
            .setHeader("CamelAcsCallIdempotencyKey", simple("flow-${variable.flow}"))
            .setHeader("CamelAcsCallOperationContext", variable("flow"))
            .to("acs-call:createCall?throwExceptionOnFailure=false")
            .filter(header("CamelAcsCallOutcome").isNull())
                .to("acs-call:getCallProperties?throwExceptionOnFailure=false")
            .end()
            .choice()
                .when(header("CamelAcsCallOutcome").isNotNull()).to("direct:failed")
                .when(simple("${body.callConnectionState} == 'connected'")).to("direct:connected");
    }
    // CHECKSTYLE:ON
}
