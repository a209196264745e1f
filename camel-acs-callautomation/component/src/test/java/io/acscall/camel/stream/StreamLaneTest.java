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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StreamLaneTest {

    private static final int DTMF = -1;

    private final HandClock clock = new HandClock();
    private final Queue<Runnable> pool = new ArrayDeque<>();
    private final List<Boolean> pressure = new ArrayList<>();
    private final AtomicInteger dropped = new AtomicInteger();

    private class Recorder implements StreamSubscriber, StreamLane.Stream {

        private final QueueLimit limit;
        private final List<FrameDelivery> taken = new ArrayList<>();
        private Runnable later;
        private boolean slow;
        private int ended;

        Recorder(int max, boolean dropOldest) {
            limit = new QueueLimit(max, dropOldest);
        }

        @Override
        public QueueLimit limit() {
            return limit;
        }

        @Override
        public boolean wants(StreamFrame frame) {
            return true;
        }

        @Override
        public void begun() {
            // nothing to note
        }

        @Override
        public boolean take(FrameDelivery delivery, Runnable whenDone) {
            taken.add(delivery);
            later = whenDone;
            return !slow;
        }

        @Override
        public void ended() {
            ended++;
        }

        @Override
        public FrameDelivery delivery(StreamFrame frame, long lost) {
            return new FrameDelivery(new StreamIdentity("s", null, null), AudioFormat.USUAL, frame, lost);
        }

        @Override
        public void press(boolean full) {
            pressure.add(full);
        }

        @Override
        public void dropped() {
            dropped.incrementAndGet();
        }

        private List<Integer> numbers() {
            return taken.stream().map(one -> one.frame() instanceof AudioFrame audio ? audio.pcm()[0] & 0xff : DTMF).toList();
        }
    }

    private StreamLane lane(Recorder recorder) {
        return new StreamLane(recorder, recorder, pool::add, clock);
    }

    private void work() {
        for (Runnable task = pool.poll(); task != null; task = pool.poll()) {
            task.run();
        }
    }

    private static AudioFrame audio(int number) {
        return new AudioFrame(new byte[] { (byte) number }, null, null, false);
    }

    @Test
    void nothingRunsOnTheThreadThatBringsAFrame() {
        Recorder recorder = new Recorder(10, true);
        StreamLane lane = lane(recorder);
        lane.offer(audio(1));
        lane.offer(audio(2));

        assertThat(recorder.taken).isEmpty();
        assertThat(pool).hasSize(1);
        work();
        assertThat(recorder.numbers()).containsExactly(1, 2);
    }

    @Test
    void theNextFrameWaitsForTheOneBefore() {
        Recorder recorder = new Recorder(10, true);
        recorder.slow = true;
        StreamLane lane = lane(recorder);
        lane.offer(audio(1));
        lane.offer(audio(2));
        work();
        assertThat(recorder.numbers()).containsExactly(1);

        recorder.later.run();
        assertThat(recorder.numbers()).as("not on the thread of the callback").containsExactly(1);
        work();
        assertThat(recorder.numbers()).containsExactly(1, 2);
    }

    @Test
    void theOldestAudioGoesFirstAndTheNextDeliverySaysHowMuch() {
        Recorder recorder = new Recorder(3, true);
        StreamLane lane = lane(recorder);
        for (int i = 1; i <= 2; i++) {
            lane.offer(audio(i));
        }
        lane.offer(new DtmfFrame("1", null));
        for (int i = 3; i <= 6; i++) {
            lane.offer(audio(i));
        }
        work();

        assertThat(recorder.numbers()).containsExactly(DTMF, 5, 6);
        assertThat(recorder.taken.get(0).dropped()).isEqualTo(4);
        assertThat(recorder.taken.get(1).dropped()).isZero();
        assertThat(dropped).hasValue(4);
        assertThat(pressure).isEmpty();
    }

    @Test
    void withBackPressureNothingIsDroppedAndTheConnectionRests() {
        Recorder recorder = new Recorder(4, false);
        StreamLane lane = lane(recorder);
        for (int i = 1; i <= 6; i++) {
            lane.offer(audio(i));
        }
        assertThat(pressure).containsExactly(true);
        work();

        assertThat(recorder.numbers()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(pressure).containsExactly(true, false);
        assertThat(dropped).hasValue(0);
    }

    @Test
    void keysAreNeverDroppedTheyPressInstead() {
        Recorder recorder = new Recorder(2, true);
        StreamLane lane = lane(recorder);
        for (int i = 0; i < 5; i++) {
            lane.offer(new DtmfFrame("1", null));
        }
        assertThat(pressure).containsExactly(true);
        work();
        assertThat(recorder.taken).hasSize(5);
    }

    @Test
    void aHostThatDoesNotStopReadingIsBoundedAllTheSame() {
        Recorder recorder = new Recorder(2, false);
        StreamLane lane = lane(recorder);
        for (int i = 0; i < 10_000; i++) {
            lane.offer(audio(1));
        }
        work();

        assertThat(recorder.taken).hasSize(1_002);
        assertThat(dropped).hasValue(8_998);
    }

    @Test
    void theEndComesLastAlsoWhenTheLaneIsFull() {
        Recorder recorder = new Recorder(1, true);
        StreamLane lane = lane(recorder);
        lane.offer(audio(1));
        lane.offer(new StreamEnd(1000, 1));
        work();

        assertThat(recorder.taken).extracting(FrameDelivery::frame).last().isEqualTo(new StreamEnd(1000, 1));
        assertThat(recorder.taken).hasSize(2);
        assertThat(recorder.ended).isEqualTo(1);
    }

    @Test
    void aFullPoolIsTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        Recorder recorder = new Recorder(10, true);
        StreamLane lane = new StreamLane(recorder, recorder, task -> {
            if (tries.incrementAndGet() < 3) {
                throw new RejectedExecutionException("full");
            }
            pool.add(task);
        }, clock);
        lane.offer(audio(1));
        lane.offer(audio(2));
        clock.advance(Duration.ofSeconds(1));
        work();

        assertThat(recorder.numbers()).containsExactly(1, 2);
    }

    @Test
    void aStreamWithMuchToSayLetsOthersTakeTheThread() {
        Recorder recorder = new Recorder(100, true);
        StreamLane lane = lane(recorder);
        for (int i = 0; i < 50; i++) {
            lane.offer(audio(i));
        }
        pool.remove().run();

        assertThat(recorder.taken).hasSize(16);
        assertThat(pool).hasSize(1);
    }

    @Test
    void manyFramesStayInOrderWhateverThreadsTakeThem() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        ExecutorService finishers = Executors.newFixedThreadPool(4);
        CountDownLatch ended = new CountDownLatch(1);
        List<Integer> seen = new ArrayList<>();
        StreamSubscriber subscriber = new Recorder(20_000, false) {
            @Override
            public boolean take(FrameDelivery delivery, Runnable whenDone) {
                if (delivery.frame() instanceof DtmfFrame key) {
                    seen.add(Integer.valueOf(key.data()));
                }
                boolean later = seen.size() % 3 == 0;
                if (later) {
                    finishers.execute(whenDone);
                }
                return !later;
            }

            @Override
            public void ended() {
                ended.countDown();
            }
        };
        StreamLane lane = new StreamLane(subscriber, (StreamLane.Stream) subscriber, threads, clock);
        for (int i = 0; i < 10_000; i++) {
            lane.offer(new DtmfFrame(String.valueOf(i), null));
        }
        lane.offer(new StreamEnd(1000, 0));
        try {
            assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(seen).hasSize(10_000).isSorted();
        } finally {
            threads.shutdownNow();
            finishers.shutdownNow();
        }
    }
}
