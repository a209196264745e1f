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
package io.acscall.camel.route;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.fixtures.WireComparer;
import io.acscall.simulator.fixtures.WireSample;
import io.acscall.simulator.fixtures.WireSamples;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The request of each action, through a route, against what the service's own clients send. */
class ActionRequestsTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final WireSamples SAMPLES = WireSamples.load();
    private static final String CALL = "callConnectionId=401f0000-0000-4000-8000-000000000001";
    private static final String ACS = "8:acs:11111111-2222-4333-8444-555555555555_0000002a-0000-0000-0000-00000000000";
    private static final String CALLBACK = "callbackUri=https://app.example.com/acs/events?call=42";
    private static final String CONTEXT = "incomingCallContext=eyJhbGciOiJub25lIn0.eyJjYyI6ImludmVudGVkIn0.";
    private static final String WHOLE = "&sourceCallerId=+18005550100&sourceDisplayName=Contoso&source=" + ACS + "1"
                                        + "&operationContext=ctx-0001&" + CALLBACK
                                        + "&cognitiveServicesEndpoint=https://cog.example.com/";
    private static final String STREAMS = "&mediaStreaming.audioChannelType=unmixed&mediaStreaming.transportUrl="
                                          + "wss://app.example.com/ws/audio&mediaStreaming.contentType=audio"
                                          + "&mediaStreaming.startMediaStreaming=true&mediaStreaming.enableBidirectional=true"
                                          + "&mediaStreaming.audioFormat=pcm24KMono&mediaStreaming.enableDtmfTones=true"
                                          + "&transcription.locale=en-US&transcription.transportUrl=wss://app.example.com/ws/text"
                                          + "&transcription.speechModelEndpointId=abababab-0000-4000-8000-000000000000"
                                          + "&transcription.startTranscription=true&transcription.enableIntermediateResults=true";

    record Case(String sample, String uri, Object body) {

        static Case of(String sample, String uri) {
            return new Case(sample, uri, null);
        }

        @Override
        public String toString() {
            return sample;
        }
    }

    static Stream<Case> cases() {
        List<Case> all = List.of(
                Case.of("createCall", "createCall?target=+14255550101" + WHOLE + STREAMS),
                new Case(
                        "createCall", "createCall?target=+14255550101&bodyAsRequest=true" + WHOLE, rawFields("createCall")),
                Case.of("createCall.minimal", "createCall?target=" + ACS + "2&" + CALLBACK),
                Case.of("createCall.ignored-custom-context",
                        "createCall?target=" + ACS + "2&operationContext=ctx-0001&" + CALLBACK),
                Case.of("createCall.teams-app", "createCall?target=" + ACS + "2&" + CALLBACK
                                                + "&teamsAppSource=28:orgid:99999999-8888-4777-8666-555555555555"),
                Case.of("createGroupCall", "createGroupCall?target=+14255550101," + ACS + "2" + WHOLE + STREAMS),
                Case.of("createGroupCall.minimal", "createGroupCall?target=" + ACS + "2," + ACS + "3&" + CALLBACK),
                Case.of("answerCall", "answer?" + CONTEXT + "&" + CALLBACK + "&operationContext=ctx-0001&answeredBy=" + ACS
                                      + "1&cognitiveServicesEndpoint=https://cog.example.com/" + STREAMS),
                Case.of("connectCall", "connect?serverCallId=aHR0cHM6Ly9leGFtcGxlLmludmFsaWQvY29udi8xMjM_aT0xJmU9Mg==&"
                                       + CALLBACK + "&operationContext=ctx-0001&cognitiveServicesEndpoint="
                                       + "https://cog.example.com/" + STREAMS),
                Case.of("answerCall.minimal", "answer?" + CONTEXT + "&" + CALLBACK),
                Case.of("redirectCall", "redirect?target=+14255550101&" + CONTEXT),
                Case.of("redirectCall.user", "redirect?target=" + ACS + "2&" + CONTEXT),
                Case.of("rejectCall", "reject?reason=BUSY&" + CONTEXT),
                Case.of("rejectCall.minimal", "reject?" + CONTEXT),
                Case.of("getCallConnectionProperties", "getCallProperties?" + CALL),
                Case.of("hangUp", "hangUp?" + CALL),
                Case.of("terminateCall", "hangUp?forEveryone=true&" + CALL),
                Case.of("play.minimal", "play?file=https://media.example.com/hello.wav&target=" + ACS + "2&" + CALL),
                Case.of("play.text", "play?text=RAW(Welcome & <hello>)&locale=en-US&voiceKind=Female&voice=en-US-JennyNeural"
                                     + "&target=+14255550101&operationContext=ctx-0001&" + CALL),
                Case.of("play.ssml", "play?ssml=RAW(<speak version=\"1.0\"/>)&customVoiceEndpointId=voice-1"
                                     + "&operationContext=ctx-0001&" + CALL),
                new Case(
                        "play.ssml", "play?customVoiceEndpointId=voice-1&operationContext=ctx-0001&" + CALL,
                        "<speak version=\"1.0\"/>"),
                new Case(
                        "play.text",
                        "play?locale=en-US&voiceKind=female&voice=en-US-JennyNeural&target=+14255550101"
                                     + "&operationContext=ctx-0001&" + CALL,
                        "Welcome & <hello>"),
                Case.of("playToAll", "play?file=https://media.example.com/hello.wav&playSourceCacheId=hello&interrupt=true"
                                     + "&loop=true&operationContext=ctx-0001"
                                     + "&operationCallbackUri=https://app.example.com/acs/op-events&" + CALL));
        // some samples are only where the captures are
        return all.stream().filter(one -> known(one.sample()));
    }

    private static boolean known(String sample) {
        return SAMPLES.all().stream().anyMatch(one -> one.name().equals(sample));
    }

    /** The same as raw fields. */
    private static JsonNode rawFields(String sample) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        JsonNode body = SAMPLES.sample(sample).body();
        for (String field : List.of("mediaStreamingOptions", "transcriptionOptions")) {
            if (body.has(field)) {
                fields.set(field, body.get(field));
            }
        }
        return fields;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theRequestIsThatOfTheServicesOwnClients(Case one, AcsSimulator simulator) throws Exception {
        WireSample sample = SAMPLES.sample(one.sample());
        try (StubService service = StubService.taking("401f0000-0000-4000-8000-000000000001");
             CallApp app = CallApp.run(simulator, settings -> {
                 settings.setConnectionString(service.connectionString());
                 settings.setSourceCallerId(null);
             }, routes -> routes.from("direct:in").to("acs-call:" + one.uri()))) {

            Exchange done = app.send("direct:in", one.body(), Map.of());

            assertThat(done.getException()).isNull();
            StubService.Request sent = service.last();
            assertThat(WireComparer.differences(sample, sent.method(), sent.pathAndQuery(), sent.headers(), sent.body()))
                    .isEmpty();
        }
    }
}
