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
package io.acscall.simulator.media;

import java.time.Duration;
import java.util.List;

/**
 * What is played, one part after the other.
 *
 * @param parts at least one
 */
public record Prompt(List<Part> parts) {

    public Prompt {
        parts = List.copyOf(parts);
    }

    /**
     * One source.
     *
     * @param length how long it takes
     * @param words  the address of the file, or what is spoken
     */
    public record Part(Duration length, String words) {
    }

    /** How long all of it takes. */
    public Duration length() {
        return before(parts.size());
    }

    /**
     * How long the parts before one take.
     *
     * @param index of that part, counted from 0
     */
    public Duration before(int index) {
        return parts.stream().limit(index).map(Part::length).reduce(Duration.ZERO, Duration::plus);
    }

    /** The words of all parts. */
    public List<String> words() {
        return parts.stream().map(Part::words).toList();
    }
}
