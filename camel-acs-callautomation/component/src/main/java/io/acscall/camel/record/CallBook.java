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
package io.acscall.camel.record;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The calls that are kept, found by any of their ids. When there are too many, or they take too much room, the oldest
 * that is over goes, or the oldest. Belongs to the recorder's thread.
 */
final class CallBook {

    private final FlightRecorderSettings settings;
    private final Supplier<OwnAddress> own;
    private final Set<CallTimeline> oldestFirst = new LinkedHashSet<>();
    private final Map<String, CallTimeline> byAlias = new HashMap<>();
    private long size;

    CallBook(FlightRecorderSettings settings, Supplier<OwnAddress> own) {
        this.settings = settings;
        this.own = own;
    }

    /** The call with one of these ids, which it is known by from now on; empty when there is none. */
    Optional<CallTimeline> find(CallIds ids) {
        Optional<CallTimeline> found = ids.aliases().stream().map(byAlias::get).filter(one -> one != null).findFirst();
        found.ifPresent(call -> bind(call, ids));
        return found;
    }

    /** The call with one of these ids, a new one when there is none. */
    CallTimeline findOrBegin(CallIds ids) {
        return find(ids).orElseGet(() -> begin(ids));
    }

    /** The call that people name by one of its ids as the service writes them. */
    Optional<CallTimeline> named(String id) {
        return find(CallIds.named(id));
    }

    List<CallTimeline> all() {
        return List.copyOf(oldestFirst);
    }

    private CallTimeline begin(CallIds ids) {
        Names names = new Names();
        names.keep(settings.ownNumber());
        CallTimeline call
                = new CallTimeline(ids.label(), new Disguise(names, own, settings.tellsInput()), settings.entriesPerCall());
        oldestFirst.add(call);
        bind(call, ids);
        makeRoom(call);
        return call;
    }

    private void bind(CallTimeline call, CallIds ids) {
        if (call.aliases().size() < settings.entriesPerCall()) {
            ids.aliases().forEach(alias -> {
                if (byAlias.putIfAbsent(alias, call) == null) {
                    call.knownAs(alias);
                }
            });
        }
        if (ids.connection() != null) {
            call.connection(ids.connection());
        }
    }

    /** Adds an entry to a call. */
    void add(CallTimeline call, TimelineEntry entry) {
        call.add(entry);
        makeRoom(call);
    }

    /** Throws calls away until the rest fits; never the one that is being written to. */
    private void makeRoom(CallTimeline current) {
        size += current.growth();
        while (oldestFirst.size() > 1 && (oldestFirst.size() > settings.calls() || size > settings.bytes())) {
            CallTimeline least = least(current);
            oldestFirst.remove(least);
            least.aliases().forEach(alias -> byAlias.remove(alias, least));
            size -= least.accounted();
        }
    }

    private CallTimeline least(CallTimeline current) {
        return oldestFirst.stream().filter(call -> call != current && call.endedAt() != null).findFirst()
                .orElseGet(() -> oldestFirst.stream().filter(call -> call != current).findFirst().orElseThrow());
    }
}
