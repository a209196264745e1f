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
package io.acscall.examples.voiceagent;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Says what it has heard, a little later: shows that all the audio arrives and goes back, without a model.
 */
public final class EchoModel implements Model {

    private static final byte[] NOTHING = {};

    private final int delayFrames;
    /** One queue for each stream that is up, each as long as the delay. */
    private final Map<String, Queue<byte[]>> waiting = new ConcurrentHashMap<>();
    private volatile boolean quiet;
    private final LongAdder heard = new LongAdder();
    private final LongAdder said = new LongAdder();

    /**
     * An echo.
     *
     * @param delayFrames after how many frames of 20 ms it comes back
     */
    public EchoModel(int delayFrames) {
        this.delayFrames = delayFrames;
    }

    @Override
    public byte[] hear(String streamId, byte[] pcm) {
        heard.increment();
        Queue<byte[]> delayed = waiting.computeIfAbsent(streamId, id -> new ArrayDeque<>());
        delayed.add(pcm);
        if (delayed.size() <= delayFrames) {
            return NOTHING;
        }
        byte[] oldest = delayed.remove();
        if (quiet) {
            return NOTHING;
        }
        said.increment();
        return oldest;
    }

    @Override
    public void forget(String streamId) {
        waiting.remove(streamId);
    }

    /** Goes on hearing and says nothing more. */
    public void beQuiet() {
        quiet = true;
    }

    /** How many frames it has heard. */
    public long heard() {
        return heard.sum();
    }

    /** How many frames it has given back. */
    public long said() {
        return said.sum();
    }

    /** How many streams it remembers. */
    public int streams() {
        return waiting.size();
    }
}
