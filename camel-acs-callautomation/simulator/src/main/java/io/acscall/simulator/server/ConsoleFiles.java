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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * The console: files of this jar, read when they are asked for, so that a simulator without a browser pays nothing.
 * Browsers are told to load nothing from elsewhere, to send nothing elsewhere, and to run no script but these files.
 */
final class ConsoleFiles {

    /** What the paths of all files but the page itself begin with. */
    static final String PATH = "/console/";

    private static final String FOLDER = "/io/acscall/simulator/console/";
    private static final String PAGE = "index.html";
    private static final String NAME = "[a-z-]{1,40}\\.(html|css|js|svg)";
    private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8", "css",
            "text/css; charset=utf-8", "js", "text/javascript; charset=utf-8", "svg", "image/svg+xml");
    private static final Map<String, String> HEADERS = Map.of("Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
                                                                                         + "form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff", "Referrer-Policy", "no-referrer", "Cross-Origin-Opener-Policy", "same-origin",
            "Cache-Control", "no-cache");

    private ConsoleFiles() {
    }

    static void mount(Router router) {
        router.get("/").handler(context -> send(context, PAGE));
        router.get(PATH + ":file").handler(context -> send(context, context.pathParam("file")));
    }

    private static void send(RoutingContext context, String name) {
        byte[] content = name.matches(NAME) ? read(name) : null;
        if (content == null) {
            context.next();
            return;
        }
        HttpServerResponse response = context.response();
        HEADERS.forEach(response::putHeader);
        response.putHeader("Content-Type", TYPES.get(name.substring(name.lastIndexOf('.') + 1))).end(Buffer.buffer(content));
    }

    /** A few kilobytes out of an open jar; null when there is no such file. */
    private static byte[] read(String name) {
        try (InputStream stream = ConsoleFiles.class.getResourceAsStream(FOLDER + name)) {
            return stream == null ? null : stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The console's " + name + " cannot be read", e);
        }
    }
}
