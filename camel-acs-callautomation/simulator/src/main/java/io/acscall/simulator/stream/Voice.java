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

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.acscall.simulator.people.Input;

/**
 * One person as the streams of an application hear that person: what is being said, what is to be said next, and what
 * of the script was said. Guarded by the lock of the call.
 */
final class Voice {

    private static final int MOST_WAITING = 64;

    private final int rate;
    private final int pause;
    private final Deque<Utterance> waiting = new ArrayDeque<>();
    private final Set<Input> used = new HashSet<>();
    private Utterance current;
    private int frame;
    private int quiet;

    /**
     * @param rate  characters spoken per second
     * @param pause for how many frames it must be quiet before the person goes on by script
     */
    Voice(int rate, int pause) {
        this.rate = rate;
        this.pause = pause;
    }

    /** What is said now; null for nothing. */
    Utterance current() {
        return current;
    }

    /** Which frame of what is said now this is. */
    int frame() {
        return frame;
    }

    /** Whether something is not in the script, or was not done yet of it; what the script has is done once. */
    boolean isNews(Input input, List<Input> script) {
        return !script.contains(input) || used.add(input);
    }

    /**
     * The person does something, after what is under way.
     *
     * @param lasting how long it takes; null for what follows from its length
     */
    void does(Input input, Duration lasting) {
        if (!input.isOne(Input.Kind.SILENCE) && waiting.size() < MOST_WAITING) {
            waiting.add(Utterance.of(input, rate, lasting));
        }
    }

    /**
     * The next frame begins.
     *
     * @param listening whether the person hears somebody else now, and so lets the script wait
     */
    void next(List<Input> script, boolean listening) {
        frame++;
        if (current != null && frame >= current.frames()) {
            current = null;
            quiet = 0;
        }
        if (current == null && waiting.isEmpty()) {
            quiet = listening ? 0 : quiet + 1;
            if (quiet > pause) {
                byScript(script);
            }
        }
        if (current == null && !waiting.isEmpty()) {
            current = waiting.removeFirst();
            frame = 0;
        }
    }

    /** Choices are made when they are offered, not before. */
    private void byScript(List<Input> script) {
        used.retainAll(script);
        script.stream().filter(input -> !used.contains(input) && !input.isOne(Input.Kind.CHOICE)).findFirst()
                .ifPresent(input -> {
                    used.add(input);
                    does(input, null);
                    quiet = 0;
                });
    }
}
