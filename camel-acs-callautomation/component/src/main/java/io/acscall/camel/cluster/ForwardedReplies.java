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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

import io.acscall.camel.event.CallEvent;
import io.acscall.camel.spi.ReplyReceiver;

/**
 * What comes from other nodes for waits of this one. Remembers what ended a wait, so that an event that comes twice has
 * one answer.
 */
final class ForwardedReplies implements ReplyReceiver {

    private static final int MAX_ANSWERS = 10_000;

    private final SecuredWaits waits;
    private final OwnedSubjects owned;
    private final ClusterCounts counts;
    private final BooleanSupplier ending;
    private final Map<String, CompletableFuture<Boolean>> answers = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<Boolean>> eldest) {
            return size() > MAX_ANSWERS;
        }
    };

    /** @param ending whether this node has left its waits to others */
    ForwardedReplies(SecuredWaits waits, OwnedSubjects owned, ClusterCounts counts, BooleanSupplier ending) {
        this.waits = waits;
        this.owned = owned;
        this.counts = counts;
        this.ending = ending;
    }

    @Override
    public CompletionStage<Boolean> receive(CallEvent event) {
        if (Untokened.endsCall(event)) {
            owned.forget(event.callConnectionId());
        }
        CompletableFuture<Boolean> answer = answer(event);
        // whose wait was left to others must not say that there is none
        return answer != null || !ending.getAsBoolean()
                ? answer == null ? CompletableFuture.completedFuture(false) : answer
                : CompletableFuture.failedFuture(new IllegalStateException("This node stops"));
    }

    /** {@code null} when nobody waits for it. */
    private synchronized CompletableFuture<Boolean> answer(CallEvent event) {
        String key = event.source() + "|" + event.id();
        CompletableFuture<Boolean> known = answers.get(key);
        if (known != null) {
            return known;
        }
        Offered offered = waits.offer(event);
        if (!offered.ended()) {
            return null;
        }
        counts.countReceived();
        answers.put(key, offered.secured());
        return offered.secured();
    }
}
