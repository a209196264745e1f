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

import org.apache.camel.builder.RouteBuilder;

/**
 * A call from the first ring to the last word. Each step is written down by an update that succeeds only where the flow
 * stands before it, so that of two nodes that are at it one goes on.
 */
public class FlowRoutes extends RouteBuilder {

    // CHECKSTYLE:OFF (the formatter leaves the indentation, which shows what belongs to what)
    @Override
    public void configure() {
        // a request that is read once more, after a worker died, finds its flow there
        from("acs-call-kafka:{{cluster.dial-topic}}?groupId={{cluster.group}}-dial").routeId(Drain.BEGINS)
            .unmarshal().json()
            .setVariable("flow", simple("${body[flow]}"))
            .setVariable("phone", simple("${body[phone]}"))
            .to("sql:classpath:sql/begin-flow.sql")
            .filter(header("CamelSqlUpdateCount").isGreaterThan(0))
                .to("direct:ring");

        from("direct:ring").routeId("ring")
            .setHeader("CamelAcsCallTarget", variable("phone"))
            .setHeader("CamelAcsCallIdempotencyKey", simple("flow-${variable.flow}"))
            // comes back with each event of the call, to whichever node
            .setHeader("CamelAcsCallOperationContext", variable("flow"))
            .setVariable("step", constant("ring"))
            .to("direct:begin")
            .to("acs-call:createCall?awaitEvent=true&awaitTimeout={{cluster.step-timeout}}&throwExceptionOnFailure=false")
            .to("direct:end")
            .choice()
                .when(header("CamelAcsCallOutcome").isNull()).to("direct:connected")
                .otherwise()
                    .setVariable("call", header("CamelAcsCallConnectionId"))
                    .to("direct:failed");

        from("direct:connected").routeId("connected")
            .setVariable("call", header("CamelAcsCallConnectionId"))
            .to("sql:classpath:sql/connected.sql")
            .filter(header("CamelSqlUpdateCount").isGreaterThan(0))
                .to("direct:greet");

        from("direct:greet").routeId("greet")
            .setHeader("CamelAcsCallConnectionId", variable("call"))
            .setHeader("CamelAcsCallOperationContext", variable("flow"))
            .setBody(constant("{{cluster.greeting}}"))
            .setVariable("step", constant("greet"))
            .to("direct:begin")
            .to("acs-call:play?voice={{cluster.voice}}&awaitEvent=true&awaitTimeout={{cluster.step-timeout}}"
                + "&throwExceptionOnFailure=false")
            .to("direct:end")
            .choice()
                .when(header("CamelAcsCallOutcome").isNull()).to("direct:greeted")
                .otherwise().to("direct:failed");

        from("direct:greeted").routeId("greeted")
            .to("sql:classpath:sql/greeted.sql")
            .filter(header("CamelSqlUpdateCount").isGreaterThan(0))
                .to("direct:ask");

        from("direct:ask").routeId("ask")
            .setHeader("CamelAcsCallConnectionId", variable("call"))
            .setHeader("CamelAcsCallOperationContext", variable("flow"))
            .setHeader("CamelAcsCallTarget", variable("phone"))
            .setBody(constant("{{cluster.question}}"))
            .setVariable("step", constant("ask"))
            .to("direct:begin")
            .to("acs-call:recognize?inputType=dtmf&maxTones={{cluster.tones}}&voice={{cluster.voice}}"
                + "&awaitEvent=true&awaitTimeout={{cluster.step-timeout}}&throwExceptionOnFailure=false")
            .to("direct:end")
            .choice()
                .when(header("CamelAcsCallOutcome").isNull()).to("direct:answered")
                .otherwise().to("direct:failed");

        from("direct:answered").routeId("answered")
            .setVariable("tones", header("CamelAcsCallTones"))
            .to("sql:classpath:sql/answered.sql")
            .filter(header("CamelSqlUpdateCount").isGreaterThan(0))
                .to("direct:hangUp");

        from("direct:failed").routeId("failed")
            .setVariable("result", simple("${header.CamelAcsCallOutcome}", String.class))
            .to("direct:giveUp");

        from("direct:giveUp").routeId("giveUp")
            .to("sql:classpath:sql/give-up.sql")
            .filter(simple("${header.CamelSqlUpdateCount} > 0 && ${variable.call} != null"))
                .to("direct:hangUp");

        from("direct:hangUp").routeId("hangUp")
            .setHeader("CamelAcsCallConnectionId", variable("call"))
            .to("acs-call:hangUp?forEveryone=true&throwExceptionOnFailure=false");

        // which step began, how often it ended, and by which event, for those who count
        from("direct:begin").routeId("begin")
            .filter(simple("${properties:cluster.ledger} == 'true'"))
                .to("sql:classpath:sql/note-begin.sql");
        from("direct:end").routeId("end")
            .filter(simple("${properties:cluster.ledger} == 'true'"))
                .setVariable("outcome", simple("${header.CamelAcsCallOutcome}", String.class))
                .to("sql:classpath:sql/note-end.sql")
                .filter(header("CamelAcsCallOutcome").isNull())
                    .to("sql:classpath:sql/note-step.sql");
    }
    // CHECKSTYLE:ON
}
