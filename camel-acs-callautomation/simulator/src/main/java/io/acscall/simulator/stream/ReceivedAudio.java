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
package io.acscall.simulator.stream;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Audio that an application has sent: the last ten seconds of it, and until when it is played to the people in the
 * call. Not thread-safe.
 */
final class ReceivedAudio {

    private static final int SECONDS_KEPT = 10;

    private final AudioFormat format;
    private final Deque<byte[]> kept = new ArrayDeque<>();
    private long keptBytes;
    private Duration playsUntil = Duration.ZERO;

    ReceivedAudio(AudioFormat format) {
        this.format = format;
    }

    /**
     * @param now on the simulator's scheduler
     */
    void add(byte[] pcm, Duration now) {
        Duration begins = playsUntil.compareTo(now) > 0 ? playsUntil : now;
        playsUntil = begins.plusNanos(pcm.length * 1_000_000_000L / format.bytesPerSecond());
        kept.addLast(pcm);
        keptBytes += pcm.length;
        while (keptBytes > (long) SECONDS_KEPT * format.bytesPerSecond() && kept.size() > 1) {
            keptBytes -= kept.removeFirst().length;
        }
    }

    /** What has not been played yet is forgotten. */
    void stop(Duration now) {
        playsUntil = now;
    }

    /** How long it takes to play what has not been played yet. */
    Duration unplayed(Duration now) {
        Duration left = playsUntil.minus(now);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** The last ten seconds, as they were sent. */
    byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        kept.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
