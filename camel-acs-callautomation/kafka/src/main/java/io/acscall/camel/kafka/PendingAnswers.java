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
package io.acscall.camel.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * The events that were forwarded and not answered yet: so many at most, and none for ever.
 */
final class PendingAnswers {

    private record Pending(CompletableFuture<Boolean> answer, long until) {
    }

    private final Map<String, Pending> open = new ConcurrentHashMap<>();
    private final Semaphore room;
    private final int most;
    private final Duration longest;
    private final LongSupplier clock;

    /**
     * @param most    how many there may be
     * @param longest how long each is kept
     * @param clock   a clock in nanoseconds
     */
    PendingAnswers(int most, Duration longest, LongSupplier clock) {
        this.most = most;
        this.room = new Semaphore(most);
        this.longest = longest;
        this.clock = clock;
    }

    /** {@return what the answer to an event completes; fails at once when there are too many already} */
    CompletableFuture<Boolean> open(String id) {
        if (!room.tryAcquire()) {
            return CompletableFuture.failedFuture(new RejectedExecutionException(
                    "More than maxPending=" + most + " forwarded events wait for their answer"));
        }
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        open.put(id, new Pending(answer, clock.getAsLong() + longest.toNanos()));
        answer.whenComplete((ended, failed) -> {
            open.remove(id);
            room.release();
        });
        return answer;
    }

    /** An answer has come; one that nobody waits for any more has no effect. */
    void answer(String id, boolean ended) {
        Pending pending = open.get(id);
        if (pending != null) {
            pending.answer().complete(ended);
        }
    }

    /** Those that have waited too long fail. */
    void expire() {
        long now = clock.getAsLong();
        open.values().stream().filter(pending -> now - pending.until() >= 0).forEach(pending -> pending.answer()
                .completeExceptionally(new TimeoutException("No answer to a forwarded event within " + longest)));
    }

    /** All fail. */
    void failAll(Exception why) {
        open.values().forEach(pending -> pending.answer().completeExceptionally(why));
    }

    int size() {
        return open.size();
    }
}
