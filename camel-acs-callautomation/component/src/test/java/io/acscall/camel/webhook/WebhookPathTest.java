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
package io.acscall.camel.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** One path of the HTTP server, opened by the first user and closed by the last. */
class WebhookPathTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final List<InboundRequest> requests = new ArrayList<>();
    private final Map<String, String> headers = new HashMap<>();
    private final List<String> doors = new ArrayList<>();
    private CompletableFuture<HttpAnswer> answer = CompletableFuture.completedFuture(HttpAnswer.OK);
    private final WebhookPath path = path("/in", false);

    @BeforeEach
    void start() throws Exception {
        KnockApp.addServer(context, "/");
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void answers503WhileItIsClosed() throws Exception {
        assertThat(post(path).getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(503);
        path.open();
        assertThat(post(path).getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(200);
        path.close();
        Message closed = post(path);
        assertThat(closed.getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(503);
        assertThat(closed.getHeader("Retry-After")).isEqualTo("2");
        assertThat(requests).hasSize(1);
    }

    @Test
    void theFirstUserOpensItAndTheLastOneClosesIt() throws Exception {
        path.open();
        path.open();
        assertThat(path.isOpen()).isTrue();
        path.close();
        assertThat(path.isOpen()).isTrue();
        path.close();
        assertThat(path.isOpen()).isFalse();
        path.close();
        assertThat(doors).containsExactly("opened", "closed");
        path.open();
        assertThat(doors).containsExactly("opened", "closed", "opened");
        path.close();
    }

    @Test
    void aDoorThatCantBeMadeLeavesItClosed() {
        WebhookPath broken = new WebhookPath(context, "/broken", false, () -> {
            throw new IllegalArgumentException("Option 'x' is missing");
        });
        assertThatThrownBy(broken::open).hasMessage("Option 'x' is missing");
        assertThat(broken.isOpen()).isFalse();
    }

    @Test
    void withoutAServerItSaysWhatToAddAndClosesTheDoor() throws Exception {
        try (DefaultCamelContext without = new DefaultCamelContext()) {
            without.start();
            WebhookPath alone = new WebhookPath(without, "/in", false, this::door);
            assertThatThrownBy(alone::open).hasMessageContaining("camel.server.enabled=true").hasMessageContaining("/in");
            assertThat(alone.isOpen()).isFalse();
            assertThat(doors).containsExactly("opened", "closed");
        }
    }

    @Test
    void givesTheDoorTheRequestWithoutWhatTheServerAdded() throws Exception {
        path.open();
        post(path);
        InboundRequest request = requests.get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(headers).containsOnlyKeys("authorization", "x-number").containsEntry("x-number", "7");
        assertThat(request.queryParameter("secret")).contains("a b");
        assertThat(new String(request.body(), StandardCharsets.UTF_8)).isEqualTo("hello");
        assertThat(request.below()).isEmpty();
        path.close();
    }

    @Test
    void givesTheDoorWhatFollowsThePathWhenThatMatters() throws Exception {
        WebhookPath below = path("/below", true);
        below.open();
        post(below, "/api/below/s3cr3t?secret=x", "hello");
        assertThat(requests.get(0).below()).isEqualTo("/s3cr3t");
        assertThat(context.getEndpoints()).noneMatch(endpoint -> endpoint.getEndpointUri().contains("s3cr3t"));
        below.close();
    }

    @Test
    void aFormIsNoBody() throws Exception {
        path.open();
        post(path, "/in", Map.of("a", "b"));
        assertThat(requests.get(0).body()).isEmpty();
        path.close();
    }

    @Test
    void sendsNoHeaderOfTheRequestBack() throws Exception {
        path.open();
        Message answered = post(path);
        assertThat(answered.getHeaders()).containsOnlyKeys(Exchange.HTTP_RESPONSE_CODE);
        assertThat(answered.getBody()).isEqualTo("");
        path.close();
    }

    @Test
    void answersLaterWhenTheDoorDoes() throws Exception {
        answer = new CompletableFuture<>();
        path.open();
        Exchange exchange = exchange("/in", "hello");
        List<Boolean> done = new ArrayList<>();
        assertThat(path.process(exchange, done::add)).isFalse();
        assertThat(done).isEmpty();
        answer.completeExceptionally(new IllegalStateException("bug"));
        assertThat(done).containsExactly(false);
        assertThat(exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(500);
        assertThat(exchange.getException()).isNull();
        path.close();
    }

    @Test
    void aRequestThatCantBeReadIsAnswered500() throws Exception {
        path.open();
        Message broken = post(path, "/in", new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        });
        assertThat(broken.getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(500);
        path.close();
    }

    private WebhookPath path(String name, boolean below) {
        return new WebhookPath(context, name, below, this::door);
    }

    private Door door() {
        doors.add("opened");
        return new Door() {
            @Override
            public CompletableFuture<HttpAnswer> answer(InboundRequest request) {
                requests.add(request);
                // they are there while the request is taken
                for (String name : List.of("authorization", "x-number", Exchange.HTTP_METHOD, "camelhttpmethod")) {
                    request.header(name).ifPresent(value -> headers.put(name, value));
                }
                return answer;
            }

            @Override
            public void close() {
                doors.add("closed");
            }
        };
    }

    private Message post(WebhookPath to) throws Exception {
        return post(to, to.path() + "?secret=a%20b", "hello");
    }

    private Message post(WebhookPath to, String uri, Object body) throws Exception {
        Exchange exchange = exchange(uri, body);
        to.process(exchange);
        return exchange.getMessage();
    }

    private Exchange exchange(String uri, Object body) {
        Exchange exchange = new DefaultExchange(context);
        Message message = exchange.getMessage();
        message.setHeader(Exchange.HTTP_METHOD, "POST");
        message.setHeader(Exchange.HTTP_URI, uri);
        message.setHeader(Exchange.HTTP_QUERY, uri.contains("?") ? uri.substring(uri.indexOf('?') + 1) : null);
        message.setHeader("Authorization", "Bearer x");
        message.setHeader("X-Number", 7);
        message.setBody(body);
        return exchange;
    }
}
