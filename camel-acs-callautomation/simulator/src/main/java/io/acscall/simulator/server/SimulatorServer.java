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
package io.acscall.simulator.server;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import io.acscall.simulator.control.ControlApi;
import io.acscall.simulator.http.AnswerContent;
import io.acscall.simulator.http.PercentDecoding;
import io.acscall.simulator.http.ServiceAnswer;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.recording.RecordingPaths;
import io.acscall.simulator.rest.ServiceApi;
import io.acscall.simulator.rest.ServiceCall;
import io.acscall.simulator.rest.ServiceExchange;
import io.acscall.simulator.rest.Transmission;
import io.acscall.simulator.time.Activity;
import io.acscall.simulator.timeline.Timeline;
import io.acscall.simulator.tls.TlsIdentity;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP side of the simulator: the REST API, the documents for token checks, the control API, and the console, on
 * the loopback interface.
 */
public final class SimulatorServer {

    /** The loopback interface, by address so that nobody has to resolve a name. */
    public static final String HOST = "127.0.0.1";

    private static final Logger LOG = LoggerFactory.getLogger(SimulatorServer.class);
    private static final String JSON = "application/json; charset=utf-8";
    private static final long BODY_LIMIT = 1024L * 1024;

    private final HttpServer server;
    private final ServiceApi service;
    private final ControlApi control;
    private final OpenIdDocuments openId;
    private final TimelineStreams streams;
    private final Clock clock;
    private final Activity activity;

    /**
     * @param tls with what it speaks https; null for http
     */
    public SimulatorServer(Vertx vertx, ServiceApi service, ControlApi control, OpenIdDocuments openId, Timeline timeline,
                           Clock clock, Activity activity, TlsIdentity tls) {
        this.activity = activity;
        this.service = service;
        this.control = control;
        this.openId = openId;
        this.streams = new TimelineStreams(timeline, clock);
        this.clock = clock;
        this.server = vertx.createHttpServer(options(tls))
                .connectionHandler(
                        connection -> connection.exceptionHandler(e -> LOG.debug("Connection lost: {}", e.getMessage())))
                .requestHandler(wellFormed(router(vertx)));
    }

    private static HttpServerOptions options(TlsIdentity tls) {
        HttpServerOptions options = new HttpServerOptions().setHost(HOST).setHandle100ContinueAutomatically(true)
                // Streams of events end at once on a connection that was upgraded; nobody needs the upgrade here.
                .setHttp2ClearTextEnabled(false);
        if (tls != null) {
            options.setSsl(true).setKeyCertOptions(KeyCertOptions.wrap(tls.keys()));
        }
        return options;
    }

    /** Begins to listen; 0 is any free port. */
    public Future<HttpServer> listen(int port) {
        return server.listen(port, HOST);
    }

    /** The port it listens on. */
    public int port() {
        return server.actualPort();
    }

    /** Has readers of the timeline know that everything was forgotten. */
    public void beginAnew() {
        streams.beginAnew();
    }

    /** Stops listening and drops open connections. */
    public Future<Void> close() {
        return server.close();
    }

    /** The router takes a broken percent escape for a fault of its own, and says so in the log. */
    private static Handler<HttpServerRequest> wellFormed(Router router) {
        return request -> {
            if (request.path() != null && PercentDecoding.segment(request.path()).isPresent()) {
                router.handle(request);
            } else {
                write(request.response(), ServiceFault.of(400, "BadRequest", "The request URI is malformed.").toAnswer());
            }
        };
    }

