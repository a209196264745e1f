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
package io.acscall.benchmarks.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.acscall.benchmarks.harness.ChildCommands;
import io.acscall.benchmarks.server.Latencies;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

/**
 * Sends events over many connections that stay open; each sends the next one when it has its answer. One thread does it
 * all, so that most of the machine is left to the server.
 */
final class EventSender {

    private static final int OK = 200;

    private final EventBodies bodies = new EventBodies();
    private final int connections;
    private final Context context;
    private final HttpClient client;

    private EventSender(int connections) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        this.connections = connections;
        this.context = vertx.getOrCreateContext();
        this.client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(connections));
    }

    /** The number of connections. */
    public static void main(String[] args) throws IOException {
        EventSender sender = new EventSender(Integer.parseInt(args[0]));
        ChildCommands.serve(Map.of(
                "kinds", words -> String.valueOf(sender.bodies.kinds()),
                "send", words -> ChildCommands.numbers(sender.send(words))));
        System.exit(0);
    }

    /** Port, milliseconds, and a file with tokens or nothing. */
    private Map<String, Double> send(List<String> words) throws Exception {
        List<String> tokens = words.size() > 2 ? Files.readAllLines(Path.of(words.get(2))) : List.of();
        Run run = new Run(Integer.parseInt(words.get(0)), Long.parseLong(words.get(1)), tokens);
        context.runOnContext(nothing -> run.begin());
        run.over.await();
        return run.values();
    }

    /** Everything in here happens on the one thread. */
    private final class Run {

        private final RequestOptions request;
        private final List<String> tokens;
        private final long length;
        private final Latencies latencies = new Latencies();
        private final CountDownLatch over = new CountDownLatch(1);
        private long begin;
        private long end;
        private int open;
        private int refused;
        private int token;

        Run(int port, long millis, List<String> tokens) {
            this.request = new RequestOptions().setMethod(HttpMethod.POST).setHost("127.0.0.1").setPort(port)
                    .setURI("/acs-call/events");
            this.tokens = tokens;
            this.length = TimeUnit.MILLISECONDS.toNanos(millis);
        }

        void begin() {
            begin = System.nanoTime();
            open = connections;
            for (int connection = 0; connection < connections; connection++) {
                next();
            }
        }

        private void next() {
            long sent = System.nanoTime();
            if (sent - begin >= length) {
                finish(sent);
                return;
            }
            client.request(request).compose(this::post).onComplete(answered -> {
                if (answered.succeeded() && answered.result() == OK) {
                    latencies.add(System.nanoTime() - sent);
                } else {
                    refused++;
                }
                next();
            });
        }

        private Future<Integer> post(HttpClientRequest post) {
            post.putHeader("Content-Type", "application/json");
            if (!tokens.isEmpty()) {
                post.putHeader("Authorization", "Bearer " + tokens.get(token++ % tokens.size()));
            }
            return post.send(Buffer.buffer(bodies.next())).compose(answer -> answer.end().map(answer.statusCode()));
        }

        private void finish(long now) {
            if (--open == 0) {
                end = now;
                over.countDown();
            }
        }

        Map<String, Double> values() {
            Map<String, Double> values = new LinkedHashMap<>();
            values.put("taken", (double) latencies.count());
            values.put("refused", (double) refused);
            values.put("nanos", (double) (end - begin));
            latencies.into(values);
            return values;
        }
    }
}
