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
package io.acscall.camel.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.acscall.simulator.fixtures.BrokenBody;
import io.acscall.simulator.fixtures.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FrameReaderTest {

    private static final FrameReader READER = new FrameReader();
    private static final Map<String, StreamKind> KINDS = Map.of(
            "AudioMetadata", StreamKind.metadata, "AudioData", StreamKind.audio, "DtmfData", StreamKind.dtmf,
            "TranscriptionMetadata", StreamKind.metadata, "TranscriptionData", StreamKind.transcription);

    /** What goes the other way, and what nobody knows yet. */
    private static final Set<String> OTHERS = Set.of("audioData.out", "stopAudio.out", "KindOfTomorrow");

    private static StreamFrame read(String message) throws BrokenFrameException {
        return READER.read(message).orElseThrow();
    }

    @Test
    void readsTheMetadataOfAudio() throws Exception {
        AudioMetadata metadata = (AudioMetadata) read(
                """
                        {"kind":"AudioMetadata","audioMetadata":{"subscriptionId":"s1","encoding":"PCM","sampleRate":24000,"channels":1,\
                        "length":960,"new":true}}""");

        assertThat(metadata.kind()).isEqualTo(StreamKind.metadata);
        assertThat(metadata.subscriptionId()).isEqualTo("s1");
        assertThat(metadata.encoding()).isEqualTo("PCM");
        assertThat(metadata.length()).isEqualTo(960);
        assertThat(metadata.format()).isEqualTo(new AudioFormat(24_000, 1));
        assertThat(metadata.format().frameBytes()).isEqualTo(960);
        assertThat(metadata.toJson().path("new").asBoolean()).isTrue();
    }

    @Test
    void metadataWithoutNumbersMeansTheUsualFormat() throws Exception {
        assertThat(((AudioMetadata) read("{\"kind\":\"AudioMetadata\",\"audioMetadata\":{}}")).format())
                .isEqualTo(AudioFormat.USUAL);
    }

    @Test
    void readsAudioOfAParticipant() throws Exception {
        AudioFrame audio = (AudioFrame) read("""
                {"kind":"AudioData","audioData":{"timestamp":"2026-04-02T09:15:05.1180000+00:00",\
                "participantRawID":"8:acs:one","data":"AAECAw==","silent":true}}""");

        assertThat(audio.pcm()).containsExactly(0, 1, 2, 3);
        assertThat(audio.timestamp()).isEqualTo(OffsetDateTime.parse("2026-04-02T09:15:05.118Z"));
        assertThat(audio.participantRawId()).isEqualTo("8:acs:one");
        assertThat(audio.silent()).isTrue();
        assertThat(audio).hasToString("AudioFrame[4 bytes, silent=true]");
    }

    @Test
    void mixedAudioHasNoParticipantAndMayHaveNoTime() throws Exception {
        AudioFrame audio = (AudioFrame) read("{\"kind\":\"AudioData\",\"audioData\":{\"data\":\"\",\"timestamp\":\"then\"}}");

        assertThat(audio.pcm()).isEmpty();
        assertThat(audio.participantRawId()).isNull();
        assertThat(audio.timestamp()).isNull();
        assertThat(audio.silent()).isFalse();
    }

    @Test
    void readsAKeyAndHidesIt() throws Exception {
        DtmfFrame key = (DtmfFrame) read("{\"kind\":\"DtmfData\",\"dtmfData\":{\"data\":\"7\"}}");

        assertThat(key.data()).isEqualTo("7");
        assertThat(key.toString()).doesNotContain("7");
    }

    @Test
    void readsTheMetadataOfATranscription() throws Exception {
        TranscriptionMetadata metadata = (TranscriptionMetadata) read("""
                {"kind":"TranscriptionMetadata","transcriptionMetadata":{"subscriptionId":"s2","locale":"en-US",\
                "callConnectionId":"c1","correlationId":"c2","speechRecognitionModelEndpointId":null}}""");

        assertThat(metadata.locale()).isEqualTo("en-US");
        assertThat(metadata.callConnectionId()).isEqualTo("c1");
        assertThat(metadata.correlationId()).isEqualTo("c2");
        assertThat(metadata.speechRecognitionModelEndpointId()).isNull();
    }

    @Test
    void readsWhatWasSaidWithTimesInTicks() throws Exception {
        TranscriptionData said = (TranscriptionData) read("""
                {"kind":"TranscriptionData","transcriptionData":{"text":"good day","format":"display","confidence":0.93,\
                "offset":15000000,"duration":10000001,"words":[{"text":"good","offset":15000000,"duration":4000000},\
                {"text":"day","offset":20000000,"duration":5000001}],"participantRawID":"4:+16041234567",\
                "resultStatus":"Final"}}""");

        assertThat(said.text()).isEqualTo("good day");
        assertThat(said.confidence()).isEqualTo(0.93);
        assertThat(said.offset()).isEqualTo(Duration.ofMillis(1_500));
        assertThat(said.duration()).isEqualTo(Duration.ofSeconds(1, 100));
        assertThat(said.words()).containsExactly(
                new TranscribedWord("good", Duration.ofMillis(1_500), Duration.ofMillis(400)),
                new TranscribedWord("day", Duration.ofSeconds(2), Duration.ofNanos(500_000_100)));
        assertThat(said.isFinal()).isTrue();
        assertThat(said.toString()).doesNotContain("good").doesNotContain("604");
        assertThat(said.words().toString()).doesNotContain("good");
    }

    @Test
    void anIntermediateTextWithoutWordsIsNotFinal() throws Exception {
        TranscriptionData said = (TranscriptionData) read(
                "{\"kind\":\"TranscriptionData\",\"transcriptionData\":{\"text\":\"goo\",\"resultStatus\":\"Intermediate\"}}");

        assertThat(said.isFinal()).isFalse();
        assertThat(said.words()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "audioData", "AUDIODATA", "AudioData" })
    void theCaseOfTheKindDoesNotMatter(String kind) throws Exception {
        assertThat(read("{\"kind\":\"" + kind + "\",\"audioData\":{\"data\":\"AA==\"}}")).isInstanceOf(AudioFrame.class);
    }

    @Test
    void aKindThatNobodyHasSeenYetIsNoError() throws Exception {
        assertThat(READER.read("{\"kind\":\"VideoData\",\"videoData\":{}}")).isEmpty();
        assertThat(READER.read(Fixtures.streamFrame("KindOfTomorrow").text())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "`  `                                                                     | has no kind",
            "`{`                                                                      | is not JSON",
            "`{\"kind\":\"AudioData\",\"audioData\":{\"data\":\"AA==\"}} {}`          | is not JSON",
            "`[]`                                                                     | has no kind",
            "`null`                                                                   | has no kind",
            "`{}`                                                                     | has no kind",
            "`{\"kind\":7}`                                                           | has no kind",
            "`{\"kind\":\"AudioData\"}`                                               | has no object audioData",
            "`{\"kind\":\"AudioData\",\"audioData\":[]}`                              | has no object audioData",
            "`{\"kind\":\"AudioData\",\"audioData\":{}}`                              | has no data",
            "`{\"kind\":\"AudioData\",\"audioData\":{\"data\":7}}`                    | has no data",
            "`{\"kind\":\"AudioData\",\"audioData\":{\"data\":\"*\"}}`                | is not base64",
            "`{\"kind\":\"AudioMetadata\",\"audioMetadata\":{\"sampleRate\":0}}`      | sampleRate",
            "`{\"kind\":\"AudioMetadata\",\"audioMetadata\":{\"sampleRate\":1e9}}`    | sampleRate",
            "`{\"kind\":\"AudioMetadata\",\"audioMetadata\":{\"channels\":\"two\"}}`  | channels",
            "`{\"kind\":\"DtmfData\",\"dtmfData\":{}}`                                | no text data",
            "`{\"kind\":\"TranscriptionData\",\"transcriptionData\":{\"words\":[]}}`  | no text text",
            "`{\"kind\":\"TranscriptionData\",\"transcriptionData\":{\"text\":\"a\",\"words\":[7]}}` | no text text" })
    void aBrokenMessageIsRefusedWithoutRepeatingIt(String message, String why) {
        assertThatThrownBy(() -> READER.read(message)).isInstanceOf(BrokenFrameException.class).hasMessageContaining(why)
                .hasNoCause();
    }

    static List<io.acscall.simulator.fixtures.StreamFrame> eachSampleOfTheServiceIsRead() {
        return Fixtures.streamFrames().stream().filter(sample -> !OTHERS.contains(sample.name())).toList();
    }

    @ParameterizedTest
    @MethodSource
    void eachSampleOfTheServiceIsRead(io.acscall.simulator.fixtures.StreamFrame sample) throws Exception {
        StreamKind expected = KINDS.get(sample.kind());

        assertThat(expected).as(sample.kind()).isNotNull();
        assertThat(read(sample.text()).kind()).isEqualTo(expected);
    }

    /**
     * 16 bits make a sample, but what the service sends is handed on as it is: a route can tell best what it is for.
     */
    static List<BrokenBody> eachBrokenSampleIsRefused() {
        return Fixtures.brokenStreamFrames().stream().filter(broken -> !"half a sample".equals(broken.name())).toList();
    }

    @ParameterizedTest
    @MethodSource
    void eachBrokenSampleIsRefused(BrokenBody broken) {
        assertThatThrownBy(() -> READER.read(new String(broken.bytes(), StandardCharsets.UTF_8)))
                .isInstanceOf(BrokenFrameException.class).hasNoCause();
    }

    @Test
    void theBytesOfASampleAreThoseThatWereSent() throws Exception {
        AudioFrame noise = (AudioFrame) read(Fixtures.streamFrame("AudioData").text());
        AudioFrame silence = (AudioFrame) read(Fixtures.streamFrame("AudioData.silent").text());

        assertThat(noise.pcm()).hasSize(640).startsWith(0, 37, 74);
        assertThat(silence.pcm()).isEqualTo(new byte[640]);
        assertThat(silence.silent()).isTrue();
        assertThat(((AudioMetadata) read(Fixtures.streamFrame("AudioMetadata.24k").text())).format())
                .isEqualTo(new AudioFormat(24_000, 1));
        assertThat(((AudioFrame) read(Fixtures.streamFrame("AudioData.mixed").text())).participantRawId()).isNull();
    }

    @Test
    void aDeepMessageIsRefused() {
        String deep = "{\"kind\":\"AudioData\",\"audioData\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";

        assertThatThrownBy(() -> READER.read(deep)).isInstanceOf(BrokenFrameException.class);
    }

    @Test
    void anyCutOfAGoodMessageIsRefusedInTheSameWay() {
        String good = "{\"kind\":\"AudioData\",\"audioData\":{\"data\":\"" + Base64.getEncoder().encodeToString(new byte[64])
                      + "\",\"silent\":false}}";
        for (int length = 0; length < good.length(); length++) {
            String cut = good.substring(0, length);
            assertThatThrownBy(() -> READER.read(cut)).as(cut).isInstanceOf(BrokenFrameException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "audio, DTMF", "dtmf,audio" })
    void kindsAreReadInAnyCaseAndOrder(String list) {
        assertThat(StreamKind.list(list)).containsExactly(StreamKind.audio, StreamKind.dtmf);
    }

    @Test
    void anUnknownKindIsRefusedWithTheKnownOnes() {
        assertThat(StreamKind.list(null)).containsExactly(StreamKind.values());
        assertThatThrownBy(() -> StreamKind.list("audio,video")).hasMessageContaining("'video'")
                .hasMessageContaining("metadata, audio, dtmf, transcription, end").hasMessageContaining("kinds=audio,dtmf");
    }
}
