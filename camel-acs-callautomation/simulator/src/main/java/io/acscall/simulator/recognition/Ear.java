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
import java.util.Optional;

import io.acscall.simulator.people.Tone;

/** Listens for one recognition and decides when enough was heard. Guarded by the lock of the call. */
public interface Ear {

    /** A key; empty when there may be more to come. */
    default Optional<Recognized> key(Tone tone) {
        return Optional.empty();
    }

    /** Words, blank when they cannot be understood; empty when there may be more to come. */
    default Optional<Recognized> words(String speech) {
        return Optional.empty();
    }

    /** The choice with a label is made in words; empty when there may be more to come. */
    default Optional<Recognized> choice(String label) {
        return Optional.empty();
    }

    /** Nothing came for {@link #patience()}. */
    Recognized silence();

    /** How long to wait for what comes next, as things are. */
    Duration patience();
}
