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
package io.acscall.camel.vertx;

import java.time.Duration;
import java.util.List;

import io.acscall.camel.stream.StreamEnd;
import io.acscall.camel.stream.TranscriptionData;
import io.acscall.camel.stream.TranscriptionMetadata;
import io.acscall.simulator.AcsSimulator;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said becomes exchanges, in order, over a real server. */
class TranscriptionConsumerTest {

    private static final String CALL = "401f0000-0000-4000-8000-000000000001";
    private static final String METADATA
            = "{\"kind\":\"TranscriptionMetadata\",\"transcriptionMetadata\":{\"subscriptionId\":\"s1\","
              + "\"locale\":\"en-US\",\"callConnectionId\":\"" + CALL + "\",\"correlationId\":\"c1\"}}";

    private static AcsSimulator simulator;

    @BeforeAll
    static void start() {
        simulator = AcsSimulator.builder().start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    private static String said(String text, String status) {
        return "{\"kind\":\"TranscriptionData\",\"transcriptionData\":{\"text\":\"" + text + "\",\"format\":\"display\","
               + "\"confidence\":0.9,\"offset\":10000000,\"duration\":5000000,\"words\":[{\"text\":\"" + text
               + "\",\"offset\":10000000,\"duration\":5000000}],\"participantRawID\":\"4:+16041234567\",\"resultStatus\":\""
               + status + "\"}}";
    }

    @Test
    void wordsComeInOrderWithWhoSaidThem() throws Exception {
        try (StreamApp app = StreamApp.run(simulator, routes -> routes.from("acs-call:transcription").to("mock:frames"))) {
            MockEndpoint frames = app.mock("frames");
            frames.expectedMessageCount(4);
            try (Caller caller = app.connect(StreamApp.TRANSCRIPTION, CALL)) {
                caller.say(METADATA).say(said("hel", "Intermediate")).say(said("hello", "Final"));
                caller.hangUp();
                frames.assertIsSatisfied();
            }
            List<Message> came = frames.getExchanges().stream().map(Exchange::getMessage).toList();
            assertThat(came).extracting(message -> message.getHeader("CamelAcsCallStreamKind"))
                    .containsExactly("metadata", "transcription", "transcription", "end");
            assertThat(came).extracting(message -> message.getHeader("CamelAcsCallConnectionId")).containsOnly(CALL);
            assertThat(came.get(0).getBody()).isInstanceOfSatisfying(TranscriptionMetadata.class,
                    metadata -> assertThat(metadata.locale()).isEqualTo("en-US"));
            assertThat(came.subList(1, 3)).extracting(message -> message.getHeader("CamelAcsCallSpeech"))
                    .containsExactly("hel", "hello");
            assertThat(came.subList(1, 3)).extracting(message -> message.getHeader("CamelAcsCallFinal"))
                    .containsExactly(false, true);
            assertThat(came.get(2).getHeader("CamelAcsCallParticipant")).isEqualTo("+16041234567");
            assertThat(came.get(2).getBody()).isInstanceOfSatisfying(TranscriptionData.class, data -> {
                assertThat(data.offset()).isEqualTo(Duration.ofSeconds(1));
                assertThat(data.duration()).isEqualTo(Duration.ofMillis(500));
                assertThat(data.words()).hasSize(1);
                assertThat(data.confidence()).isEqualTo(0.9);
            });
            assertThat(came.get(3).getBody()).isEqualTo(new StreamEnd(1000, 3));
        }
    }

    @Test
    void aFrameThatIsBrokenIsCountedAndTheGoodOnesGoOn() throws Exception {
        try (StreamApp app = StreamApp.run(simulator,
                routes -> routes.from("acs-call:transcription?kinds=transcription").to("mock:frames"))) {
            MockEndpoint frames = app.mock("frames");
            frames.expectedHeaderValuesReceivedInAnyOrder("CamelAcsCallSpeech", "good");
            try (Caller caller = app.connect(StreamApp.TRANSCRIPTION, CALL)) {
                caller.say(METADATA).say("{\"kind\":\"TranscriptionData\"").say(said("good", "Final"));
                frames.assertIsSatisfied();
            }
            assertThat(app.component().getRefusals()).anySatisfy((reason, count) -> {
                assertThat(reason).startsWith("transcription.");
                assertThat(count).isEqualTo(1);
            });
        }
    }
}
