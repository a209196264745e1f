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

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheckRegistry;

/**
 * What a node is asked before it is stopped: to take nothing new, and to answer when it has nothing left to do. Not for
 * the world outside, where only the path of the callbacks is known.
 */
public class DrainRoutes extends RouteBuilder {

    // CHECKSTYLE:OFF (the formatter leaves the indentation, which shows what belongs to what)
    @Override
    public void configure() {
        Drain drain = new Drain(getContext(), Clock.systemUTC(), time("cluster.drain-at-least"), time("cluster.drain-at-most"));
        HealthCheckRegistry.get(getContext()).register(drain);

        from("platform-http:/drain?httpMethodRestrict=GET,POST").routeId(Drain.ROUTE)
            .bean(drain, "begin")
            .loopDoWhile(method(drain, "busy"))
                .delay(100).asyncDelayed().end()
            .end()
            .setBody(method(drain, "report"));
    }
    // CHECKSTYLE:ON

    private Duration time(String property) {
        return getContext().getTypeConverter().convertTo(
                Duration.class, getContext().resolvePropertyPlaceholders("{{" + property + "}}"));
    }
}
