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
package io.acscall.camel.vertx;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

import io.acscall.camel.spi.WebSocketGate;
import io.acscall.camel.spi.WebSocketHost;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/**
 * Opens paths for WebSockets on the router that camel-platform-http-vertx puts into the registry. They come behind what
 * the router has already, so what guards all paths of the server guards them, too.
 */
public class VertxWebSocketHost implements WebSocketHost {

    /** For Camel. */
    public VertxWebSocketHost() {
    }

    @Override
    public OpenPath open(CamelContext context, String path, int maxMessageSize, WebSocketGate gate) {
        VertxPlatformHttpRouter router = router(context, path);
        Route route = router.route(HttpMethod.GET, path).handler(new UpgradeHandler(router.vertx(), gate, maxMessageSize));
        return route::remove;
    }

    private static VertxPlatformHttpRouter router(CamelContext context, String path) {
        Collection<VertxPlatformHttpRouter> all = context.getRegistry().findByType(VertxPlatformHttpRouter.class);
        List<VertxPlatformHttpRouter> best = narrowed(all, VertxPlatformHttpRouter::isMainServer);
        if (best.isEmpty()) {
            best = narrowed(all, router -> !router.isManagementServer());
        }
        if (best.size() == 1) {
            return best.get(0);
        }
        throw new IllegalStateException(
                "acs-call can't open the path " + path + " for WebSockets, because there " + (best.isEmpty()
                        ? "is no Vert.x HTTP server. With camel-main add camel-platform-http-main and set camel.server.enabled=true; other"
                          + " servers need a WebSocketHost of your own in the registry"
                        : "are several Vert.x HTTP servers, " + best.stream().map(VertxPlatformHttpRouter::getName).toList()
                          + ". Put a WebSocketHost of your own into the registry that takes one of them"));
    }

    private static List<VertxPlatformHttpRouter> narrowed(
            Collection<VertxPlatformHttpRouter> all, Predicate<VertxPlatformHttpRouter> condition) {
        return all.stream().filter(condition).toList();
    }
}
