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

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A route that is slower than its stream, over a real socket. */
class SlowRouteTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final String CALL = "401f0000-0000-4000-8000-000000000001";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration STANDSTILL = Duration.ofSeconds(1);
    /** Together more than all that a network and a server keep of what nobody reads. */
    private static final int FRAMES = 3_000;
    private static final byte[] SOUND = new byte[16_000];

    private final CountDownLatch routeGoesOn = new CountDownLatch(1);
    private final List<Integer> taken = new CopyOnWriteArrayList<>();

    private static byte[] numbered(int number) {
        byte[] pcm = SOUND.clone();
        ByteBuffer.wrap(pcm).putInt(number);
        return pcm;
    }

    private StreamApp app(AcsSimulator simulator, String options) throws Exception {
        return StreamApp.run(simulator, routes -> routes.from("acs-call:mediaStream?kinds=audio&maxQueuedFrames=10" + options)
                .process(exchange -> {
                    routeGoesOn.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                    taken.add(ByteBuffer.wrap(exchange.getMessage().getBody(byte[].class)).getInt());
                }));
    }

    @Test
    void withBackPressureTheSenderStandsStillAndNoFrameIsLost(AcsSimulator simulator) throws Exception {
        try (StreamApp app = app(simulator, "&onOverflow=backPressure"); Caller caller = app.connect(StreamApp.MEDIA, CALL)) {
            AtomicInteger sent = new AtomicInteger();
            CompletableFuture<Void> talking = CompletableFuture.runAsync(() -> IntStream.range(0, FRAMES).forEach(number -> {
                caller.audio(numbered(number));
                sent.incrementAndGet();
            }));
            AtomicInteger seen = new AtomicInteger(-1);
            await("it stands still").atMost(PATIENCE).pollInterval(STANDSTILL)
                    .until(() -> sent.get() > 0 && seen.getAndSet(sent.get()) == sent.get());
            assertThat(sent).hasValueLessThan(FRAMES);

            routeGoesOn.countDown();

            assertThat(talking).succeedsWithin(PATIENCE);
            await("all frames").atMost(PATIENCE).until(() -> taken.size() == FRAMES);
            assertThat(taken).isEqualTo(IntStream.range(0, FRAMES).boxed().toList());
            assertThat(app.component().getRefusals()).doesNotContainKey("mediaStream.frame_dropped");
        }
    }

    @Test
    void otherwiseTheOldestFramesAreDroppedAndCounted(AcsSimulator simulator) throws Exception {
        try (StreamApp app = app(simulator, ""); Caller caller = app.connect(StreamApp.MEDIA, CALL)) {
            int frames = FRAMES / 10;
            IntStream.range(0, frames).forEach(number -> caller.audio(numbered(number)));
            // the route has one in its hands, ten wait
            await("all are read").atMost(PATIENCE)
                    .until(() -> app.component().getRefusals().getOrDefault("mediaStream.frame_dropped", 0L) == frames - 11);

            routeGoesOn.countDown();

            await().atMost(PATIENCE).until(() -> taken.size() == 11);
            assertThat(taken).endsWith(IntStream.range(frames - 10, frames).boxed().toArray(Integer[]::new));
        }
    }
}
