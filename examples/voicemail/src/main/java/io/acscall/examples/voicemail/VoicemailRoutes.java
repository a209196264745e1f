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
package io.acscall.examples.voicemail;

import org.apache.camel.builder.RouteBuilder;

/** The whole voicemail: the call, the words as they are understood, and the file when it is ready. */
public class VoicemailRoutes extends RouteBuilder {

    // CHECKSTYLE:OFF (the formatter leaves the indentation, which shows what belongs to what)
    @Override
    public void configure() {
        // the ticket comes first: whoever hangs up early has called all the same
        from("acs-call:incomingCall?to={{voicemail.number}}").routeId("incoming-call")
            .to("acs-call:answer?awaitEvent=true&transcription.locale={{voicemail.language}}"
                + "&transcription.startTranscription=false")
            .to("sql:classpath:sql/write-ticket.sql")
            .to("acs-call:transfer?target={{voicemail.desk}}&awaitEvent=true&onDisconnect=stop"
                + "&throwExceptionOnFailure=false")
            .choice()
                .when(header("CamelAcsCallOutcome").isNull())
                    .to("sql:classpath:sql/drop-ticket.sql")
                .otherwise()
                    // BUSY, NO_ANSWER and the like
                    .to("direct:take-message");

        from("direct:take-message").routeId("take-message")
            .to("acs-call:play?text={{voicemail.greeting}}&voice={{voicemail.voice}}&awaitEvent=true&onDisconnect=stop")
            // a message without words on paper is better than none
            .to("acs-call:startTranscription?awaitEvent=true&onDisconnect=stop&throwExceptionOnFailure=false")
            .to("acs-call:startRecording?content=audio&format=wav&awaitEvent=true&onDisconnect=stop")
            // the message ends with any key, with the time that it may take, or with the call
            .to("acs-call:recognize?inputType=dtmf&maxTones=1&initialSilenceTimeout={{voicemail.longest-message}}"
                + "&text={{voicemail.prompt}}&voice={{voicemail.voice}}&awaitEvent=true&onDisconnect=stop"
                + "&throwExceptionOnFailure=false")
            .to("acs-call:stopRecording?awaitEvent=true&onDisconnect=stop")
            .to("acs-call:play?text={{voicemail.farewell}}&voice={{voicemail.voice}}&awaitEvent=true&onDisconnect=stop")
            .to("acs-call:hangUp?forEveryone=true&awaitEvent=true");

        // also of a caller who hangs up just when it begins
        from("acs-call:events?eventTypes=RecordingStateChanged").routeId("recording")
            .to("sql:classpath:sql/note-recording.sql");

        from("acs-call:transcription?kinds=transcription").routeId("words")
            .filter(header("CamelAcsCallFinal"))
            .to("sql:classpath:sql/add-words.sql");

        // the recording is over, and the service has its file; a long one has several
        from("acs-call:recordingFile").routeId("file")
            .onException(Exception.class)
                .maximumRedeliveries(5).redeliveryDelay(1000).useExponentialBackOff().asyncDelayedRedelivery()
            .end()
            .setVariable("millis", simple("${body.data[recordingDurationMs]}"))
            .to("sql:classpath:sql/find-ticket.sql?outputType=SelectOne&outputHeader=ticket")
            .filter(header("ticket").isNotNull())
                .split(header("CamelAcsCallContentLocations")).stopOnException()
                    .setHeader("CamelAcsCallLocation", body())
                    .toD("acs-call:downloadRecording?saveTo={{voicemail.folder}}/${header.ticket}-${exchangeProperty.CamelSplitIndex}.wav")
                .end()
                .to("sql:classpath:sql/store-message.sql")
                // it is ours now; the service would keep it for a day or two
                .split(header("CamelAcsCallDeleteLocations"))
                    .setHeader("CamelAcsCallLocation", body())
                    .to("acs-call:deleteRecording?throwExceptionOnFailure=false")
                .end()
            .end();
    }
    // CHECKSTYLE:ON
}
