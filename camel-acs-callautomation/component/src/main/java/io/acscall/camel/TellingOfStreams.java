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
package io.acscall.camel;

import java.time.Clock;
import java.time.Instant;

import io.acscall.camel.observe.CallObservers;
import io.acscall.camel.observe.CallSignal;
import io.acscall.camel.stream.StreamEnd;
import io.acscall.camel.stream.StreamIdentity;
import io.acscall.camel.stream.StreamWatcher;

/**
 * Tells the observers of the streams of one kind.
 */
record TellingOfStreams(CallObservers observers, Clock clock, String kind) implements StreamWatcher {

    @Override
    public void opened(StreamIdentity identity) {
        observers.tell(
                () -> new CallSignal.StreamOpened(Instant.now(clock), kind, identity.streamId(), identity.callConnectionId()));
    }

    @Override
    public void ended(StreamIdentity identity, StreamEnd end) {
        observers.tell(() -> new CallSignal.StreamEnded(
                Instant.now(clock), kind, identity.streamId(), identity.callConnectionId(), end.closeCode(), end.frames()));
    }
}
