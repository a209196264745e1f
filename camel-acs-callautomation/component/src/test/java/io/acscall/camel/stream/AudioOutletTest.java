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

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Audio goes out at the pace at which it is heard; time is the test's. */
class AudioOutletTest {

    private static final int FRAME = 640;

    private final HandClock clock = new HandClock();
    private final List<String> sent = new ArrayList<>();
    private final List<CompletableFuture<Void>> open = new ArrayList<>();
    private boolean stuck;
    private final AudioOutlet outlet = outlet(Duration.ofMillis(200));

    private AudioOutlet outlet(Duration lead) {
        return new AudioOutlet(
                this::write, new StreamTies(
                        Runnable::run, clock, clock, reason -> {
                        }, lead, Duration.ofSeconds(30)));
    }

    private CompletionStage<Void> write(String text) {
        sent.add(text);
        CompletableFuture<Void> written = new CompletableFuture<>();
        if (stuck) {
            open.add(written);
        } else {
            written.complete(null);
        }
        return written;
    }

    private static byte[] frames(int count) {
        byte[] pcm = new byte[count * FRAME];
        for (int i = 0; i < pcm.length; i++) {
            pcm[i] = (byte) (i / FRAME + 1);
        }
        return pcm;
    }

    private static byte[] pcm(String message) {
        String start = "{\"kind\":\"audioData\",\"audioData\":{\"data\":\"";
        String end = "\",\"isSilent\":false},\"stopAudio\":{}}";
        assertThat(message).startsWith(start).endsWith(end);
        return Base64.getDecoder().decode(message.substring(start.length(), message.length() - end.length()));
    }

    @Test
    void theLeadGoesOutAtOnceAndTheRestAtThePaceOfSpeech() {
        CompletableFuture<AudioEnd> end = outlet.send(frames(50));

        assertThat(sent).hasSize(11);
        clock.advance(Duration.ofMillis(500));
        assertThat(sent.size()).isBetween(30, 36);
        assertThat(end).isNotDone();
        clock.advance(Duration.ofMillis(500));
        assertThat(sent).hasSize(50);
        assertThat(end).isCompletedWithValue(AudioEnd.WRITTEN);
        for (int i = 0; i < 50; i++) {
            assertThat(pcm(sent.get(i))).hasSize(FRAME).containsOnly(i + 1);
        }
        assertThat(clock.planned()).isZero();
    }

    @Test
    void neverMoreThanTheLeadIsAheadAndTheListenerNeverRunsDry() {
        outlet.send(frames(100));
        for (int elapsed = 0; elapsed < 1_900; elapsed += 10) {
            assertThat(sent.size() * 20).as("after %d ms", elapsed).isBetween(elapsed, elapsed + 220);
            clock.advance(Duration.ofMillis(10));
        }
    }

    @Test
    void aSecondOfAudioCostsFewTurnsOfTheTimer() {
        outlet.send(frames(50));
        clock.advance(Duration.ofSeconds(2));

        assertThat(clock.ran()).isLessThan(20);
    }

    @Test
    void withoutALeadEachFrameGoesOutInItsTime() {
        AudioOutlet strict = outlet(Duration.ZERO);
        strict.send(frames(3));

        assertThat(sent).hasSize(1);
        clock.advance(Duration.ofMillis(20));
        assertThat(sent).hasSize(2);
        clock.advance(Duration.ofMillis(20));
        assertThat(sent).hasSize(3);
    }

    @Test
    void piecesOfAnySizeAreJoinedToFrames() {
        byte[] all = frames(2);
        outlet.send(Arrays.copyOfRange(all, 0, 100));
        outlet.send(Arrays.copyOfRange(all, 100, 700));
        outlet.send(Arrays.copyOfRange(all, 700, all.length));

        assertThat(sent).hasSize(2);
        assertThat(pcm(sent.get(0))).isEqualTo(Arrays.copyOf(all, FRAME));
        assertThat(pcm(sent.get(1))).isEqualTo(Arrays.copyOfRange(all, FRAME, 2 * FRAME));
    }

    @Test
    void theLastPieceIsFilledUpWithSilenceWhenNothingFollows() {
        byte[] little = new byte[100];
        Arrays.fill(little, (byte) 9);
        CompletableFuture<AudioEnd> end = outlet.send(little);

        assertThat(sent).isEmpty();
        clock.advance(Duration.ofMillis(20));

        assertThat(sent).hasSize(1);
        assertThat(pcm(sent.get(0))).hasSize(FRAME).startsWith(little).endsWith(new byte[FRAME - 100]);
        assertThat(end).isCompletedWithValue(AudioEnd.WRITTEN);
    }

    @Test
    void stopDropsWhatWaitsAndSaysSo() {
        CompletableFuture<AudioEnd> end = outlet.send(frames(50));
        int before = sent.size();

        assertThat(outlet.stop()).isCompletedWithValue(AudioEnd.WRITTEN);

        assertThat(end).isCompletedWithValue(AudioEnd.STOPPED);
        clock.advance(Duration.ofSeconds(5));
        assertThat(sent).hasSize(before + 1).last().isEqualTo("{\"kind\":\"stopAudio\",\"stopAudio\":{}}");
        outlet.send(frames(1));
        assertThat(sent).hasSize(before + 2);
    }

    @Test
    void moreThanMayWaitIsRefusedWholeAndTheRestGoesOn() {
        outlet.send(frames(1_400));

        assertThatThrownBy(() -> outlet.send(frames(200))).isInstanceOf(AudioQueueFullException.class)
                .hasMessageContaining("maxQueuedAudio=30000ms").hasMessageContaining("4000 ms more")
                .hasMessageContaining("maxQueuedAudio=2m");
        clock.advance(Duration.ofSeconds(30));
        assertThat(sent).hasSize(1_400);
        outlet.send(frames(200));
    }

    @Test
    void aNetworkThatTakesNothingHoldsTheRestBack() {
        stuck = true;
        outlet.send(frames(200));
        clock.advance(Duration.ofSeconds(10));

        assertThat(sent).hasSize(50);
        stuck = false;
        open.forEach(written -> written.complete(null));
        clock.advance(Duration.ofSeconds(10));
        assertThat(sent).hasSize(200);
    }

    @Test
    void theStreamThatEndsTakesNothingMore() {
        CompletableFuture<AudioEnd> end = outlet.send(frames(50));
        outlet.close();

        assertThat(end).isCompletedWithValue(AudioEnd.GONE);
        assertThat(outlet.send(frames(1))).isCompletedWithValue(AudioEnd.GONE);
        assertThat(outlet.stop()).isCompletedWithValue(AudioEnd.GONE);
        clock.advance(Duration.ofSeconds(2));
        assertThat(sent).hasSize(11);
    }

    @Test
    void theFramesFollowTheFormatOfTheStream() {
        outlet.use(new AudioFormat(24_000, 1));
        outlet.send(new byte[960 * 2]);

        assertThat(sent).hasSize(2).allSatisfy(message -> assertThat(pcm(message)).hasSize(960));
    }

    @Test
    void whoChangesTheBytesAfterwardsChangesNothing() {
        byte[] pcm = frames(50);
        outlet.send(pcm);
        Arrays.fill(pcm, (byte) 0);
        clock.advance(Duration.ofSeconds(1));

        assertThat(pcm(sent.get(49))).containsOnly(50);
    }
}
