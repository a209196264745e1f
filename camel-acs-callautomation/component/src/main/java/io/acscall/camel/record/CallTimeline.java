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

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is kept of one call: the newest entries, and the ids that it is known by. Belongs to the recorder's thread.
 */
final class CallTimeline {

    /** An entry that is longer is no entry of a phone call. */
    private static final int LONGEST = 64 * 1024;

    private final Disguise disguise;
    private final int most;
    private final Deque<TimelineEntry> entries = new ArrayDeque<>();
    private final Set<String> aliases = new LinkedHashSet<>();
    private final Set<String> connections = new LinkedHashSet<>();
    private final Set<String> over = new LinkedHashSet<>();
    private String id;
    private Instant endedAt;
    private long size;
    private long accounted;
    private long lost;
    private boolean written;

    /**
     * @param id   what it is called as long as no connection is known
     * @param most how many entries it keeps
     */
    CallTimeline(String id, Disguise disguise, int most) {
        this.id = id;
        this.disguise = disguise;
        this.most = most;
    }

    Disguise disguise() {
        return disguise;
    }

    /** The first connection of the application to the call, or what is known instead. */
    String id() {
        return id;
    }

    Set<String> aliases() {
        return aliases;
    }

    /** Belongs to the call from now on. */
    void knownAs(String alias) {
        if (aliases.add(alias)) {
            size += alias.length();
        }
    }

    /** The application is in the call with this connection. */
    void connection(String callConnectionId) {
        if (connections.isEmpty()) {
            id = callConnectionId;
        }
        connections.add(callConnectionId);
    }

    /** A connection is over; the call is, for us, when all are. */
    void disconnected(String callConnectionId, Instant at) {
        over.add(callConnectionId);
        if (over.containsAll(connections)) {
            endedAt = at;
        }
    }

    /** The call went on without us before we were in it. */
    void givenAway(Instant at) {
        endedAt = at;
    }

    void add(TimelineEntry entry) {
        if (entry.json().length() > LONGEST) {
            lost++;
            return;
        }
        entries.addLast(entry);
        size += entry.size();
        if (entries.size() > most) {
            size -= entries.removeFirst().size();
            lost++;
        }
    }

    /** Something that belongs here was not heard of. */
    void missed() {
        lost++;
    }

    /** In the order in which things happened: what an event sets going may be told of before the event. */
    List<TimelineEntry> entries() {
        return entries.stream().sorted(Comparator.comparing(TimelineEntry::at)).toList();
    }

    /** When the first thing that is kept happened. */
    Instant startedAt() {
        return entries.stream().map(TimelineEntry::at).min(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }

    /** {@code null} while the call goes on. */
    Instant endedAt() {
        return endedAt;
    }

    /** How many entries it should have and has not. */
    long lost() {
        return lost;
    }

    /** How many bytes of memory, roughly, it has grown by since this was asked last. */
    long growth() {
        long now = size + disguise.names().size();
        long grown = now - accounted;
        accounted = now;
        return grown;
    }

    /** What it had grown to when that was asked last. */
    long accounted() {
        return accounted;
    }

    boolean isWritten() {
        return written;
    }

    void written() {
        written = true;
    }
}
