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

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.acscall.camel.observe.CallSignal;
import io.acscall.camel.outcome.Outcome;

/**
 * Which calls are up: those that an answer or an event has named, until an event says that they are over or the service
 * does not know them any more. Bounded: of too many, those of which nothing was seen for longest are forgotten.
 */
final class LiveCalls {

    private static final Set<String> LAST_EVENTS
            = Set.of("CallDisconnected", "CreateCallFailed", "AnswerFailed", "ConnectFailed");

    private final Map<String, LiveCall> live;
    /** Events of a call can come after its last one. */
    private final Map<String, Instant> over;

    LiveCalls(int max) {
        this.live = bounded(max);
        this.over = bounded(max);
    }

    private static <V> Map<String, V> bounded(int max) {
        return new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > max;
            }
        };
    }

    synchronized void take(CallSignal signal) {
        String call = signal.callConnectionId();
        if (call == null) {
            return;
        }
        if (signal instanceof CallSignal.EventTaken taken) {
            if (LAST_EVENTS.contains(taken.event().shortType())) {
                end(call, taken.at());
            } else {
                seen(call, taken.at(), taken.event().shortType());
            }
        } else if (signal instanceof CallSignal.ActionAnswered answered && answered.failure() == null) {
            seen(call, answered.at(), answered.action());
        } else if (signal instanceof CallSignal.ActionEnded ended && ended.outcome() == Outcome.CALL_NOT_FOUND) {
            end(call, ended.at());
        }
    }

    private void seen(String call, Instant at, String what) {
        if (!over.containsKey(call)) {
            live.compute(call, (id, known) -> known == null ? new LiveCall(id, at, at, what) : known.seen(at, what));
        }
    }

    private void end(String call, Instant at) {
        live.remove(call);
        over.put(call, at);
    }

    /** Those seen last first. */
    synchronized List<LiveCall> all() {
        List<LiveCall> all = new ArrayList<>(live.values());
        Collections.reverse(all);
        return all;
    }
}
