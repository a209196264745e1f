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

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import io.acscall.camel.spi.WebSocketHost;
import io.acscall.camel.stream.OpenStreams;
import io.acscall.camel.webhook.RefusalCounts;
import io.acscall.camel.webhook.RequestAuthenticator;
import io.acscall.camel.webhook.StreamDoor;
import org.apache.camel.CamelContext;
import org.apache.camel.support.ResolverHelper;

/**
 * One path for WebSockets on the HTTP server of the runtime. The first consumer or producer opens it, the last one
 * closes it.
 */
final class StreamPath {

    private final CamelContext context;
    private final AcsCallConfiguration configuration;
    private final StreamSource source;
    private final Supplier<RequestAuthenticator> authenticators;
    private final RefusalCounts refusals;
    private final OpenStreams streams;
    private final List<StreamConsumer> consumers = new CopyOnWriteArrayList<>();

    private RequestAuthenticator authenticator;
    private WebSocketHost.OpenPath open;
    private int users;

    StreamPath(CamelContext context, AcsCallConfiguration configuration, StreamSource source,
               Supplier<RequestAuthenticator> authenticators, RefusalCounts refusals, OpenStreams streams) {
        this.context = context;
        this.configuration = configuration;
        this.source = source;
        this.authenticators = authenticators;
        this.refusals = refusals;
        this.streams = streams;
    }

    String path() {
        return source.path(configuration);
    }

    synchronized boolean isOpen() {
        return open != null;
    }

    OpenStreams streams() {
        return streams;
    }

    /** Opens the path for one more user. */
    synchronized void open() {
        if (users == 0) {
            RequestAuthenticator made = authenticators.get();
            try {
                open = host().open(context, path(), configuration.getMaxFrameSize(), door(made));
            } catch (RuntimeException e) {
                made.close();
                throw e;
            }
            authenticator = made;
        }
        users++;
    }

    private StreamDoor door(RequestAuthenticator made) {
        return new StreamDoor(
                source.door(), made, refusals, this::isTakingNewStreams,
                (handshake, connection) -> streams.add(
                        handshake, connection, consumers.stream().map(StreamConsumer::subscriber).toList()));
    }

    /** A stream that nobody listens to is welcome, too: audio can be sent into it. */
    private boolean isTakingNewStreams() {
        return !streams.isFull() && consumers.stream().allMatch(StreamConsumer::isTakingNewStreams);
    }

    private WebSocketHost host() {
        WebSocketHost bean = context.getRegistry().findSingleByType(WebSocketHost.class);
        return bean != null
                ? bean
                : ResolverHelper.resolveService(context, WebSocketHost.FACTORY, WebSocketHost.class)
                        .orElseThrow(() -> new IllegalStateException(
                                "acs-call:" + source.door() + " can't open the path " + path()
                                                                     + " for WebSockets: add the artifact"
                                                                     + " io.acscall:camel-acs-callautomation-vertx, which serves them on the Vert.x server of"
                                                                     + " camel-platform-http-vertx, or put a WebSocketHost of your own into the registry"));
    }

    /** Gives it up for one user; the last one ends the streams, too. */
    synchronized void close() {
        if (users == 0 || --users > 0) {
            return;
        }
        open.close();
        open = null;
        streams.closeAll();
        authenticator.close();
    }

    void add(StreamConsumer consumer) {
        consumers.add(consumer);
    }

    /** Streams that nobody listens to any more end. */
    void remove(StreamConsumer consumer) {
        consumers.remove(consumer);
        if (consumers.isEmpty()) {
            streams.closeAll();
        }
    }
}
