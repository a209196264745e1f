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
package io.acscall.camel.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.acscall.camel.await.OpenWait;
import io.acscall.camel.await.OpenWaits;
import io.acscall.camel.await.WaitEnd;
import io.acscall.camel.await.WaitSpec;
import io.acscall.camel.await.WaitTimer;
import io.acscall.camel.event.CallEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The waits of this node, whose ends count only when this node has claimed them: another one may have gone on with a
 * wait because this one did not answer.
 */
final class SecuredWaits {

    private static final Logger LOG = LoggerFactory.getLogger(SecuredWaits.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final OpenWaits waits;
    private final Membership membership;
    private final ClusterCounts counts;
    private final Supplier<String> ids;
    private final Executor executor;
    private final WaitTimer timer;
    private final LongSupplier nanoTime;
    private final Duration patience;
    /** What an event ends is told on the thread that offers it. */
    private final ThreadLocal<List<CompletableFuture<Boolean>>> ending = new ThreadLocal<>();

    SecuredWaits(OpenWaits waits, Membership membership, ClusterCounts counts, ClusterTies ties, Duration patience) {
        this.waits = waits;
        this.membership = membership;
        this.counts = counts;
        this.ids = ties.ids();
        this.executor = ties.executor();
        this.timer = ties.timer();
        this.nanoTime = ties.nanoTime();
        this.patience = patience;
    }

    OpenWait open(WaitSpec spec, Consumer<WaitEnd> onEnd, String knownId) {
        String id = knownId != null ? knownId : ids.get();
        return waits.open(spec, end -> ended(id, end, onEnd), id);
    }

    Offered offer(CallEvent event) {
        List<CompletableFuture<Boolean>> claims = new ArrayList<>();
        ending.set(claims);
        boolean ended;
        try {
            ended = waits.offer(event);
        } finally {
            ending.remove();
        }
        // without a claim it is kept for a wait that is not ready to end yet
        return claims.isEmpty() ? ended ? Offered.ENDED : Offered.NOTHING : new Offered(ended, any(claims));
    }

    private static CompletableFuture<Boolean> any(List<CompletableFuture<Boolean>> claims) {
        return claims.stream().reduce((one, other) -> one.thenCombine(other, Boolean::logicalOr)).orElseThrow();
    }

    void shutDown() {
        waits.shutDown();
    }

    private void ended(String id, WaitEnd end, Consumer<WaitEnd> onEnd) {
        if (end instanceof WaitEnd.Shutdown) {
            // nobody claims it: the events that would end it become orphans on other nodes
            onEnd.accept(new WaitEnd.LeftToOthers());
            return;
        }
        Securing securing = new Securing(id, end, onEnd);
        List<CompletableFuture<Boolean>> claims = ending.get();
        if (claims != null) {
            claims.add(securing.done);
        }
        securing.start();
    }

    /** One end on its way to be claimed. */
    private final class Securing {

        private final String id;
        private final WaitEnd end;
        private final Consumer<WaitEnd> onEnd;
        private final long deadline = nanoTime.getAsLong() + patience.toNanos();
        private final CompletableFuture<Boolean> done = new CompletableFuture<>();

        private Securing(String id, WaitEnd end, Consumer<WaitEnd> onEnd) {
            this.id = id;
            this.end = end;
            this.onEnd = onEnd;
        }

        void start() {
            handOver(FIRST_PAUSE);
        }

        private void handOver(Duration pause) {
            try {
                executor.execute(() -> claim(pause));
            } catch (RejectedExecutionException e) {
                // the application has stopped
                done.completeExceptionally(e);
                onEnd.accept(new WaitEnd.LeftToOthers());
            }
        }

        private void claim(Duration pause) {
            boolean ours;
            try {
                ours = membership.claimOwn(id);
            } catch (RuntimeException e) {
                failed(e, pause);
                return;
            }
            done.complete(ours);
            if (!ours) {
                counts.countTakenOver();
            }
            onEnd.accept(ours ? end : new WaitEnd.TakenOver());
        }

        private void failed(RuntimeException failure, Duration pause) {
            if (deadline - nanoTime.getAsLong() > pause.toNanos()) {
                LOG.debug("The end of a wait can't be claimed, again in {}: {}", pause, failure.getMessage());
                try {
                    timer.plan(pause, () -> handOver(pause.multipliedBy(2)));
                    return;
                } catch (RejectedExecutionException e) {
                    failure.addSuppressed(e);
                }
            }
            done.completeExceptionally(failure);
            onEnd.accept(new WaitEnd.Unsecured(failure));
        }
    }
}
