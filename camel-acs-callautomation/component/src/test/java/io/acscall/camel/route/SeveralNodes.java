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

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.acscall.camel.event.CallEvent;
import io.acscall.camel.spi.ClusterStore;
import io.acscall.camel.store.JdbcOperationStore;
import io.acscall.simulator.AcsSimulator;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;

import static org.awaitility.Awaitility.await;

/**
 * Nodes with one database, and one in front of them that takes the callbacks and keeps them, so that a test says which
 * node gets which event.
 */
final class SeveralNodes implements AutoCloseable {

    static final Duration SOON = Duration.ofSeconds(15);

    private static final LambdaRouteBuilder SHOW_EVENTS
            = route -> route.from("acs-call:events").routeId("events").to("mock:events");

    private final AcsSimulator simulator;
    private final JdbcConnectionPool database
            = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    private final LocalReplies replies = new LocalReplies();
    private final List<Exchange> relayed = new CopyOnWriteArrayList<>();
    private final List<Node> nodes = new CopyOnWriteArrayList<>();
    private final CallApp ingress;

    /** A node with its ties to the others. */
    record Node(CallApp app, LocalReplies.Line line, CuttableStore store) {

        CompletableFuture<Exchange> begins(String uri, Map<String, Object> headers) {
            return app.template().asyncSend(uri, exchange -> exchange.getMessage().setHeaders(new HashMap<>(headers)));
        }

        /** Gets an event from the queue, and is done with it. */
        Exchange handles(Object event) {
            return app.send("acs-call:dispatch", event, Map.of());
        }

        /** Gets an event from the queue. */
        CompletableFuture<Exchange> takes(Object event) {
            return app.template().asyncSend("acs-call:dispatch", exchange -> exchange.getMessage().setBody(event));
        }

        /** What its consumer got. */
        List<Message> consumed() {
            return app.mock("events").getExchanges().stream().map(Exchange::getMessage).toList();
        }

        /** What its consumer got of an event. */
        Message consumed(CallEvent event) {
            return await().atMost(SOON).until(
                    () -> consumed().stream().filter(one -> event.id().equals(one.getHeader("CamelAcsCallEventId")))
                            .findFirst(),
                    java.util.Optional::isPresent).orElseThrow();
        }

        /** Nothing reaches it, and it reaches nobody but the service. */
        void isCutOff(boolean now) {
            line.deaf(now);
            store.cut(now);
        }

        String instance() {
            return line.instance();
        }
    }

    SeveralNodes(AcsSimulator simulator) throws Exception {
        this.simulator = simulator;
        Flyway.configure().dataSource(database).locations("classpath:io/acscall/camel/store/h2")
                .table("acs_call_schema_history").baselineOnMigrate(true).baselineVersion("0").load().migrate();
        ingress = CallApp.run(simulator, route -> route.from("acs-call:events?relay=true").process(relayed::add));
    }

    /** Starts a node whose time-outs are short. */
    Node node(Duration replyTimeout, LambdaRouteBuilder routes) throws Exception {
        return node(ingress, replyTimeout, routes);
    }

    /** Starts a node whose callbacks go to the webhook of another one. */
    Node nodeBehind(Node front, Duration replyTimeout) throws Exception {
        return node(front.app(), replyTimeout, SHOW_EVENTS);
    }

    private Node node(CallApp callbacks, Duration replyTimeout, LambdaRouteBuilder routes) throws Exception {
        LocalReplies.Line line = replies.line();
        CuttableStore store = new CuttableStore(new JdbcOperationStore(database));
        CallApp app = CallApp.run(simulator, configuration -> {
            configuration.setCallbackBaseUri(callbacks.address(""));
            configuration.setOperationStore(store);
            configuration.setReplyForwarder(line);
            configuration.setReplyTimeout(replyTimeout);
            configuration.setNodeLease(Duration.ofSeconds(2));
        }, routes);
        Node node = new Node(app, line, store);
        nodes.add(node);
        return node;
    }

    /** Starts a node that shows all events. */
    Node node(Duration replyTimeout) throws Exception {
        return node(replyTimeout, SHOW_EVENTS);
    }

    ClusterStore store() {
        return new JdbcOperationStore(database).cluster().orElseThrow();
    }

    LocalReplies replies() {
        return replies;
    }

    /** The node in front. */
    CallApp ingress() {
        return ingress;
    }

    /** An exchange of the node in front, when it comes. */
    Exchange relayed(String type, int number) {
        return await().atMost(SOON).until(() -> relayed.stream()
                .filter(one -> type.equals(one.getMessage().getHeader("CamelAcsCallEventType"))).skip(number).findFirst(),
                java.util.Optional::isPresent).orElseThrow();
    }

    /** An event as it came, when it comes. */
    CallEvent event(String type) {
        return event(type, 0);
    }

    CallEvent event(String type, int number) {
        return relayed(type, number).getMessage().getBody(CallEvent.class);
    }

    /** Everything that has come so far. */
    List<CallEvent> events() {
        return relayed.stream().map(one -> one.getMessage().getBody(CallEvent.class)).toList();
    }

    /** A call of a node, brought up by what another one gets. */
    String callOf(Node node, Node other, String person) throws Exception {
        int before = (int) relayed.stream()
                .filter(one -> "CallConnected".equals(one.getMessage().getHeader("CamelAcsCallEventType"))).count();
        CompletableFuture<Exchange> up = node.begins(
                "acs-call:createCall?awaitEvent=true&hangUpOn=none&cognitiveServicesEndpoint=https://cog.example.com/",
                Map.of("CamelAcsCallTarget", person));
        Exchange done = other.handles(event("CallConnected", before));
        if (done.getException() != null) {
            throw done.getException();
        }
        return up.get(SOON.toSeconds(), TimeUnit.SECONDS).getMessage().getHeader("CamelAcsCallConnectionId", String.class);
    }

    void untilGone(Node node) {
        await().atMost(SOON).until(() -> !store().isAlive(node.instance()));
    }

    @Override
    public void close() {
        nodes.forEach(node -> node.app().close());
        ingress.close();
        replies.close();
        database.dispose();
    }
}
