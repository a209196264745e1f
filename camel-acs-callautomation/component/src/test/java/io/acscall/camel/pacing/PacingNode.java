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
package io.acscall.camel.pacing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.EventKind;
import io.acscall.camel.spi.PermitStore;

/** One node of an application whose time is moved by hand, with a service that knows which calls are up. */
final class PacingNode {

    static final String CALLER = "+18005550100";
    static final Duration LEASE = Duration.ofMinutes(2);
    static final Duration TIMEOUT = Duration.ofMinutes(30);
    static final Duration POLL = Duration.ofSeconds(1);

    final CallerPacing pacing;
    final List<String> looked = new CopyOnWriteArrayList<>();
    private final Set<String> over = ConcurrentHashMap.newKeySet();
    private boolean alive = true;
    private boolean mute;

    /** What an asker was told. */
    static final class Asked implements PacedStep {

        private Grant grant;
        private RuntimeException why;

        @Override
        public void granted(Grant permits) {
            if (isTold()) {
                throw new AssertionError("told twice");
            }
            grant = permits;
        }

        @Override
        public void refused(RuntimeException reason) {
            if (isTold()) {
                throw new AssertionError("told twice");
            }
            why = reason;
        }

        boolean isTold() {
            return grant != null || why != null;
        }

        boolean isGranted() {
            return grant != null;
        }

        Grant grant() {
            return grant;
        }

        RuntimeException why() {
            return why;
        }
    }

    PacingNode(PermitStore store, HandTime time, int limit, int maxWaiting) {
        PacingThreads threads = new PacingThreads(
                (after, task) -> time.plan(after, () -> {
                    if (alive) {
                        task.run();
                    }
                }), Runnable::run, () -> POLL);
        pacing = new CallerPacing(
                new PacingSettings(limit, maxWaiting, TIMEOUT, LEASE), store, this::look, threads, time,
                rawId -> "leg of " + rawId);
    }

    private CompletableFuture<Boolean> look(String call, String rawId) {
        String what = rawId == null ? call : call + "/" + rawId;
        looked.add(what);
        return mute
                ? CompletableFuture.failedFuture(new IllegalStateException("no answer"))
                : CompletableFuture.completedFuture(!over.contains(call) && !over.contains(what));
    }

    /** The service says 404 of a call, or of a person in a call, from now on, and sends no event. */
    void endsUnseen(String what) {
        over.add(what);
    }

    /** The service can't be reached. */
    void goesMute() {
        mute = true;
    }

    /** The process is gone. */
    void dies() {
        alive = false;
    }

    Asked asks(String... people) {
        return asksAs(UUID.randomUUID().toString(), null, people);
    }

    Asked addsTo(String call, String... people) {
        return asksAs(UUID.randomUUID().toString(), call, people);
    }

    Asked asksAs(String id, String call, String... people) {
        Asked asked = new Asked();
        List<String> rung = people.length == 0 ? List.of("4:+16045550100") : List.of(people);
        pacing.ask(new PacingRequest(id, "createCall", CALLER, rung, call), asked);
        return asked;
    }

    void event(String type, String call, Map<String, Object> data) {
        pacing.offer(new CallEvent(
                "1", "Microsoft.Communication." + type, "/calls/" + call, null, null, call, null, null, null, null, data,
                EventKind.CALLBACK));
    }

    void callEnds(String call) {
        event("CallDisconnected", call, Map.of());
    }

    void legEvent(String type, String call, String rawId) {
        event(type, call, Map.of("participant", Map.of("rawId", rawId)));
    }

    void participants(String call, String... rawIds) {
        List<Object> people = new ArrayList<>();
        for (String rawId : rawIds) {
            people.add(Map.of("identifier", Map.of("rawId", rawId)));
        }
        event("ParticipantsUpdated", call, Map.of("participants", people));
    }

    long count(String name) {
        return pacing.counts().snapshot().get(name);
    }
}