    private Router router(Vertx vertx) {
        Router router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT));
        openId.mount(router);
        router.route(ControlApi.ROOT + "/*").handler(this::guard);
        router.get("/").handler(this::guard);
        router.get(ConsoleFiles.PATH + "*").handler(this::guard);
        ConsoleFiles.mount(router);
        router.get(ControlApi.ROOT + "/timeline").handler(this::stream);
        router.route(ControlApi.ROOT + "/*").handler(this::control);
        router.route("/calling/*").handler(this::service);
        router.route(RecordingPaths.OBJECTS + "/*").handler(this::service);
        router.route().handler(context -> write(context.response(),
                ServiceFault.of(404, "NotFound", "No HTTP resource was found that matches the request URI.").toAnswer()));
        router.route().failureHandler(SimulatorServer::failed);
        return router;
    }

    private void service(RoutingContext context) {
        HttpServerRequest request = context.request();
        ServiceCall call = new ServiceCall(
                request.method().name(), request.uri(),
                List.copyOf(request.headers().entries()), body(context), clock.instant());
        activity.begins();
        CompletableFuture<ServiceExchange> answer = service.handle(call);
        // A request that waits for the simulator's own time must not hold that up.
        boolean waits = !answer.isDone();
        if (waits) {
            activity.ends();
        }
        onContext(answer, exchange -> {
            if (waits) {
                activity.begins();
            }
            write(request, exchange).onComplete(ignored -> {
                exchange.written().run();
                activity.ends();
            });
        });
    }

    private void control(RoutingContext context) {
        HttpServerRequest request = context.request();
        Map<String, String> query = new LinkedHashMap<>();
        context.queryParams().forEach(parameter -> query.putIfAbsent(parameter.getKey(), parameter.getValue()));
        onContext(control.handle(request.method().name(), request.path(), query, body(context)),
                answer -> write(request.response(), answer));
    }

    private void guard(RoutingContext context) {
        HttpServerRequest request = context.request();
        String scheme = request.isSSL() ? "https://" : "http://";
        if (Loopback.allows(request.getHeader("Host"), request.getHeader("Origin"), scheme, port())) {
            context.next();
        } else {
            write(context.response(), ServiceFault.of(403, "Forbidden",
                    "The control API is for this machine only: Host and Origin must name " + scheme + HOST + ":" + port() + ".")
                    .toAnswer());
        }
    }

    private void stream(RoutingContext context) {
        if (TimelineStreams.wanted(context.request())) {
            streams.open(context);
        } else {
            context.next();
        }
    }

    private static byte[] body(RoutingContext context) {
        Buffer buffer = context.body().buffer();
        return buffer == null ? new byte[0] : buffer.getBytes();
    }

    /** Goes on where the connection lives, whichever thread completes the stage. */
    private static <T> void onContext(CompletionStage<T> stage, Consumer<T> next) {
        Context context = Vertx.currentContext();
        stage.thenAccept(value -> {
            if (Vertx.currentContext() == context) {
                next.accept(value);
            } else {
                context.runOnContext(ignored -> next.accept(value));
            }
        });
    }

    private static void failed(RoutingContext context) {
        int status = context.statusCode() < 0 ? 500 : context.statusCode();
        if (!context.response().ended()) {
            write(context.response(),
                    ServiceFault.of(status, String.valueOf(status), status == 413
                            ? "The body is longer than " + BODY_LIMIT + " bytes." : "The request could not be handled.")
                            .toAnswer());
        }
    }

    private static Future<Void> write(HttpServerRequest request, ServiceExchange exchange) {
        ServiceAnswer answer = exchange.answer();
        boolean nothing = exchange.transmission() == Transmission.NOTHING || !answer.hasBody();
        if (exchange.transmission() == Transmission.WHOLE) {
            return write(request.response(), answer);
        }
        return nothing ? request.connection().close() : writeHalf(request, answer);
    }

    /** The client is promised the whole body and gets half of it. */
    private static Future<Void> writeHalf(HttpServerRequest request, ServiceAnswer answer) {
        AnswerContent content = content(answer);
        HttpServerResponse response = head(request.response(), answer, content);
        return ContentWriter.write(response, content, content.length() / 2, Vertx.currentContext())
                .eventually(() -> request.connection().close());
    }

    static Future<Void> write(HttpServerResponse response, ServiceAnswer answer) {
        if (response.closed() || response.ended()) {
            return Future.failedFuture("nobody waits for the answer any more");
        }
        if (answer.content() != null) {
            AnswerContent content = answer.content();
            return ContentWriter.write(head(response, answer, content), content, content.length(), Vertx.currentContext())
                    .compose(written -> response.end());
        }
        response.setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        if (answer.body() == null) {
            return response.end();
        }
        return response.putHeader("Content-Type", JSON)
                .end(Buffer.buffer(Json.bytes(answer.body())));
    }

    private static AnswerContent content(ServiceAnswer answer) {
        return answer.content() == null ? AnswerContent.of(JSON, Json.bytes(answer.body())) : answer.content();
    }

    private static HttpServerResponse head(HttpServerResponse response, ServiceAnswer answer, AnswerContent content) {
        response.setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        return response.putHeader("Content-Type", content.type()).putHeader("Content-Length",
                String.valueOf(content.length()));
    }
}
