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
package io.acscall.camel.docs;

import io.acscall.camel.AcsCallException;
import io.acscall.camel.CallPacingException;
import org.apache.camel.builder.RouteBuilder;

/**
 * The routes of the manual's pages, word for word.
 */
final class ManualRoutes {

    private ManualRoutes() {
    }

    // CHECKSTYLE:OFF

    /** The first route of README.md. */
    static class Readme extends RouteBuilder {

        @Override
        public void configure() {
            from("acs-call:incomingCall?to=+18005550100")
                .to("acs-call:answer?awaitEvent=true")
                .to("acs-call:play?text=Welcome&voice=en-US-JennyNeural&awaitEvent=true")
                .to("sql:insert into call_log (caller) values (:#${header.CamelAcsCallFrom})")
                .to("acs-call:hangUp?forEveryone=true");
        }
    }

    /** Prompts and recordings of docs/media.md. */
    static class Media extends RouteBuilder {

        @Override
        public void configure() {
            from("direct:welcome")
                .setBody(constant("{\"playSources\":[{\"kind\":\"file\",\"file\":{\"uri\":\"https://media.example.com/jingle.wav\"}},"
                    + "{\"kind\":\"text\",\"text\":{\"text\":\"Welcome\",\"voiceName\":\"en-US-JennyNeural\"}}]}"))
                .to("acs-call:play?bodyAsRequest=true&awaitEvent=true");

            from("acs-call:incomingCall?to=+18001234567")
                .to("acs-call:answer?awaitEvent=true")
                .to("acs-call:startRecording?content=audio&format=wav&awaitEvent=true")
                .to("acs-call:play?text=Please tell us your wish&voice=en-US-JennyNeural&awaitEvent=true")
                .to("acs-call:pauseRecording?awaitEvent=true")
                .to("acs-call:recognize?inputType=dtmf&maxTones=16&awaitEvent=true")
                .to("acs-call:resumeRecording?awaitEvent=true");

            from("acs-call:recordingFile")
                .split(header("CamelAcsCallContentLocations"))
                    .setHeader("CamelAcsCallLocation", body())
                    .to("acs-call:downloadRecording")
                    .to("file:recordings");
        }
    }

    /** Streams of docs/media.md. */
    static class Streams extends RouteBuilder {

        @Override
        public void configure() {
            from("acs-call:incomingCall?to=+18001234567")
                .to("acs-call:answer?awaitEvent=true&mediaStreaming.startMediaStreaming=true&mediaStreaming.enableBidirectional=true");

            from("acs-call:mediaStream?kinds=audio")
                .bean("model", "hear")
                .to("acs-call:sendAudio");
        }
    }

    /** docs/waiting.md. */
    static class Waiting extends RouteBuilder {

        @Override
        public void configure() {
            from("acs-call:incomingCall?to=+18001234567")
                .to("acs-call:answer?awaitEvent=true")
                .to("acs-call:play?text=Welcome&voice=en-US-JennyNeural&awaitEvent=true")
                .to("acs-call:recognize?inputType=dtmf&maxTones=1&awaitEvent=true")
                .choice()
                    .when(header("CamelAcsCallTones").isEqualTo("1")).to("acs-call:transfer?target=+16045550100&awaitEvent=true")
                    .otherwise().to("direct:ticket").to("acs-call:hangUp?forEveryone=true");

            from("direct:lobby")
                .to("acs-call:createCall?target=+16045550100&sourceCallerId=+18005550100&awaitEvent=true")
                .setVariable("lobby", header("CamelAcsCallConnectionId"))
                .to("acs-call:createCall?target=+16045550101&sourceCallerId=+18005550100&awaitEvent=true")
                .setVariable("main", header("CamelAcsCallConnectionId"))
                .setHeader("CamelAcsCallConnectionId", variable("main"))
                .setHeader("CamelAcsCallFromCallConnectionId", variable("lobby"))
                .to("acs-call:moveParticipants?target=+16045550100&awaitEvent=true");

            from("sql:select * from reminders where due < now()?dataSource=#dataSource")
                .setHeader("CamelAcsCallIdempotencyKey", simple("reminder-${body[id]}"))
                .toD("acs-call:createCall?target=${body[phone]}&sourceCallerId=+18005550100&awaitEvent=true");
        }
    }

    /** docs/pacing.md. */
    static class Pacing extends RouteBuilder {

        @Override
        public void configure() {
            onException(CallPacingException.class)
                .handled(true)
                .to("direct:tomorrow");

            from("sql:select * from reminders where due < now()?dataSource=#dataSource")
                .setHeader("CamelAcsCallTarget", simple("${body[phone]}"))
                .to("seda:dial?size=500&blockWhenFull=true");

            from("seda:dial?concurrentConsumers=4")
                .to("acs-call:createCall?sourceCallerId=+18005550100&awaitEvent=true")
                .to("acs-call:play?text=Your+appointment+is+tomorrow&voice=en-US-JennyNeural&awaitEvent=true")
                .to("acs-call:hangUp?forEveryone=true");
        }
    }

    /** docs/outcomes.md. */
    static class Outcomes extends RouteBuilder {

        @Override
        public void configure() {
            onException(AcsCallException.class)
                .onWhen(simple("${exception.retryable}"))
                .maximumRedeliveries(2).redeliveryDelay(5000);

            from("direct:ring")
                .to("acs-call:createCall?target=+16045550100&sourceCallerId=+18005550100&awaitEvent=true&throwExceptionOnFailure=false")
                .choice()
                    .when(simple("${header.CamelAcsCallOutcome} == 'BUSY'")).to("direct:later")
                    .when(simple("${header.CamelAcsCallRetryable} == true")).to("direct:again");
        }
    }

    /** docs/scaling.md. */
    static class Scaling extends RouteBuilder {

        @Override
        public void configure() {
            from("direct:invite")
                .setHeader("CamelAcsCallOperationContext", simple("order-${header.order}"))
                .to("acs-call:createCall?target=+16045550100&sourceCallerId=+18005550100");

            from("acs-call:events?eventTypes=CallConnected,CreateCallFailed")
                .filter(header("CamelAcsCallOperationContext").startsWith("order-"))
                .to("direct:goOn");
        }
    }
    // CHECKSTYLE:ON
}
