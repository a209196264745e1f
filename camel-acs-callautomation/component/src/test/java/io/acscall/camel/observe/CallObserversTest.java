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
package io.acscall.camel.observe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallObserversTest {

    private static final CallSignal SIGNAL = new CallSignal.StreamOpened(Instant.EPOCH, "mediaStream", "s1", null);

    private final CallObservers observers = new CallObservers();
    private final List<CallSignal> seen = new ArrayList<>();

    @Test
    void noSignalIsMadeWhenNobodyWatches() {
        observers.tell(() -> {
            throw new AssertionError("made for nobody");
        });

        assertThat(observers.isEmpty()).isTrue();
    }

    @Test
    void everybodyIsToldOnce() {
        CallObserver twice = seen::add;
        observers.add(twice);
        observers.add(twice);
        observers.add(seen::add);

        observers.tell(() -> SIGNAL);

        assertThat(seen).containsExactly(SIGNAL, SIGNAL);
    }

    @Test
    void anObserverThatFailsDisturbsNeitherTheCallNorTheOthers() {
        observers.add(signal -> {
            throw new IllegalStateException("broken");
        });
        observers.add(seen::add);

        observers.tell(() -> SIGNAL);

        assertThat(seen).containsExactly(SIGNAL);
    }

    @Test
    void whoIsRemovedIsToldNothing() {
        CallObserver observer = seen::add;
        observers.add(observer);
        observers.remove(observer);
        observers.remove(observer);

        observers.tell(() -> SIGNAL);

        assertThat(seen).isEmpty();
        assertThat(observers.isEmpty()).isTrue();
    }
}
