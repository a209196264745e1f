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

import io.acscall.camel.await.WaitTimer;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ShutdownStrategy;
import org.apache.camel.support.LifecycleStrategySupport;

/**
 * Lets calls in flight finish while the context stops, and ends the waits and streams that are left shortly before
 * Camel's shutdown time-out, so that their routes can still clean up.
 */
final class ShutdownWatch extends LifecycleStrategySupport {

    private static final Duration MOST_FOR_ROUTES = Duration.ofSeconds(3);
    /** Camel looks once a second whether its routes are done, so that less could come too late. */
    private static final Duration LEAST_FOR_ROUTES = Duration.ofSeconds(2);
    private static final int SHARE = 4;

    private final Runnable end;
    private final WaitTimer timer;

    ShutdownWatch(Runnable end, WaitTimer timer) {
        this.end = end;
        this.timer = timer;
    }

    @Override
    public void onContextStopping(CamelContext context) {
        ShutdownStrategy shutdown = context.getShutdownStrategy();
        Duration whole = Duration.ofMillis(shutdown.getTimeUnit().toMillis(shutdown.getTimeout()));
        timer.plan(whole.minus(leftForRoutes(whole)), end);
    }

    /** A quarter of the whole time, but no more and no less than routes can use, and never more than half. */
    static Duration leftForRoutes(Duration whole) {
        Duration quarter = whole.dividedBy(SHARE);
        Duration useful = shorter(MOST_FOR_ROUTES, quarter.compareTo(LEAST_FOR_ROUTES) < 0 ? LEAST_FOR_ROUTES : quarter);
        return shorter(useful, whole.dividedBy(2));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
