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
package io.acscall.simulator.fault;

import java.util.Set;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.json.Json;

/**
 * What happens to connections of streams of audio or words on purpose. Immutable: every method makes another rule. In
 * JSON:
 *
 * <pre>
 * {@code
 * {"stream":"media","dropped":1,"afterFrames":100,"times":1}
 * {"refused":0.1}
 * {"stream":"transcription","expiredToken":1}
 * }
 * </pre>
 */
public final class StreamRule {

    /** The two streams there are. */
    public static final Set<String> STREAMS = Set.of("media", "transcription");
    /** How many frames are sent before a connection breaks if nothing else is said: a second of audio. */
    public static final int DEFAULT_FRAMES = 50;

    private static final int MOST_FRAMES = 1_000_000;

    private final String stream;
    private final Chances<StreamFault> chances;
    private final int afterFrames;
    private final Integer times;

    private StreamRule(String stream, Chances<StreamFault> chances, int afterFrames, Integer times) {
        this.stream = stream;
        this.chances = chances;
        this.afterFrames = afterFrames;
        this.times = times;
    }

    /** A rule for connections of both streams, without faults yet. */
    public static StreamRule every() {
        return new StreamRule(null, Chances.none(StreamFault.class, StreamFault::wireName), DEFAULT_FRAMES, null);
    }

    /**
     * A rule for connections of one stream, without faults yet.
     *
     * @param  stream                   {@code media} or {@code transcription}
     * @throws IllegalArgumentException when there is no such stream
     */
    public static StreamRule of(String stream) {
        if (!STREAMS.contains(stream)) {
            throw new IllegalArgumentException(
                    "stream is \"" + stream + "\"; it must be media or transcription, such as \"media\"");
        }
        StreamRule every = every();
        return new StreamRule(stream, every.chances, every.afterFrames, null);
    }

    /** Has this happen to all connections. */
    public StreamRule always(StreamFault fault) {
        return sometimes(fault, 1);
    }

    /**
     * Has this happen to some connections.
     *
     * @param chance from 0 (never) to 1 (always)
     */
    public StreamRule sometimes(StreamFault fault, double chance) {
        return new StreamRule(stream, chances.with(fault, chance), afterFrames, times);
    }

    /** How many frames are sent before a connection breaks or is shut down; 50 by default. */
    public StreamRule afterFrames(int frames) {
        return new StreamRule(stream, chances, Limits.count("afterFrames", frames, MOST_FRAMES), times);
    }

    /** How often, at most, this rule does something to a connection; without limit by default. */
    public StreamRule times(int count) {
        Limits.times(count);
        return new StreamRule(stream, chances, afterFrames, count);
    }

    boolean names(String name) {
        return stream == null || stream.equals(name);
    }

    Integer times() {
        return times;
    }

    int afterFrames() {
        return afterFrames;
    }

    Set<StreamFault> struck(RandomGenerator random) {
        return chances.struck(random);
    }

    /**
     * @param left how often it may still strike; null for no limit
     */
    ObjectNode toJson(Integer left) {
        ObjectNode json = Json.object();
        if (stream != null) {
            json.put("stream", stream);
        }
        chances.write(json);
        if (chances.has(StreamFault.DROPPED) || chances.has(StreamFault.SHUTDOWN)) {
            json.put("afterFrames", afterFrames);
        }
        if (left != null) {
            json.put("times", left);
        }
        return json;
    }
}
