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
package io.acscall.examples.cluster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.apache.camel.support.service.ServiceHelper;

/** A node that is about to be stopped: not ready any more, begins nothing, and ends what it has begun. */
public class Drain extends AbstractHealthCheck {

    /** The route that begins calls; an ingress node has none. */
    static final String BEGINS = "dial";
    /** The route that goes on with calls of other workers. */
    static final String GOES_ON = "events";
    /** The route that drains. */
    static final String ROUTE = "drain";

    private final CamelContext context;
    private final Clock clock;
    private final Duration known;
    private final Duration most;
    private volatile Instant begun;

    /**
     * @param known how long it takes until everybody knows that the node is not ready, and sends nothing more
     * @param most  when to stop waiting for the calls; counted from the beginning
     */
    public Drain(CamelContext context, Clock clock, Duration known, Duration most) {
        super("cluster", "drain");
        this.context = context;
        this.clock = clock;
        this.known = known;
        this.most = most;
    }

    /** Begins nothing new from now on; a second time changes nothing. */
    public void begin() {
        if (begun == null) {
            begun = clock.instant();
            Route begins = context.getRoute(BEGINS);
            if (begins != null) {
                // the consumer alone: the calls that are up go on in the route, and events go on coming in
                ServiceHelper.suspendService(begins.getConsumer());
            }
        }
    }

    /** Whether there is a reason to wait before the node is stopped. */
    public boolean busy() {
        Instant now = clock.instant();
        return now.isBefore(begun.plus(known)) || unfinished() > 0 && now.isBefore(begun.plus(most));
    }

    /** How many exchanges other than those that drain are on their way. */
    private long unfinished() {
        return Stream.of(BEGINS, GOES_ON, "lookAfterOne", "relay")
                .mapToLong(route -> context.getInflightRepository().size(route)).sum();
    }

    /** One line for whoever asked. */
    public String report() {
        long left = unfinished();
        return left == 0 ? "drained\n" : left + " unfinished, which others go on with\n";
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        if (begun == null) {
            builder.up();
        } else {
            builder.message("The node is drained before it is stopped").down();
        }
    }
}
