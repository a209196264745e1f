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
package io.acscall.camel.route;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.acscall.camel.event.CallEvent;
import io.acscall.camel.spi.ReplyForwarder;
import io.acscall.camel.spi.ReplyReceiver;

/** Connects the nodes of a test; their lines can be cut. */
final class LocalReplies implements AutoCloseable {

    private final Map<String, ReplyReceiver> receivers = new ConcurrentHashMap<>();
    private final ExecutorService network = Executors.newSingleThreadExecutor();
    private final AtomicInteger sent = new AtomicInteger();

    /** The line of one node. */
    final class Line implements ReplyForwarder {

        private volatile String instance;
        private volatile boolean deaf;
        private volatile long delay;

        @Override
        public void start(String itsInstance, ReplyReceiver receiver) {
            instance = itsInstance;
            receivers.put(itsInstance, event -> answer(event, receiver));
        }

        private CompletionStage<Boolean> answer(CallEvent event, ReplyReceiver receiver) {
            if (deaf) {
                return new CompletableFuture<>();
            }
            if (delay == 0) {
                return receiver.receive(event);
            }
            return CompletableFuture
                    .supplyAsync(() -> receiver.receive(event), CompletableFuture.delayedExecutor(delay, TimeUnit.MILLISECONDS))
                    .thenCompose(answer -> answer);
        }

        @Override
        public CompletionStage<Boolean> forward(String to, CallEvent event) {
            sent.incrementAndGet();
            ReplyReceiver receiver = receivers.get(to);
            return receiver == null
                    ? new CompletableFuture<>()
                    : CompletableFuture.supplyAsync(() -> receiver.receive(event), network).thenCompose(answer -> answer);
        }

        @Override
        public void stop() {
            receivers.remove(instance);
        }

        /** The incarnation that listens. */
        String instance() {
            return instance;
        }

        /** Whether nothing reaches it. */
        void deaf(boolean now) {
            deaf = now;
        }

        /** How many milliseconds everything takes to reach it. */
        void delay(long millis) {
            delay = millis;
        }
    }

    Line line() {
        return new Line();
    }

    /** How often something was forwarded. */
    int sent() {
        return sent.get();
    }

    @Override
    public void close() {
        network.shutdownNow();
    }
}
