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
package io.acscall.camel.webhook;

import java.io.File;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One path on the HTTP server of the runtime (camel-platform-http). The first consumer or awaiting producer opens it,
 * the last one closes it.
 */
public final class WebhookPath extends AsyncProcessorSupport {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookPath.class);

    private static final String CAMEL = "Camel";

    private final CamelContext context;
    private final MountedPath path;
    private final Supplier<Door> doors;

    private Endpoint endpoint;
    private Consumer http;
    private int users;
    /** Read by server threads, also after the path was closed: some runtimes keep the mapping. */
    private volatile Door door;

    /**
     * Makes a closed path.
     *
     * @param context the context whose HTTP server is used
     * @param path    begins with a slash
     * @param below   whether it takes everything that begins like it, too: when a part of the address is a secret that
     *                must not stand in the name of an endpoint. Otherwise the server answers other paths with 404
     * @param doors   makes the door when the path opens; fails when a setting for it is missing
     */
    public WebhookPath(CamelContext context, String path, boolean below, Supplier<Door> doors) {
        this.context = Objects.requireNonNull(context, "context");
        this.path = new MountedPath(Objects.requireNonNull(path, "path"), below);
        this.doors = Objects.requireNonNull(doors, "doors");
    }

    /** Resolves the HTTP endpoint; to be called while routes are set up, because some runtimes refuse it at start. */
    public synchronized void prepare() {
        if (endpoint == null) {
            endpoint = context.getEndpoint(path.endpointUri());
        }
    }

    /**
     * Opens the path for one more user.
     *
     * @throws Exception when a setting is missing or there is no HTTP server
     */
    public synchronized void open() throws Exception {
        if (users == 0) {
            prepare();
            Door opened = doors.get();
            try {
                ByteBodies.askFor(endpoint);
                http = endpoint.createConsumer(this);
                ServiceHelper.startService(http);
            } catch (Exception e) {
                opened.close();
                throw noServer(e);
            }
            door = opened;
        }
        users++;
    }

    private IllegalStateException noServer(Exception cause) {
        return new IllegalStateException(
                "acs-call can't open the path " + path.path()
                                         + " for events, because there is no HTTP server. With camel-main add "
                                         + "camel-platform-http-main and set camel.server.enabled=true; with Spring Boot add "
                                         + "camel-platform-http-starter",
                cause);
    }

    /** Gives it up for one user. */
    public synchronized void close() {
        if (users == 0 || --users > 0) {
            return;
        }
        ServiceHelper.stopAndShutdownService(http);
        http = null;
        Door closed = door;
        door = null;
        closed.close();
    }

    /**
     * The path.
     */
    public String path() {
        return path.path();
    }

    /**
     * Whether requests to the one could land at the other.
     *
     * @param other another path on the same server
     */
    public boolean collidesWith(WebhookPath other) {
        return path.collidesWith(other.path);
    }

    /**
     * Whether somebody uses it.
     */
    public boolean isOpen() {
        return door != null;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Door open = door;
        CompletableFuture<HttpAnswer> answer = open == null
                ? CompletableFuture.completedFuture(HttpAnswer.BUSY) : answer(open, exchange.getMessage());
        if (answer.isDone()) {
            write(answer.join(), exchange.getMessage());
            callback.done(true);
            return true;
        }
        answer.whenComplete((given, failed) -> {
            write(failed == null ? given : HttpAnswer.FAILED, exchange.getMessage());
            callback.done(false);
        });
        return false;
    }

    private CompletableFuture<HttpAnswer> answer(Door open, Message message) {
        try {
            return open.answer(request(message));
        } catch (RuntimeException e) {
            LOG.warn("A request to {} could not be read from the HTTP server", path.path(), e);
            return CompletableFuture.completedFuture(HttpAnswer.FAILED);
        }
    }

    private static void write(HttpAnswer answer, Message message) {
        // the engines send all headers that are left, the request's own among them
        message.getHeaders().clear();
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
        answer.headers().forEach(message::setHeader);
        if (answer.body() != null) {
            message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        }
        message.setBody(answer.body() == null ? "" : answer.body());
    }

    private InboundRequest request(Message message) {
        // of the headers that name the address, this is the one that all engines fill alike, but for the query
        String below = path.below() ? path.below(message.getHeader(Exchange.HTTP_URI, String.class)) : "";
        return new InboundRequest(
                message.getHeader(Exchange.HTTP_METHOD, String.class), below, name -> header(message, name),
                message.getHeader(Exchange.HTTP_QUERY, String.class), body(message));
    }

    /** What the server added is no header of the request. */
    private static String header(Message message, String name) {
        Object value = name.regionMatches(true, 0, CAMEL, 0, CAMEL.length()) ? null : message.getHeader(name);
        return value == null ? null : value.toString();
    }

    /** The engines make files or maps of forms; those are no events, whatever is in them. */
    private static byte[] body(Message message) {
        return message.getBody() instanceof Map || message.getBody() instanceof File ? null : message.getBody(byte[].class);
    }
}
