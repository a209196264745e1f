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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.camel.AcsCallException;
import io.acscall.camel.CallDisconnectedException;
import io.acscall.camel.CallOperationFailedException;
import io.acscall.camel.CallRequestException;
import io.acscall.camel.LeftBehind;
import io.acscall.camel.action.CallParticipant;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.outcome.Outcome;
import io.acscall.camel.route.StubService.Reply;
import io.acscall.camel.route.StubService.Request;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** hold and unhold end by what is seen of the person: in an event, or by one look after the answer. */
class HoldActionTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String CALL = "401f0000-0000-4000-8000-000000000001";
    private static final String ANN = "+16045550100";

    private volatile Function<Request, Reply> toHold = request -> Reply.of(200);
    private volatile Function<Request, Reply> toLook = request -> Reply.error(500, "9999", "no answer");
    private StubService service;
    private CallApp app;

    @BeforeEach
    void start() throws Exception {
        service = new StubService(request -> (request.method().equals("GET") ? toLook : toHold).apply(request));
        app = CallApp.run(SIMULATOR.simulator(), settings -> {
            settings.setConnectionString(service.connectionString());
            settings.setMaxRetries(0);
        }, routes -> routes.from("acs-call:events").to("mock:events"));
    }

    @AfterEach
    void stop() {
        app.close();
        service.close();
    }

    private CompletableFuture<Exchange> begin(String uri) {
        return app.template().asyncSend("acs-call:" + uri, exchange -> {
            exchange.getMessage().setBody("as it was");
            exchange.getMessage().setHeaders(Map.of("CamelAcsCallConnectionId", CALL, "CamelAcsCallRemoteParty", ANN));
        });
    }

    private CompletableFuture<Exchange> waiting(String uri) {
        CompletableFuture<Exchange> begun = begin(uri);
        await().atMost(SOON).until(() -> service.requests().stream().anyMatch(request -> request.method().equals("GET")));
        return begun;
    }

    private static Exchange done(CompletableFuture<Exchange> begun) {
        return begun.orTimeout(10, TimeUnit.SECONDS).join();
    }

    private static void stillWaiting(CompletableFuture<Exchange> begun) {
        await().during(Duration.ofMillis(100)).atMost(SOON).until(() -> !begun.isDone());
    }

    private static Reply person(boolean onHold) {
        return new Reply(
                200, Map.of("Content-Type", "application/json"),
                "{\"identifier\":{\"rawId\":\"4:%s\"},\"isMuted\":false,\"isOnHold\":%s}".formatted(ANN, onHold));
    }

    private static String updated(int sequenceNumber, String who, boolean onHold) {
        try {
            ObjectNode event = (ObjectNode) JSON.readTree(Callbacks.event("ParticipantsUpdated", CALL, null)).get(0);
            ObjectNode data = event.withObject("/data").put("sequenceNumber", sequenceNumber);
            data.putArray("participants").addObject().put("isOnHold", onHold).putObject("identifier").put("rawId", who);
            return event.toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String context() {
        return service.requests().get(0).text("operationContext");
    }

    @ParameterizedTest
    @CsvSource({ "hold, true", "unhold, false" })
    void theEventThatShowsItEndsIt(String action, boolean onHold) {
        CompletableFuture<Exchange> begun = waiting(action + "?awaitEvent=true&operationContext=order-4711");

        app.deliver(updated(1, "4:" + ANN, !onHold));
        app.deliver(updated(3, "8:acs:r_u", onHold));
        stillWaiting(begun);
        app.deliver(updated(5, "4:" + ANN, onHold));

        CallEvent event = Conversation.event(done(begun), "ParticipantsUpdated");
        assertThat(event.data()).containsEntry("sequenceNumber", 5);
        assertThat(context()).startsWith("acs1.").endsWith(".order-4711");
    }

    @ParameterizedTest
    @CsvSource({ "hold, true", "unhold, false" })
    void oneLookAfterTheAnswerEndsIt(String action, boolean onHold) {
        toLook = request -> person(onHold);

        Exchange exchange = done(begin(action + "?awaitEvent=true"));

        assertThat(exchange.getException()).isNull();
        CallParticipant seen = exchange.getMessage().getBody(CallParticipant.class);
        assertThat(seen.id()).isEqualTo(ANN);
        assertThat(seen.onHold()).isEqualTo(onHold);
        assertThat(service.requests()).extracting(Request::method).containsExactly("POST", "GET");
        assertThat(service.last().pathAndQuery())
                .startsWith("/calling/callConnections/" + CALL + "/participants/4%3A%2B16045550100?");
        assertThat(LeftBehind.in(app.component())).isZero();
    }

    @Test
    void aLookThatDoesNotShowItYetLeavesItToTheEvent() {
        toLook = request -> person(false);
        CompletableFuture<Exchange> begun = waiting("hold?awaitEvent=true");

        stillWaiting(begun);
        app.deliver(updated(1, "4:" + ANN, true));

        Conversation.event(done(begun), "ParticipantsUpdated");
        assertThat(service.requests()).as("it looks once").hasSize(2);
    }

    @Test
    void anEventThatOvertakesTheAnswerIsNotLost() {
        toHold = request -> {
            app.deliver(updated(1, "4:" + ANN, true));
            return Reply.of(200);
        };

        Exchange exchange = done(begin("hold?awaitEvent=true"));

        Conversation.event(exchange, "ParticipantsUpdated");
        assertThat(service.requests()).as("nothing is left to look for").hasSize(1);
    }

    @Test
    void aRefusalIsNoSuccessWhateverWasSoBefore() {
        toHold = request -> {
            app.deliver(updated(1, "4:" + ANN, true));
            return Reply.error(404, "8522", "Call not found");
        };

        Exchange exchange = done(begin("hold?awaitEvent=true"));

        assertThat(exchange.getException()).isInstanceOf(CallRequestException.class);
        assertThat(exchange.getException(AcsCallException.class).getOutcome()).isEqualTo(Outcome.CALL_NOT_FOUND);
    }

    @Test
    void anOlderEventEndsNothing() {
        app.deliver(updated(7, "4:" + ANN, false));
        CompletableFuture<Exchange> begun = waiting("hold?awaitEvent=true");

        app.deliver(updated(5, "4:" + ANN, true));
        stillWaiting(begun);
        app.deliver(updated(9, "4:" + ANN, true));

        assertThat(Conversation.event(done(begun), "ParticipantsUpdated").data()).containsEntry("sequenceNumber", 9);
    }

    @Test
    void aHoldThatFailsFailsTheStep() {
        CompletableFuture<Exchange> begun = waiting("hold?awaitEvent=true");

        app.deliver(Callbacks.event("HoldFailed", CALL, "of somebody else", 404, 8522));
        stillWaiting(begun);
        app.deliver(Callbacks.event("HoldFailed", CALL, context(), 404, 8522));

        CallOperationFailedException failed = Conversation.failure(done(begun));
        assertThat(failed.getEvent().shortType()).isEqualTo("HoldFailed");
        assertThat(failed.getOutcome()).isEqualTo(Outcome.CALL_NOT_FOUND);
    }

    @Test
    void theEndOfTheCallInterruptsIt() {
        CompletableFuture<Exchange> begun = waiting("unhold?awaitEvent=true");

        app.deliver(Callbacks.event("CallDisconnected", CALL, null, 200, 7000));

        assertThat(done(begun).getException()).isInstanceOf(CallDisconnectedException.class);
    }

    @Test
    void withoutAWaitNobodyLooks() {
        Exchange exchange = done(begin("hold?file=https://media.example.com/music.wav"));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isEqualTo("as it was");
        assertThat(service.requests()).hasSize(1);
        JsonNode sent = service.last().body();
        assertThat(sent.at("/playSourceInfo/file/uri").asText()).isEqualTo("https://media.example.com/music.wav");
        assertThat(sent.at("/targetParticipant/rawId").asText()).isEqualTo("4:" + ANN);
        assertThat(sent.has("operationContext")).isFalse();
    }

    @Test
    void theSameKeyActsOnceAndShowsTheSamePerson() {
        toLook = request -> person(true);

        Exchange first = done(begin("hold?awaitEvent=true&idempotencyKey=k-1"));
        Exchange second = done(begin("hold?awaitEvent=true&idempotencyKey=k-1"));

        assertThat(first.getException()).isNull();
        assertThat(second.getException()).isNull();
        assertThat(second.getMessage().getBody(CallParticipant.class).onHold()).isTrue();
        assertThat(service.requests()).hasSize(2);
    }
}
