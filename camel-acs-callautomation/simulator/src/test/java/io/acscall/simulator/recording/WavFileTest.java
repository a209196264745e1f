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
package io.acscall.simulator.recording;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

import io.acscall.simulator.identity.Identifier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WavFileTest {

    private static final Identifier ANN = Identifier.of("+16045550100");
    private static final Identifier BOB = Identifier.of("+16045550101");
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void theJdkReadsItAndHearsWhoSpokeWhen() throws Exception {
        Tape tape = new Tape();
        tape.add(SECOND, List.of(ANN));
        tape.add(SECOND, List.of(ANN, BOB));
        tape.add(SECOND, List.of());
        WavFile file = new WavFile(tape, ChannelPlan.of(plan(RecordingForm.Channel.MIXED, Map.of()), tape.voices()));
        AudioInputStream audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(whole(file)));

        assertThat(audio.getFormat()).matches(format -> format.matches(new AudioFormat(16_000, 16, 1, true, false)));
        assertThat(audio.getFrameLength()).isEqualTo(48_000);
        short[] samples = samples(audio.readAllBytes(), 1, 0);
        assertThat(strength(samples, 0, 300)).isGreaterThan(0.2);
        assertThat(strength(samples, 0, 400)).isLessThan(0.01);
        assertThat(strength(samples, 16_000, 300)).isGreaterThan(0.1);
        assertThat(strength(samples, 16_000, 400)).isGreaterThan(0.1);
        assertThat(strength(samples, 32_000, 300)).isLessThan(0.01);
    }

    @Test
    void unmixedEverybodyHasAChannel() throws Exception {
        Tape tape = new Tape();
        tape.add(SECOND, List.of(ANN, BOB));
        RecordingPlan plan = plan(RecordingForm.Channel.UNMIXED, Map.of(BOB, 0));
        WavFile file = new WavFile(tape, ChannelPlan.of(plan, tape.voices()));
        AudioInputStream audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(whole(file)));
        byte[] data = audio.readAllBytes();

        assertThat(audio.getFormat().getChannels()).isEqualTo(2);
        assertThat(strength(samples(data, 2, 0), 0, 400)).as("Bob, who came second").isGreaterThan(0.2);
        assertThat(strength(samples(data, 2, 1), 0, 300)).isGreaterThan(0.2);
        assertThat(strength(samples(data, 2, 1), 0, 400)).isLessThan(0.01);
    }

    @Test
    void piecesAddUpToTheWholeWhereverTheyBegin() {
        Tape tape = new Tape();
        tape.add(Duration.ofMillis(30), List.of(ANN));
        tape.add(Duration.ofMillis(20), List.of(BOB));
        WavFile file = new WavFile(tape, ChannelPlan.of(plan(RecordingForm.Channel.UNMIXED, Map.of()), tape.voices()));
        byte[] whole = whole(file);
        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        for (long from = 0; from < file.length(); from += 37) {
            pieces.writeBytes(file.read(from, 37));
        }

        assertThat(pieces.toByteArray()).isEqualTo(whole).hasSize(44 + 50 * 16 * 4);
        assertThat(file.read(file.length(), 10)).isEmpty();
    }

    @Test
    void nothingRecordedIsAnEmptyFile() {
        Tape tape = new Tape();
        WavFile file = new WavFile(tape, ChannelPlan.of(plan(RecordingForm.Channel.MIXED, Map.of()), List.of()));

        assertThat(whole(file)).hasSize(44);
    }

    @Test
    void theFileIsAsLongAsTheTapeHoweverOftenSomebodyComesAndGoes() {
        Tape tape = new Tape();
        for (int i = 0; i < 10; i++) {
            tape.add(Duration.ofNanos(1_900_000), List.of(ANN));
        }
        WavFile file = new WavFile(tape, ChannelPlan.of(plan(RecordingForm.Channel.MIXED, Map.of()), tape.voices()));

        assertThat(file.length()).isEqualTo(44 + tape.length().toMillis() * 16 * 2);
    }

    @Test
    void aTapeIsFullAfterAnHour() {
        Tape tape = new Tape();
        tape.add(Duration.ofMinutes(50), List.of(ANN));
        tape.add(Duration.ofMinutes(50), List.of(BOB));
        tape.add(SECOND, List.of(ANN));

        assertThat(tape.length()).isEqualTo(Tape.LONGEST);
        assertThat(tape.spans()).hasSize(2);
    }

    @Test
    void moreThanFivePeopleShareTheLastChannel() {
        List<Identifier> people = IntStream.range(0, 7).mapToObj(i -> Identifier.of("+1604555010" + i)).toList();
        ChannelPlan channels = ChannelPlan.of(plan(RecordingForm.Channel.UNMIXED, Map.of()), people);

        assertThat(channels.count()).isEqualTo(5);
        assertThat(people).extracting(channels::of).containsExactly(0, 1, 2, 3, 4, 4, 4);
    }

    private static RecordingPlan plan(RecordingForm.Channel channel, Map<Identifier, Integer> channels) {
        return new RecordingPlan(RecordingForm.of(null, channel, null), channels, false, null, "2026-03-12");
    }

    private static byte[] whole(WavFile file) {
        return file.read(0, (int) file.length());
    }

    private static short[] samples(byte[] data, int channels, int channel) {
        short[] samples = new short[data.length / 2 / channels];
        for (int i = 0; i < samples.length; i++) {
            int at = (i * channels + channel) * 2;
            samples[i] = (short) (data[at] & 0xFF | data[at + 1] << 8);
        }
        return samples;
    }

    /** How much of a frequency there is in the second that begins at a sample; about 0.25 for a lone tone. */
    private static double strength(short[] samples, int from, int frequency) {
        double sine = 0;
        double cosine = 0;
        for (int i = 0; i < 16_000; i++) {
            double phase = 2 * Math.PI * frequency * i / 16_000;
            sine += samples[from + i] * Math.sin(phase);
            cosine += samples[from + i] * Math.cos(phase);
        }
        return Math.hypot(sine, cosine) / 16_000 / Short.MAX_VALUE;
    }
}
