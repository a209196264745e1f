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
package io.acscall.examples.lobby;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.User;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;
import org.apache.camel.Header;

/**
 * The page of the agents: its files under {@code /lobby/}, and the guests as server-sent events under
 * {@code /lobby/events}. Who may ask the server has decided before.
 */
public class LobbyPage {

    /** Nothing but our own files runs in the page, and no other page frames it. */
    private static final Map<String, String> GUARDS = Map.of(
            "Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                                       + " img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cache-Control", "no-store");
    private static final int MOST = 200;
    private static final long HEARTBEAT_MS = 15_000;

    private final Set<Reader> readers = ConcurrentHashMap.newKeySet();
    private volatile String guests = "[]";

    /** Opens the paths; once. */
    public void open(Router router, io.vertx.core.Vertx vertx) {
        // before all others: also who is refused gets them
        router.route("/lobby/*").order(-1).handler(this::guard);
        router.get("/lobby/events").handler(this::follow);
        router.get("/lobby/*").handler(StaticHandler.create("lobby"));
        // proxies close what says nothing, and a browser that has gone is noticed
        vertx.setPeriodic(HEARTBEAT_MS, ignored -> readers.forEach(reader -> reader.write(": still here\n\n")));
    }

    /**
     * Shows the guests to everybody, if they have changed.
     *
     * @param json an array on one line
     */
    public void show(String json) {
        if (!json.equals(guests)) {
            guests = json;
            readers.forEach(reader -> reader.write(event("guests", json)));
        }
    }

    /** The name of who has sent a request. */
    public String agent(@Header("CamelVertxPlatformHttpAuthenticatedUser") User user) {
        return user.principal().getString("username");
    }

    private void guard(RoutingContext context) {
        GUARDS.forEach(context.response()::putHeader);
        context.next();
    }

    private void follow(RoutingContext context) {
        if (readers.size() >= MOST) {
            context.response().setStatusCode(503).end("The page is open " + MOST + " times already.");
            return;
        }
        HttpServerResponse response = context.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
        Reader reader = new Reader(context.vertx().getOrCreateContext(), response);
        response.closeHandler(ignored -> readers.remove(reader));
        response.exceptionHandler(ignored -> readers.remove(reader));
        readers.add(reader);
        reader.write("retry: 1000\n" + event("me", new JsonObject().put("name", agent(context.user())).encode())
                     + event("guests", guests));
    }

    private static String event(String name, String data) {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }

    /**
     * A browser.
     *
     * @param context of its connection
     */
    private record Reader(Context context, HttpServerResponse response) {

        void write(String text) {
            context.runOnContext(ignored -> {
                if (response.closed()) {
                    return;
                }
                if (response.writeQueueFull()) {
                    // it comes back, and gets what is new then
                    response.reset();
                } else {
                    response.write(text);
                }
            });
        }
    }
}
