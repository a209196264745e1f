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
package io.acscall.camel.console;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.acscall.camel.observe.CallObserver;
import io.acscall.camel.observe.CallSignal;

/**
 * What goes on in a component, and what went on last, in bounded memory.
 */
public final class CallActivity implements CallObserver {

    private static final int MAX_CALLS = 1_000;
    private static final int MAX_LAST = 100;

    private final LiveCalls calls = new LiveCalls(MAX_CALLS);
    /** As many as waits are open. */
    private final Map<String, CallSignal.WaitOpened> waits = new ConcurrentHashMap<>();
    /** As many as streams are up. */
    private final Map<String, CallSignal.StreamOpened> streams = new ConcurrentHashMap<>();
    private final Ring<CallSignal.ActionEnded> actions = new Ring<>(MAX_LAST);
    private final Ring<CallSignal.EventTaken> events = new Ring<>(MAX_LAST);
    private final Ring<CallSignal.RequestRefused> refusals = new Ring<>(MAX_LAST);

    /** Nothing yet. */
    public CallActivity() {
    }

    @Override
    public void observed(CallSignal signal) {
        calls.take(signal);
        if (signal instanceof CallSignal.WaitOpened opened) {
            waits.put(opened.waitId(), opened);
        } else if (signal instanceof CallSignal.WaitEnded ended) {
            waits.remove(ended.waitId());
        } else if (signal instanceof CallSignal.StreamOpened opened) {
            streams.put(opened.streamId(), opened);
        } else if (signal instanceof CallSignal.StreamEnded ended) {
            streams.remove(ended.streamId());
        } else if (signal instanceof CallSignal.ActionEnded ended) {
            actions.add(ended);
        } else if (signal instanceof CallSignal.EventTaken taken) {
            events.add(taken);
        } else if (signal instanceof CallSignal.RequestRefused refused) {
            refusals.add(refused);
        }
    }

    /** {@return the calls that are up, those seen last first, 1000 at most} */
    public List<LiveCall> calls() {
        return calls.all();
    }

    /** {@return the waits that are open} */
    public Collection<CallSignal.WaitOpened> waits() {
        return List.copyOf(waits.values());
    }

    /** {@return the streams that are up} */
    public Collection<CallSignal.StreamOpened> streams() {
        return List.copyOf(streams.values());
    }

    /** {@return the last actions, the newest first, 100 at most} */
    public List<CallSignal.ActionEnded> actions() {
        return actions.newestFirst();
    }

    /** {@return the last events, the newest first, 100 at most} */
    public List<CallSignal.EventTaken> events() {
        return events.newestFirst();
    }

    /** {@return the last refused requests, the newest first, 100 at most} */
    public List<CallSignal.RequestRefused> refusals() {
        return refusals.newestFirst();
    }
}
