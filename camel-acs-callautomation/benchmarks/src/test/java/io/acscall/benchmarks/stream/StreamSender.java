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
package io.acscall.benchmarks.stream;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.acscall.benchmarks.harness.ChildCommands;
import io.acscall.benchmarks.server.Latencies;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;

/** The service's end of many streams, on one thread. */
final class StreamSender {

    /** A frame of each stream every 20 ms; the streams begin one after the other within that time. */
    static final String PACED = "paced";
    /** As much as the network takes. */
    static final String UNPACED = "unpaced";

    private static final int MOST_STREAMS = 2_000;
    private static final int FRAME_MILLIS = 20;
    private static final long LAST_ECHO_MILLIS = 1_000;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Context context = vertx.getOrCreateContext();
    private final WebSocketClient client
            = vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(MOST_STREAMS));

    private StreamSender() {
    }

    public static void main(String[] args) throws IOException {
        StreamSender sender = new StreamSender();
        ChildCommands.serve(Map.of(
                PACED, words -> ChildCommands.numbers(sender.run(words, true)),
                UNPACED, words -> ChildCommands.numbers(sender.run(words, false))));
        System.exit(0);
    }

    /** Port, number of streams, milliseconds. */
    private Map<String, Double> run(List<String> words, boolean paced) throws Exception {
        Run run = new Run(Long.parseLong(words.get(2)));
        context.runOnContext(nothing -> connect(words.get(0), Integer.parseInt(words.get(1)))
                .onSuccess(sockets -> run.begin(sockets, paced)).onFailure(run.over::completeExceptionally));
        return run.over.get();
    }

    private Future<List<WebSocket>> connect(String port, int streams) {
        List<Future<WebSocket>> all = IntStream.range(0, streams)
                .mapToObj(number -> client.connect(new WebSocketConnectOptions().setHost("127.0.0.1")
                        .setPort(Integer.parseInt(port)).setURI("/acs-call/media-stream")
                        .addHeader("x-ms-call-connection-id", "call-" + number)))
                .toList();
        return Future.all(all).map(done -> all.stream().map(Future::result).toList());
    }

    /** Everything in here happens on the one thread. */
    private final class Run {

        private final CompletableFuture<Map<String, Double>> over = new CompletableFuture<>();
        private final Latencies echoes = new Latencies();
        private final long millis;
        private List<WebSocket> sockets;
        private long begin;
        private long sent;
        private long ticks;
        private boolean ended;

        Run(long millis) {
            this.millis = millis;
        }

        void begin(List<WebSocket> connected, boolean paced) {
            sockets = connected;
            begin = System.nanoTime();
            sockets.forEach(socket -> {
                socket.textMessageHandler(frame -> echoes.add(WireAudio.age(frame)));
                socket.writeTextMessage(WireAudio.METADATA);
            });
            if (paced) {
                long pace = vertx.setPeriodic(1, nothing -> sendDue());
                vertx.setTimer(millis, nothing -> vertx.cancelTimer(pace));
                vertx.setTimer(millis + LAST_ECHO_MILLIS, nothing -> end());
            } else {
                sockets.forEach(this::push);
                vertx.setTimer(millis, nothing -> end());
            }
        }

        private void sendDue() {
            long due = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            for (; ticks < due; ticks++) {
                for (int stream = (int) (ticks % FRAME_MILLIS); stream < sockets.size(); stream += FRAME_MILLIS) {
                    send(sockets.get(stream));
                }
            }
        }

        private void push(WebSocket socket) {
            while (!ended && !socket.writeQueueFull()) {
                send(socket);
            }
            if (!ended) {
                socket.drainHandler(nothing -> push(socket));
            }
        }

        private void send(WebSocket socket) {
            socket.writeTextMessage(WireAudio.frame());
            sent++;
        }

        private void end() {
            ended = true;
            Map<String, Double> values = new LinkedHashMap<>();
            values.put("sent", (double) sent);
            values.put("back", (double) echoes.count());
            echoes.into(values);
            Future.join(sockets.stream().map(WebSocket::close).toList()).onComplete(closed -> over.complete(values));
        }
    }
}
