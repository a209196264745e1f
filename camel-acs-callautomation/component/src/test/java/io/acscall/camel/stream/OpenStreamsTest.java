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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

import io.acscall.camel.spi.WebSocketConnection;
import io.acscall.camel.spi.WebSocketHandshake;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OpenStreamsTest {

    private static final WebSocketHandshake CALL = new WebSocketHandshake(Map.of("x-ms-call-connection-id", "c-1"));

    private final HandClock clock = new HandClock();
    private final AtomicInteger ids = new AtomicInteger();
    private final List<Integer> closed = new ArrayList<>();

    private OpenStreams streams(int max) {
        StreamTies ties = new StreamTies(
                Runnable::run, clock, clock, reason -> {
                }, Duration.ZERO, Duration.ofSeconds(1));
        return new OpenStreams(ties, max, () -> "s" + ids.incrementAndGet(), StreamWatcher.NONE);
    }

    private CallStream add(OpenStreams streams) {
        return streams.add(CALL, new Connection(), List.of());
    }

    @Test
    void theNewestStreamOfACallIsFoundByTheCall() {
        OpenStreams streams = streams(10);
        CallStream older = add(streams);
        CallStream newer = add(streams);

        assertThat(streams.find(null, "c-1")).containsSame(newer);
        assertThat(streams.find("s1", "another")).containsSame(older);
    }

    @Test
    void theOlderStreamIsFoundAgainWhenTheNewerHasEnded() {
        OpenStreams streams = streams(10);
        CallStream older = add(streams);
        add(streams).closed(1000);

        assertThat(streams.find(null, "c-1")).containsSame(older);

        older.closed(1000);
        assertThat(streams.find(null, "c-1")).isEmpty();
        assertThat(streams.size()).isZero();
    }

    @Test
    void aStreamTooManyIsClosedAndHidesNoneOfItsCall() {
        OpenStreams streams = streams(1);
        CallStream first = add(streams);

        CallStream tooMany = add(streams);

        assertThat(closed).containsExactly(1013);
        assertThat(streams.find(null, "c-1")).containsSame(first);
        tooMany.closed(1013);
        assertThat(streams.isFull()).isTrue();
        first.closed(1000);
        assertThat(streams.isFull()).isFalse();
    }

    private final class Connection implements WebSocketConnection {

        @Override
        public CompletionStage<Void> send(String text) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void pause() {
            // nothing is sent here
        }

        @Override
        public void resume() {
            // nothing is sent here
        }

        @Override
        public void close(int code, String reason) {
            closed.add(code);
        }
    }
}
