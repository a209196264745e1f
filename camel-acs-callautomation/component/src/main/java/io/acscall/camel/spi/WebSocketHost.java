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
package io.acscall.camel.spi;

import org.apache.camel.CamelContext;

/**
 * Accepts WebSocket connections on the HTTP server of the runtime. The component finds it as a bean of this type in the
 * registry, else by {@link #FACTORY} among the services of the class path, which {@code camel-acs-callautomation-vertx}
 * brings for the Vert.x server of camel-main.
 */
public interface WebSocketHost {

    /** The name of the file in {@code META-INF/services/org/apache/camel/} whose {@code class} is a host. */
    String FACTORY = "acs-call-websocket-host";

    /**
     * A path that takes connections.
     */
    @FunctionalInterface
    interface OpenPath extends AutoCloseable {

        /** Takes no new connections; those that are up go on. */
        @Override
        void close();
    }

    /**
     * Takes connections on a path.
     *
     * @param  context               whose HTTP server is used
     * @param  path                  begins with a slash
     * @param  maxMessageSize        of one message, in bytes, all its pieces together; a connection with a longer one
     *                               is closed with code 1009
     * @param  gate                  decides who may connect and takes the messages
     * @return                       the path, open
     * @throws IllegalStateException when the context has no HTTP server that can serve WebSockets
     */
    OpenPath open(CamelContext context, String path, int maxMessageSize, WebSocketGate gate);
}
