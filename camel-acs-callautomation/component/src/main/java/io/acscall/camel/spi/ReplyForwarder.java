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

import java.util.concurrent.CompletionStage;

import io.acscall.camel.event.CallEvent;

/**
 * Takes events to the node whose exchange waits for them, when another node of the application has got them. With one
 * of these (component option {@code replyForwarder}) nodes know each other; the {@link OperationStore} must then have a
 * {@link OperationStore#cluster() ClusterStore}.
 *
 * <p>
 * A node is known by its incarnation: each start of the component has another one, so that nothing reaches a node that
 * has been started anew and remembers nothing.
 *
 * <p>
 * Implementations are thread-safe. {@link #forward} returns at once and blocks on nothing.
 */
public interface ReplyForwarder {

    /**
     * Begins to receive what other nodes forward to this incarnation. Returns when they can reach it. Each instance of
     * a forwarder serves one component at a time.
     *
     * @param  instance  names this incarnation; letters and digits
     * @param  receiver  gets the events
     * @throws Exception when nothing can be received; the component does not start then
     */
    void start(String instance, ReplyReceiver receiver) throws Exception;

    /**
     * Sends an event to an incarnation.
     *
     * @param  instance names the other incarnation
     * @param  event    as it came, with the operation context of the wire
     * @return          {@code true}: the event has ended a wait there. {@code false}: nobody waits for it there. Fails
     *                  when it could not be sent or taken. May never complete, because the other one is gone; the
     *                  caller bounds it by time. May be completed on any thread, also of the network
     */
    CompletionStage<Boolean> forward(String instance, CallEvent event);

    /** Stops receiving and forwarding. No effect when it is not started. A stopped one can be started again. */
    void stop();
}
