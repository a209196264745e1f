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
package io.acscall.examples.cluster.rig;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.timeline.EntryKind;
import io.acscall.simulator.timeline.Timeline;
import io.acscall.simulator.timeline.TimelineEntry;

/**
 * Reads the timeline of the simulator while a run goes on, for it keeps the newest entries only: which events were
 * answered with 200, and which calls were made.
 */
final class Deliveries implements AutoCloseable {

    /** Those that the route of the workers takes. */
    private static final Set<String> TAKEN = Set.of("CallConnected", "CreateCallFailed", "PlayCompleted", "PlayFailed",
            "RecognizeCompleted", "RecognizeFailed", "CallDisconnected");
    private static final String PREFIX = "Microsoft.Communication.";
    private static final int PART = 5_000;
    /** After this the simulator has given up on an answer. */
    private static final long PATIENCE_SECONDS = 40;

    private final Timeline timeline;
    private final ScheduledExecutorService reader = Executors.newSingleThreadScheduledExecutor();
    private final Map<Long, TimelineEntry> unanswered = new HashMap<>();
    private final Set<String> answered = new HashSet<>();
    private final Map<String, Set<String>> calls = new HashMap<>();
    private long seen;
    private long callbacks;
    private long events;
    private long refused;
    private long actions;
    private long bodyBytes;

    Deliveries(Timeline timeline) {
        this.timeline = timeline;
        // what others have done before is not counted
        for (List<TimelineEntry> old = timeline.after(0, PART); !old.isEmpty(); old = timeline.after(seen, PART)) {
            seen = old.get(old.size() - 1).seq();
        }
        reader.scheduleWithFixedDelay(this::read, 0, 200, TimeUnit.MILLISECONDS);
    }

    synchronized void read() {
        for (Iterator<TimelineEntry> old = unanswered.values().iterator(); old.hasNext();) {
            TimelineEntry now = entry(old.next());
            if (now == null || settle(now)) {
                old.remove();
            }
        }
        List<TimelineEntry> news = timeline.after(seen, PART);
        while (!news.isEmpty()) {
            for (TimelineEntry entry : news) {
                if (entry.seq() != seen + 1 && seen > 0) {
                    throw new IllegalStateException("The timeline is too short: entries are gone that nobody has read");
                }
                seen = entry.seq();
                take(entry);
            }
            news = timeline.after(seen, PART);
        }
    }

    private TimelineEntry entry(TimelineEntry old) {
        List<TimelineEntry> found = timeline.after(old.seq() - 1, 1);
        return found.isEmpty() || found.get(0).seq() != old.seq() ? null : found.get(0);
    }

    private void take(TimelineEntry entry) {
        if (entry.kind() == EntryKind.CALLBACK) {
            callbacks++;
            if (!settle(entry)) {
                unanswered.put(entry.seq(), entry);
            }
            return;
        }
        if (entry.kind() == EntryKind.RESPONSE) {
            actions++;
        }
        if (entry.kind() == EntryKind.RESPONSE && "createCall".equals(entry.type()) && entry.status() == 201) {
            calls.computeIfAbsent(entry.body().at("/targets/0/phoneNumber/value").asText(), phone -> new HashSet<>())
                    .add(entry.body().path("callConnectionId").asText());
        }
    }

    /** Whether nothing more is to be learnt of a callback. */
    private boolean settle(TimelineEntry entry) {
        if (entry.status() == null) {
            return entry.time().isBefore(Instant.now().minusSeconds(PATIENCE_SECONDS));
        }
        if (entry.status() != 200) {
            refused++;
            return true;
        }
        bodyBytes += entry.body().toString().length();
        for (JsonNode event : entry.body()) {
            events++;
            String type = event.path("type").asText();
            if (type.startsWith(PREFIX) && TAKEN.contains(type.substring(PREFIX.length()))) {
                answered.add(event.path("id").asText());
            }
        }
        return true;
    }

    /** The ids of the events that were answered with 200, and that the route of the workers takes. */
    synchronized Set<String> answered() {
        return new HashSet<>(answered);
    }

    /** The numbers that were rung by more than one call. */
    synchronized List<String> rungTwice() {
        return calls.entrySet().stream().filter(one -> one.getValue().size() > 1).map(Map.Entry::getKey).toList();
    }

    /** How many calls were made. */
    synchronized long calls() {
        return calls.values().stream().mapToLong(Set::size).sum();
    }

    /** How many events were answered with 200, of all types, with those that were sent twice. */
    synchronized long events() {
        return events;
    }

    /** How many requests the service has answered. */
    synchronized long actions() {
        return actions;
    }

    /** How long all bodies together were that were answered with 200. */
    synchronized long bodyBytes() {
        return bodyBytes;
    }

    /** How many callbacks were sent, and how many were answered with something else. */
    synchronized List<Long> callbacks() {
        return new ArrayList<>(List.of(callbacks, refused));
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
