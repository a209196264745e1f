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
package io.acscall.examples.reminders;

import io.acscall.camel.AcsCallException;
import org.apache.camel.builder.RouteBuilder;

/** Who has an appointment is rung, asked, and rung again when that makes sense. */
public class ReminderRoutes extends RouteBuilder {

    /** The route that looks for reminders that are due. */
    public static final String DUE = "due";

    // CHECKSTYLE:OFF (the formatter leaves the indentation, which shows what belongs to what)
    @Override
    public void configure() {
        // what throwExceptionOnFailure=false does not catch, such as the end of the application
        onException(AcsCallException.class).handled(true)
            .setVariable("result", simple("${exception.outcome}", String.class))
            .to("direct:retry");

        from("timer:reminders?period={{reminders.look-every}}").routeId(DUE).autoStartup("{{reminders.start}}")
            .setVariable("now", method("callingHours", "now"))
            .to("sql:classpath:sql/too-late.sql")
            .to("sql:classpath:sql/due-reminders.sql")
            .split(body())
                .setVariable("id", simple("${body[id]}", Integer.class))
                .setVariable("try", simple("${body[try_number]}", Integer.class))
                .setVariable("customer", simple("${body[customer]}"))
                .setVariable("phone", simple("${body[phone]}"))
                .setVariable("zone", simple("${body[time_zone]}"))
                .setVariable("when", method("callingHours", "spoken(${body[appointment]}, ${body[time_zone]})"))
                .choice()
                    .when(method("callingHours", "quiet(${variable.zone})"))
                        .setVariable("next", method("callingHours", "next(0, ${variable.zone})"))
                        .to("sql:classpath:sql/postpone-reminder.sql")
                    .otherwise()
                        .to("direct:claim")
                .end()
            .end();

        // of several nodes one goes on, and not again before the claim is over
        from("direct:claim").routeId("claim")
            .setVariable("until", method("callingHours", "in({{reminders.claim-minutes}})"))
            .to("sql:classpath:sql/claim-reminder.sql")
            .filter(header("CamelSqlUpdateCount").isGreaterThan(0))
                .setVariable("caller", method("callers", "of(${variable.id})"))
                .to("sql:classpath:sql/begin-attempt.sql")
                .to("seda:ring");

        // who has to wait until a number is free holds no thread: one consumer is enough
        from("seda:ring").routeId("ring")
            .setHeader("CamelAcsCallTarget", variable("phone"))
            .setHeader("CamelAcsCallSourceCallerId", variable("caller"))
            // the same try once more, after a crash or on another node, makes no second call
            .setHeader("CamelAcsCallIdempotencyKey", simple("reminder-${variable.id}-${variable.try}"))
            .to("acs-call:createCall?awaitEvent=true&awaitTimeout={{reminders.await-answer}}&throwExceptionOnFailure=false")
            .choice()
                .when(header("CamelAcsCallOutcome").isNull())
                    .to("direct:ask")
                .otherwise()
                    .setVariable("result", simple("${header.CamelAcsCallOutcome}", String.class))
                    .to("direct:retry")
                    // nobody knows what became of it: it must not be answered later, when nobody is there
                    .filter(simple("${variable.result} == 'TIMED_OUT' && ${header.CamelAcsCallConnectionId} != null"))
                        .to("acs-call:hangUp?forEveryone=true&awaitEvent=true&throwExceptionOnFailure=false")
                    .end();

        from("direct:ask").routeId("ask")
            .setBody(simple("{{reminders.text}}"))
            .to("acs-call:recognize?inputType=choices&choices=Confirm:confirm|yes:1;Cancel:cancel|no:2;Talk:talk:3"
                + "&voice={{reminders.voice}}&awaitEvent=true&throwExceptionOnFailure=false")
            .choice()
                .when(header("CamelAcsCallChoice").isEqualTo("Confirm"))
                    .setVariable("result", constant("CONFIRMED"))
                    .to("direct:settle")
                    .setBody(constant("{{reminders.confirmed}}"))
                    .to("direct:farewell")
                .when(header("CamelAcsCallChoice").isEqualTo("Cancel"))
                    .setVariable("result", constant("CANCELLED"))
                    .to("direct:settle")
                    .setBody(constant("{{reminders.cancelled}}"))
                    .to("direct:farewell")
                .when(header("CamelAcsCallChoice").isEqualTo("Talk"))
                    .to("direct:connect")
                .otherwise()
                    .setVariable("result", simple("${header.CamelAcsCallOutcome}", String.class))
                    .to("direct:retry")
                    // a mailbox would go on recording
                    .to("acs-call:hangUp?forEveryone=true&awaitEvent=true&throwExceptionOnFailure=false");

        // a transfer: the two talk without us
        from("direct:connect").routeId("connect")
            .to("acs-call:transfer?target={{reminders.desk}}&awaitEvent=true&throwExceptionOnFailure=false")
            .choice()
                .when(header("CamelAcsCallOutcome").isNull())
                    .setVariable("result", constant("TRANSFERRED"))
                    .to("direct:settle")
                .otherwise()
                    .setVariable("result", constant("NOBODY_FREE"))
                    .to("direct:retry")
                    .setBody(constant("{{reminders.not-reached}}"))
                    .to("direct:farewell");

        from("direct:farewell").routeId("farewell")
            .to("acs-call:play?voice={{reminders.voice}}&awaitEvent=true&throwExceptionOnFailure=false")
            .to("acs-call:hangUp?forEveryone=true&awaitEvent=true&throwExceptionOnFailure=false");

        // the reminder first: what is written there counts
        from("direct:settle").routeId("settle")
            .to("sql:classpath:sql/settle-reminder.sql")
            .to("sql:classpath:sql/end-attempt.sql");

        from("direct:retry").routeId("retry")
            .to("sql:classpath:sql/retry-rule.sql?outputType=SelectOne&outputHeader=rule")
            .setVariable("again", simple("${header.rule[again]}"))
            .setVariable("counts", simple("${header.rule[counts]}"))
            .setVariable("next", method("callingHours", "next(${header.rule[wait_minutes]}, ${variable.zone})"))
            .to("sql:classpath:sql/retry-reminder.sql")
            .to("sql:classpath:sql/end-attempt.sql");
    }
    // CHECKSTYLE:ON
}
