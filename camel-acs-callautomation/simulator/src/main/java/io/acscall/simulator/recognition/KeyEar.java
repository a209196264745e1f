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
package io.acscall.simulator.recognition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.people.Tone;

/** Collects keys until there are enough, one of them is a stop tone, or the next one does not come in time. */
public final class KeyEar implements Ear {

    /** Nobody presses so many keys; they must not fill the memory. */
    private static final int MOST = 1_000;

    private final int wanted;
    private final Set<Tone> stopTones;
    private final Duration first;
    private final Duration next;
    private final List<Tone> tones = new ArrayList<>();

    /**
     * @param wanted    how many keys; 0 when there is no such limit, so that only a stop tone completes
     * @param stopTones what ends it, and is the last tone of the result
     * @param first     how long to wait for the first key
     * @param next      how long to wait for each other key
     */
    public KeyEar(int wanted, Set<Tone> stopTones, Duration first, Duration next) {
        this.wanted = wanted == 0 ? MOST : Math.min(wanted, MOST);
        this.stopTones = Set.copyOf(stopTones);
        this.first = first;
        this.next = next;
    }

    @Override
    public Optional<Recognized> key(Tone tone) {
        tones.add(tone);
        if (stopTones.contains(tone)) {
            return Optional.of(Recognized.tones(CallResult.STOP_TONE, tones));
        }
        return tones.size() < wanted ? Optional.empty() : Optional.of(Recognized.tones(CallResult.MAX_TONES, tones));
    }

    @Override
    public Recognized silence() {
        return Recognized.failed(tones.isEmpty() ? CallResult.INITIAL_SILENCE : CallResult.SILENCE_BETWEEN_TONES);
    }

    @Override
    public Duration patience() {
        return tones.isEmpty() ? first : next;
    }
}
