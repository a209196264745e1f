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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

import io.acscall.camel.stream.AudioMetadata;
import io.acscall.camel.stream.StreamEnd;
import io.acscall.simulator.AcsSimulator;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Frames of a media stream become exchanges, over a real server. */
class MediaStreamConsumerTest {

    private static final String CALL = "401f0000-0000-4000-8000-000000000001";

    private static AcsSimulator simulator;

    @BeforeAll
    static void start() {
        simulator = AcsSimulator.builder().start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    private static byte[] pcm(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void eachKindOfFrameComesWithItsBodyAndHeaders() throws Exception {
        try (StreamApp app = StreamApp.run(simulator, routes -> routes.from("acs-call:mediaStream").to("mock:frames"))) {
            MockEndpoint frames = app.mock("frames");
            frames.expectedMessageCount(5);
            try (Caller caller = app.connect(StreamApp.MEDIA, CALL)) {
                caller.metadata(24_000);
                caller.say("{\"kind\":\"AudioData\",\"audioData\":{\"timestamp\":\"2026-04-02T09:15:05.1180000Z\","
                           + "\"participantRawID\":\"4:+16041234567\",\"data\":\"AAEC\",\"silent\":true}}");
                caller.audio(pcm("sound"));
                caller.say("{\"kind\":\"DtmfData\",\"dtmfData\":{\"data\":\"pound\"}}");
                caller.hangUp();
                frames.assertIsSatisfied();
            }
            List<Message> came = frames.getExchanges().stream().map(Exchange::getMessage).toList();
            assertThat(came).allSatisfy(message -> {
                assertThat(message.getHeader("CamelAcsCallConnectionId")).isEqualTo(CALL);
                assertThat(message.getHeader("CamelAcsCallCorrelationId")).isEqualTo("correlation of " + CALL);
                assertThat(message.getHeader("CamelAcsCallStreamId"))
                        .isEqualTo(came.get(0).getHeader("CamelAcsCallStreamId")).isNotNull();
            });
            assertThat(came).extracting(message -> message.getHeader("CamelAcsCallStreamKind"))
                    .containsExactly("metadata", "audio", "audio", "dtmf", "end");
            assertThat(came.get(0).getBody()).isInstanceOfSatisfying(AudioMetadata.class,
                    metadata -> assertThat(metadata.sampleRate()).isEqualTo(24_000));
            assertThat(came.get(0).getBody(String.class)).contains("\"encoding\":\"PCM\"");
            assertThat(came.get(1).getBody()).isEqualTo(new byte[] { 0, 1, 2 });
            assertThat(came.get(1).getHeader("CamelAcsCallSilent")).isEqualTo(true);
            assertThat(came.get(1).getHeader("CamelAcsCallParticipant")).isEqualTo("+16041234567");
            assertThat(came.get(1).getHeader("CamelAcsCallFrameTime"))
                    .isEqualTo(OffsetDateTime.parse("2026-04-02T09:15:05.118Z"));
            assertThat(came.get(1).getHeader("CamelAcsCallSampleRate")).isEqualTo(24_000);
            assertThat(came.get(2).getBody()).isEqualTo(pcm("sound"));
            assertThat(came.get(2).getHeader("CamelAcsCallParticipant")).isNull();
            assertThat(came.get(3).getBody()).isEqualTo("pound");
            assertThat(came.get(3).getHeader("CamelAcsCallTones")).isEqualTo("#");
            assertThat(came.get(4).getBody()).isEqualTo(new StreamEnd(1000, 4));
        }
    }

    @Test
    void aConnectionThatBreaksOffEndsTheStream() throws Exception {
        try (StreamApp app
                = StreamApp.run(simulator, routes -> routes.from("acs-call:mediaStream?kinds=end").to("mock:frames"))) {
            MockEndpoint frames = app.mock("frames");
            frames.expectedMessageCount(1);
            try (Caller caller = app.connect(StreamApp.MEDIA, CALL)) {
                caller.audio(pcm("sound"));
            }
            frames.assertIsSatisfied();
            assertThat(frames.getExchanges().get(0).getMessage().getBody()).isEqualTo(new StreamEnd(1006, 1));
        }
    }

    @Test
    void aFrameThatComesInPiecesIsPutTogether() throws Exception {
        try (StreamApp app
                = StreamApp.run(simulator, routes -> routes.from("acs-call:mediaStream?kinds=audio").to("mock:frames"))) {
            MockEndpoint frames = app.mock("frames");
            frames.expectedBodiesReceived(pcm("in pieces"), pcm("whole"));
            try (Caller caller = app.connect(StreamApp.MEDIA, CALL)) {
                caller.sayInPieces(Caller.audioText(pcm("in pieces")), 7);
                caller.audio(pcm("whole"));
                frames.assertIsSatisfied();
            }
        }
    }

    @Test
    void aMessageOverTheLimitClosesTheConnection() throws Exception {
        try (StreamApp app = StreamApp.run(simulator, configuration -> configuration.setMaxFrameSize(2_000),
                routes -> routes.from("acs-call:mediaStream").to("mock:frames"))) {
            try (Caller caller = app.connect(StreamApp.MEDIA, CALL)) {
                caller.audio(new byte[640]);
                caller.sayInPieces(Caller.audioText(new byte[1_600]), 1_000);

                assertThat(caller.closed()).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(1009);
            }
            await().untilAsserted(() -> assertThat(app.mock("frames").getReceivedCounter()).isEqualTo(2));
        }
    }

    @Test
    void brokenAndUnknownFramesAreCountedAndTheGoodOnesGoOn() throws Exception {
        try (StreamApp app
                = StreamApp.run(simulator, routes -> routes.from("acs-call:mediaStream?kinds=audio").to("mock:frames"))) {
            MockEndpoint frames = app.mock("frames");
            frames.expectedBodiesReceived(pcm("good"));
            try (Caller caller = app.connect(StreamApp.MEDIA, CALL)) {
                caller.say("{").say("{\"kind\":\"Weather\"}").sayBinary(new byte[] { 1 })
                        .say("{\"kind\":\"AudioData\",\"audioData\":{\"data\":\"no base64\"}}").audio(pcm("good"));
                frames.assertIsSatisfied();
            }
            assertThat(app.component().getRefusals()).containsEntry("mediaStream.frame_broken", 3L)
                    .containsEntry("mediaStream.frame_unknown", 1L);
        }
    }

    @Test
    void aConnectionThatBringsOnlyBrokenFramesIsClosed() throws Exception {
        try (StreamApp app = StreamApp.run(simulator, routes -> routes.from("acs-call:mediaStream").to("mock:frames"));
             Caller caller = app.connect(StreamApp.MEDIA, CALL)) {
            for (int i = 0; i < 100; i++) {
                caller.say("no frame");
            }
            assertThat(caller.closed()).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(1007);
        }
    }

    @Test
    void twoConsumersGetTheSameFramesEachWithBytesOfItsOwn() throws Exception {
        try (StreamApp app = StreamApp.run(simulator, routes -> {
            routes.from("acs-call:mediaStream?kinds=audio")
                    .process(exchange -> exchange.getMessage().getBody(byte[].class)[0] = 'X')
                    .to("mock:first");
            routes.from("acs-call:mediaStream?kinds=audio&silent=false").to("mock:second");
        })) {
            app.mock("first").expectedBodiesReceived(pcm("Xne"), pcm("Xwo"));
            app.mock("second").expectedBodiesReceived(pcm("one"), pcm("two"));
            try (Caller caller = app.connect(StreamApp.MEDIA, CALL)) {
                caller.audio(pcm("one")).audio(pcm("two"));
                MockEndpoint.assertIsSatisfied(app.context());
            }
        }
    }
}
