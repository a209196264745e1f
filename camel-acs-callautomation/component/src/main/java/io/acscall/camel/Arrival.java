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

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.acscall.camel.cluster.Asked;
import io.acscall.camel.cluster.Offered;
import io.acscall.camel.cluster.Verdict;
import io.acscall.camel.event.CallEvent;

/**
 * An event that has come in, on its way through the dispatcher.
 */
final class Arrival {

    private final Instant at;
    private final CallEvent received;
    private final CallEvent shown;
    private final String trace;
    private final boolean stale;
    private final boolean relayed;
    private final Offered offered;
    private final boolean concernsOthers;
    private final List<AcsCallConsumer> wanting;
    private final Asked asked = new Asked(new CompletableFuture<>(), new CompletableFuture<>());
    private CompletableFuture<?> ready = asked.verdict();

    /**
     * @param at             when it came, {@code null} when nobody watched then
     * @param received       with the context of the wire
     * @param shown          with the context of the user
     * @param trace          the trace of the request that it belongs to, or {@code null}
     * @param stale          whether a newer one was there before
     * @param relayed        whether it is handed on, and handled elsewhere
     * @param offered        what the waits of this node made of it
     * @param concernsOthers whether waits of other nodes may be meant
     * @param wanting        the consumers that want it
     */
    Arrival(Instant at, CallEvent received, CallEvent shown, String trace, boolean stale, boolean relayed, Offered offered,
            boolean concernsOthers, List<AcsCallConsumer> wanting) {
        this.at = at;
        this.received = received;
        this.shown = shown;
        this.trace = trace;
        this.stale = stale;
        this.relayed = relayed;
        this.offered = offered;
        this.concernsOthers = concernsOthers;
        this.wanting = wanting;
    }

    CallEvent received() {
        return received;
    }

    CallEvent shown() {
        return shown;
    }

    /** What a consumer gets to see. */
    CallEvent shownTo(AcsCallConsumer consumer) {
        return consumer.filter().relays(shown) ? received : shown;
    }

    String trace() {
        return trace;
    }

    boolean isStale() {
        return stale;
    }

    boolean isRelayed() {
        return relayed;
    }

    Offered offered() {
        return offered;
    }

    boolean concernsOthers() {
        return concernsOthers;
    }

    List<AcsCallConsumer> wanting() {
        return wanting;
    }

    /** Completes when it is known who waits for it. */
    CompletableFuture<Verdict> verdict() {
        return asked.verdict();
    }

    /** Does something before the consumers get it. */
    void whenDecided(Runnable task) {
        ready = asked.verdict().thenRun(task);
    }

    /** Completes when the consumers may have it. */
    CompletableFuture<?> ready() {
        return ready;
    }

    /** Completes when nothing more is done with it for waits: {@code false} when it should come again. */
    CompletableFuture<Boolean> settled() {
        return asked.settled();
    }

    /** Nobody else is asked. */
    void decideHere() {
        if (offered.secured().isDone()) {
            decide(offered.secured().exceptionally(failed -> true).join());
        } else {
            // an end that nobody could secure has failed the exchange, which goes on with that
            offered.secured().exceptionally(failed -> true).thenAccept(this::decide);
        }
    }

    private void decide(boolean awaited) {
        asked.verdict().complete(Verdict.of(awaited));
        asked.settled().complete(true);
    }

    void decideAs(Asked others) {
        others.verdict().thenAccept(asked.verdict()::complete);
        others.settled().thenAccept(asked.settled()::complete);
    }

    EventWatch.Seen seen() {
        return new EventWatch.Seen(
                at, shown, received, verdict().join().awaited(), stale, !wanting.isEmpty());
    }
}
