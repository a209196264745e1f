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
package io.acscall.examples.voiceagent;

import org.apache.camel.builder.RouteBuilder;

/** The whole agent: take the call, hear the caller, talk back. */
public final class VoiceAgentRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("acs-call:incomingCall?to={{voice-agent.number}}").routeId("take the call")
                .to("acs-call:answer?awaitEvent=true&mediaStreaming.startMediaStreaming=true"
                    + "&mediaStreaming.enableBidirectional=true&mediaStreaming.audioFormat=pcm16KMono");

        // one frame after the other for each caller, and its end after all of them, many callers at the same time; a
        // machine that stops for a moment loses nothing, because 20 seconds of each caller may wait
        from("acs-call:mediaStream?kinds=audio,end&maxQueuedFrames=1000").routeId("hear")
                .choice()
                .when(header("CamelAcsCallStreamKind").isEqualTo("end"))
                .bean(Model.class, "forget(${header.CamelAcsCallStreamId})")
                .otherwise()
                .setBody(method(Model.class, "hear(${header.CamelAcsCallStreamId}, ${body})"))
                .filter(simple("${body.length} > 0"))
                .to("direct:say");

        // a caller who hangs up in the middle of a word is no failure
        from("direct:say").routeId("say")
                .to("acs-call:sendAudio?throwExceptionOnFailure=false");
    }
}
