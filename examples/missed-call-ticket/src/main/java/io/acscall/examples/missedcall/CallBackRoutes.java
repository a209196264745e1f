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
import org.apache.camel.builder.RouteBuilder;

/** Who was missed is called back: first the desk is rung, and when somebody there is ready, the caller. */
public class CallBackRoutes extends RouteBuilder {

    /** The route that looks for open tickets. */
    public static final String CALL_BACK = "call-back";

    // CHECKSTYLE:OFF (the formatter leaves the indentation, which shows what belongs to what)
    @Override
    public void configure() {
        onException(AcsCallException.class)
            .setVariable("outcome", simple("${exception.outcome}", String.class))
            .to("sql:classpath:sql/note-outcome.sql");

        from("sql:classpath:sql/open-tickets.sql?initialDelay=0&delay={{missed-call.call-back.every}}").routeId(CALL_BACK)
            .autoStartup("{{missed-call.call-back.start}}")
            .filter(method("openingHours", "open"))
            .setVariable("phone", simple("${body[phone]}"))
            // of several nodes one, and not again before the pause is over
            .to("sql:classpath:sql/claim-tickets.sql")
            .filter(header("CamelSqlUpdateCount").isGreaterThan(0))
                .to("acs-call:createCall?target={{missed-call.desk}}&awaitEvent=true&throwExceptionOnFailure=false")
                .choice()
                    .when(header("CamelAcsCallOutcome").isNull())
                        .to("direct:ask-desk")
                    .otherwise()
                        .setVariable("outcome", constant("NOBODY_AT_THE_DESK"))
                        .to("sql:classpath:sql/note-outcome.sql")
                .end()
            .end();

        from("direct:ask-desk").routeId("ask-desk")
            .setBody(simple("Please call ${variable.phone} back. Press 1 when you are ready."))
            .to("acs-call:recognize?inputType=dtmf&maxTones=1&voice={{missed-call.voice}}&awaitEvent=true"
                + "&throwExceptionOnFailure=false")
            .choice()
                .when(header("CamelAcsCallTones").isEqualTo("1"))
                    .to("direct:ring-caller")
                .otherwise()
                    .setVariable("outcome", constant("NOBODY_AT_THE_DESK"))
                    .to("sql:classpath:sql/note-outcome.sql")
                    .to("acs-call:hangUp?forEveryone=true&awaitEvent=true&throwExceptionOnFailure=false");

        // a transfer: the two talk without us, and whoever hangs up ends the call
        from("direct:ring-caller").routeId("ring-caller")
            .to("sql:classpath:sql/count-attempt.sql")
            .toD("acs-call:transfer?target=${variable.phone}&awaitEvent=true&throwExceptionOnFailure=false")
            .choice()
                .when(header("CamelAcsCallOutcome").isNull())
                    .to("sql:classpath:sql/close-tickets.sql")
                .otherwise()
                    .setVariable("outcome", simple("${header.CamelAcsCallOutcome}", String.class))
                    .to("sql:classpath:sql/note-outcome.sql")
                    .to("acs-call:play?text={{missed-call.not-reached}}&voice={{missed-call.voice}}&awaitEvent=true"
                        + "&throwExceptionOnFailure=false")
                    .to("acs-call:hangUp?forEveryone=true&awaitEvent=true&throwExceptionOnFailure=false");
    }
    // CHECKSTYLE:ON
}
