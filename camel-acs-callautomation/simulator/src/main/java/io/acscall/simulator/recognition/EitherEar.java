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

/** Listens to keys or to speech, whatever comes first; from then on the other is not noticed. */
public final class EitherEar implements Ear {

    private final Ear keys;
    private final Ear speech;
    private Ear chosen;

    public EitherEar(Ear keys, Ear speech) {
        this.keys = keys;
        this.speech = speech;
    }

    @Override
    public Optional<Recognized> key(Tone tone) {
        return choose(keys).key(tone);
    }

    @Override
    public Optional<Recognized> words(String words) {
        return choose(speech).words(words);
    }

    @Override
    public Recognized silence() {
        return current().silence();
    }

    @Override
    public Duration patience() {
        return current().patience();
    }

    private Ear choose(Ear ear) {
        if (chosen == null) {
            chosen = ear;
        }
        return chosen;
    }

    private Ear current() {
        return chosen == null ? keys : chosen;
    }
}
