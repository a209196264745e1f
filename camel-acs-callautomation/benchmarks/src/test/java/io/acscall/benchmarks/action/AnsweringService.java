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
package io.acscall.benchmarks.action;

import java.util.Map;

import io.acscall.benchmarks.harness.ChildCommands;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;

/**
 * Plays the service as cheaply as it can be played: the same right answers each time, from memory. Who has not signed
 * is refused, but the signature is not computed anew: that would be half of the work of the machine.
 */
public final class AnsweringService {

    private static final int BACKLOG = 4096;
    private static final Map<MeasuredAction, Buffer> ANSWERS = Map.of(
            MeasuredAction.getCallProperties, Buffer.buffer(MeasuredAction.getCallProperties.answer()),
            MeasuredAction.addParticipant, Buffer.buffer(MeasuredAction.addParticipant.answer()));

    private AnsweringService() {
    }

    /** Answers the command {@code port} with the port it listens on. */
    public static void main(String[] args) throws Exception {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        int port = vertx.createHttpServer(new HttpServerOptions().setAcceptBacklog(BACKLOG))
                .requestHandler(AnsweringService::answer)
                .listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get().actualPort();
        ChildCommands.serve(Map.of("port", words -> String.valueOf(port)));
        vertx.close();
    }

    private static void answer(HttpServerRequest request) {
        MeasuredAction action
                = request.path().endsWith(":add") ? MeasuredAction.addParticipant : MeasuredAction.getCallProperties;
        String signed = request.getHeader("authorization");
        boolean good = signed != null && signed.startsWith("HMAC-SHA256 ") && request.method().equals(action.method())
                && request.path().startsWith("/calling/callConnections/");
        request.response().setStatusCode(good ? action.status() : 401)
                .putHeader("content-type", "application/json; charset=utf-8")
                .putHeader("x-ms-client-request-id", String.valueOf(request.getHeader("x-ms-client-request-id")));
        request.endHandler(end -> request.response().end(good ? ANSWERS.get(action) : Buffer.buffer("{}")));
    }
}
