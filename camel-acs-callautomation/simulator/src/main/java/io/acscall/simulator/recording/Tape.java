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

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.acscall.simulator.identity.Identifier;

/**
 * What was recorded: who could be heard for how long, one span after the other. Pauses are not in it. Bounded: it is
 * full after an hour, and changes that come too often are left out.
 */
public final class Tape {

    /** More is not recorded; the file would only get longer. */
    static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_SPANS = 10_000;

    private final List<Span> spans = new ArrayList<>();
    private final Set<Identifier> voices = new LinkedHashSet<>();
    private Duration length = Duration.ZERO;

    /**
     * A time in which nothing changed.
     *
     * @param length how long
     * @param voices who could be heard
     */
    public record Span(Duration length, Set<Identifier> voices) {

        public Span {
            voices = Set.copyOf(voices);
        }
    }

    /** Adds a span; what does not fit any more is cut off. */
    void add(Duration time, List<Identifier> heard) {
        Duration room = LONGEST.minus(length);
        Duration taken = time.compareTo(room) < 0 ? time : room;
        if (taken.isZero() || taken.isNegative()) {
            return;
        }
        voices.addAll(heard);
        length = length.plus(taken);
        if (spans.size() < MOST_SPANS) {
            spans.add(new Span(taken, Set.copyOf(heard)));
        } else {
            Span last = spans.remove(spans.size() - 1);
            spans.add(new Span(last.length().plus(taken), last.voices()));
        }
    }

    /** How long it is. */
    public Duration length() {
        return length;
    }

    /** The spans in order. A copy. */
    public List<Span> spans() {
        return List.copyOf(spans);
    }

    /** Everybody who can be heard on it, in the order they came. A copy. */
    public List<Identifier> voices() {
        return List.copyOf(voices);
    }
}
