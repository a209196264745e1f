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
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

import io.acscall.camel.await.WaitTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where pacing does what may block, and when.
 *
 * @param timer     only hands over
 * @param workers   ask the store; may refuse
 * @param pollAfter how long to wait before a permit is asked for again that another node may have freed; with some
 *                  chance in it, so that nodes don't all ask at once
 */
public record PacingThreads(WaitTimer timer, Executor workers, Supplier<Duration> pollAfter) {

    private static final Logger LOG = LoggerFactory.getLogger(PacingThreads.class);

    /** Whether the task was taken; it can be left out, for a later look finds what it would have done. */
    boolean hand(Runnable task) {
        try {
            workers.execute(() -> guarded(task));
            return true;
        } catch (RejectedExecutionException e) {
            LOG.debug("Pacing has too much to do, or is stopping; left for later");
            return false;
        }
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.warn("The store of permits failed; what was left out is done by a later look", e);
        }
    }
}
