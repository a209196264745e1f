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
package io.acscall.camel.client;

import java.time.Duration;
import java.util.function.Supplier;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.ProxyOptions;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.util.Context;
import reactor.core.publisher.Mono;

/**
 * The JDK's HTTP client, made when it is first needed (it costs about half a second) and kept quiet: it warns about
 * each {@code Host} and {@code Content-Length} header, which it sets itself.
 */
final class JdkTransport implements HttpClient, AutoCloseable {

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

    private final Supplier<HttpClient> maker;
    private volatile HttpClient made;
    private volatile boolean closed;

    JdkTransport(Supplier<HttpClient> maker) {
        this.maker = maker;
    }

    /**
     * @param proxy          the proxy; {@code null} takes the one of Java's system properties, if any
     * @param requestTimeout the longest time from connecting to the head of the answer
     */
    static JdkTransport lazy(ProxyOptions proxy, Duration requestTimeout) {
        Duration connect = requestTimeout.compareTo(LONGEST_CONNECT) < 0 ? requestTimeout : LONGEST_CONNECT;
        return new JdkTransport(
                () -> new JdkHttpClientBuilder(java.net.http.HttpClient.newBuilder())
                        .proxy(proxy)
                        .connectionTimeout(connect)
                        .responseTimeout(requestTimeout)
                        // the time of a whole try is bounded above this client
                        .readTimeout(Duration.ZERO)
                        .writeTimeout(Duration.ZERO)
                        .build());
    }

    /**
     * A given client as it is, or kept quiet when it is the one of azure-core-http-jdk-httpclient, package-private
     * there.
     */
    static HttpClient quieten(HttpClient given) {
        boolean jdk = given.getClass().getPackage().equals(JdkHttpClientBuilder.class.getPackage());
        return jdk ? new JdkTransport(() -> given) : given;
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
        return send(request, Context.NONE);
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request, Context context) {
        return Mono.defer(() -> client().send(quiet(request), context));
    }

    @Override
    public HttpResponse sendSync(HttpRequest request, Context context) {
        return client().sendSync(quiet(request), context);
    }

    /**
     * Lets go of the client. Java 17 has no way to close it: its thread and connections end when nothing refers to it
     * any more, which is once the last request under way is answered.
     */
    @Override
    public void close() {
        closed = true;
        made = null;
    }

    /** Whether the next request finds a client. */
    boolean isMade() {
        return made != null;
    }

    private HttpClient client() {
        if (closed) {
            throw new IllegalStateException("the client is closed");
        }
        HttpClient client = made;
        if (client == null) {
            synchronized (this) {
                client = made;
                if (client == null) {
                    client = maker.get();
                    made = client;
                }
            }
        }
        return client;
    }

    private static HttpRequest quiet(HttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        if (headers.get(HttpHeaderName.HOST) == null && headers.get(HttpHeaderName.CONTENT_LENGTH) == null) {
            return request;
        }
        // another one: the next try has the headers of this one
        HttpRequest quiet = new HttpRequest(
                request.getHttpMethod(), request.getUrl(), new HttpHeaders(),
                request.getBodyAsBinaryData());
        return quiet.setHeaders(new UnrestrictedHeaders(headers));
    }

    /**
     * Headers without the two. The client still asks for the length, to send the body with a length instead of in
     * chunks.
     */
    private static final class UnrestrictedHeaders extends HttpHeaders {

        private final String contentLength;

        UnrestrictedHeaders(HttpHeaders all) {
            super(all);
            contentLength = all.getValue(HttpHeaderName.CONTENT_LENGTH);
            remove(HttpHeaderName.HOST);
            remove(HttpHeaderName.CONTENT_LENGTH);
        }

        @Override
        public String getValue(HttpHeaderName name) {
            return HttpHeaderName.CONTENT_LENGTH.equals(name) ? contentLength : super.getValue(name);
        }
    }
}
