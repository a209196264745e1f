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

import org.apache.camel.builder.RouteBuilder;

/**
 * The routes of docs/from-the-sdk.md on media, recordings and streams, word for word.
 */
class FromTheSdkMediaRoutes extends RouteBuilder {

    // CHECKSTYLE:OFF
    @Override
    public void configure() {
        // sample:play
        from("direct:play")
            .to("acs-call:play?file=https://media.example.com/welcome.wav&awaitEvent=true");

        // sample:playText
        from("direct:playText")
            .to("acs-call:play?text=Welcome&voice=en-US-JennyNeural&target=+16045550100&awaitEvent=true");

        // sample:playSsml
        from("direct:playSsml")
            .setBody(constant("<speak version=\"1.0\" xml:lang=\"en-US\">Please <emphasis>hold</emphasis></speak>"))
            .to("acs-call:play?loop=true");

        // sample:cancelAll
        from("direct:cancelAll")
            .to("acs-call:cancelAllMedia");

        // sample:askKeys
        from("direct:askKeys")
            .to("acs-call:recognize?inputType=dtmf&maxTones=4&stopTones=RAW(#)&file=https://media.example.com/menu.wav&awaitEvent=true")
            .log("${header.CamelAcsCallTones}");

        // sample:askChoice
        from("direct:askChoice")
            .to("acs-call:recognize?inputType=choices&choices=Sales:sales|new order:1;Support:support|help:2"
                + "&text=Sales or support&voice=en-US-JennyNeural&awaitEvent=true")
            .choice()
                .when(header("CamelAcsCallChoice").isEqualTo("Sales")).to("mock:sales")
                .otherwise().to("mock:support");

        // sample:askSpeech
        from("direct:askSpeech")
            .to("acs-call:recognize?inputType=speech&speechLanguage=en-US&endSilenceTimeout=1s&awaitEvent=true");

        // sample:askSpeechOrKeys
        from("direct:askSpeechOrKeys")
            .to("acs-call:recognize?inputType=speechOrDtmf&speechLanguage=en-US&maxTones=1&awaitEvent=true");

        // sample:hearKeys
        from("direct:hearKeys")
            .to("acs-call:startContinuousDtmf?target=+16045550100");

        from("acs-call:events?eventTypes=ContinuousDtmfRecognitionToneReceived")
            .to("mock:keys");

        // sample:hearNoKeys
        from("direct:hearNoKeys")
            .to("acs-call:stopContinuousDtmf?target=+16045550100&awaitEvent=true");

        // sample:pressKeys
        from("direct:pressKeys")
            .to("acs-call:sendDtmf?tones=RAW(12#)&target=+16045550100&awaitEvent=true");

        // sample:hold
        from("direct:hold")
            .to("acs-call:hold?target=+16045550100&file=https://media.example.com/music.wav&awaitEvent=true");

        // sample:unhold
        from("direct:unhold")
            .to("acs-call:unhold?target=+16045550100&awaitEvent=true");

        // sample:mute
        from("direct:mute")
            .to("acs-call:mute?target=8:acs:11111111-2222-4333-8444-555555555555_0000002a-0000-0000-0000-000000000003");

        // sample:audioOn
        from("direct:audioOn")
            .to("acs-call:startMediaStreaming?awaitEvent=true");

        // sample:audioOff
        from("direct:audioOff")
            .to("acs-call:stopMediaStreaming?awaitEvent=true");

        // sample:wordsOn
        from("direct:wordsOn")
            .to("acs-call:startTranscription?locale=en-US&awaitEvent=true");

        // sample:wordsIn
        from("direct:wordsIn")
            .to("acs-call:updateTranscription?locale=de-DE&awaitEvent=true");

        // sample:wordsOff
        from("direct:wordsOff")
            .to("acs-call:stopTranscription?awaitEvent=true");

        // sample:record
        from("direct:record")
            .to("acs-call:startRecording?content=audio&channel=mixed&format=wav&awaitEvent=true");

        // sample:recordState
        from("direct:recordState")
            .to("acs-call:getRecordingState");

        // sample:recordPause
        from("direct:recordPause")
            .to("acs-call:pauseRecording?awaitEvent=true");

        // sample:recordResume
        from("direct:recordResume")
            .to("acs-call:pauseRecording?awaitEvent=true")
            .to("acs-call:resumeRecording?awaitEvent=true");

        // sample:recordStop
        from("direct:recordStop")
            .to("acs-call:stopRecording?awaitEvent=true");

        // sample:download
        from("acs-call:recordingFile")
            .to("acs-call:downloadRecording")
            .convertBodyTo(byte[].class)
            .to("mock:file")
            .to("acs-call:deleteRecording")
            .to("mock:deleted");
    }
    // CHECKSTYLE:ON
}
