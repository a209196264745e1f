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

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.acscall.camel.await.WaitTimer;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/**
 * The threads of a component: a pool for exchanges that events start, a pool for exchanges that go on, threads that
 * free callers who hold their own, one thread that fetches keys, two that pace calls, a pool that asks other nodes, and
 * one timer. Network threads and the timer only hand over.
 */
final class Threads implements WaitTimer {

    private final ExecutorServiceManager manager;
    private final ExecutorService starts;
    private final ExecutorService completions;
    private final ExecutorService freeing;
    private final ExecutorService keyRefresher;
    private final ExecutorService pacing;
    private final ExecutorService cluster;
    private final ScheduledExecutorService timer;

    Threads(AcsCallComponent component) {
        AcsCallConfiguration configuration = component.getConfiguration();
        this.manager = component.getCamelContext().getExecutorServiceManager();
        this.starts = manager.newThreadPool(component, "AcsCallStart",
                profile("acsCallStarts", configuration.getConsumerPoolSize(), configuration.getMaxQueuedEvents()));
        // no bound of its own: what is in it is bounded by maxOpenWaits and by the requests in flight, and nothing may be refused
        this.completions = manager.newThreadPool(component, "AcsCallCompletion",
                profile("acsCallCompletions", configuration.getCompletionPoolSize(), Integer.MAX_VALUE));
        // one at most for each thread that a caller holds
        this.freeing = manager.newCachedThreadPool(component, "AcsCallFreeing");
        this.keyRefresher = manager.newThreadPool(component, "AcsCallKeys", profile("acsCallKeys", 1, 10));
        this.pacing = manager.newThreadPool(component, "AcsCallPacing", profile("acsCallPacing", 2, 10_000));
        // no bound of its own: what is in it is bounded by maxOpenWaits and maxQueuedEvents; starts a thread when it is used
        this.cluster = manager.newThreadPool(component, "AcsCallCluster",
                profile("acsCallCluster", configuration.getCompletionPoolSize(), Integer.MAX_VALUE));
        // Camel's default would take a thousand tasks; what is in it is bounded by maxOpenWaits, too
        this.timer = manager.newScheduledThreadPool(component, "AcsCallTimer",
                profile("acsCallTimer", 1, Integer.MAX_VALUE));
    }

    /** A pool that refuses what is too much. */
    static ThreadPoolProfile profile(String id, int size, int queue) {
        ThreadPoolProfile profile = new ThreadPoolProfile(id);
        profile.setPoolSize(size);
        profile.setMaxPoolSize(size);
        profile.setMaxQueueSize(queue);
        profile.setKeepAliveTime(60L);
        profile.setTimeUnit(TimeUnit.SECONDS);
        profile.setAllowCoreThreadTimeOut(true);
        // Camel's default would run a refused task on the caller, which can be a network thread
        profile.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
        return profile;
    }

    Executor starts() {
        return starts;
    }

    /** Fetches the keys of the service ahead of need. */
    ExecutorService keyRefresher() {
        return keyRefresher;
    }

    /** Asks the store of permits; refuses what is too much. */
    Executor pacing() {
        return pacing;
    }

    /** Asks the store and the other nodes. */
    Executor cluster() {
        return cluster;
    }

    Completions completions() {
        return new Completions(completions, freeing);
    }

    @Override
    public Planned plan(Duration after, Runnable task) {
        ScheduledFuture<?> planned = timer.schedule(task, after.toMillis(), TimeUnit.MILLISECONDS);
        return () -> planned.cancel(false);
    }

    void stop() {
        manager.shutdownGraceful(starts);
        manager.shutdownGraceful(completions);
        manager.shutdownGraceful(freeing);
        manager.shutdownNow(cluster);
        manager.shutdownNow(keyRefresher);
        manager.shutdownNow(pacing);
        manager.shutdownNow(timer);
    }
}
