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
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import io.acscall.camel.CallDisconnectedException;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.route.SeveralNodes.Node;
import io.acscall.camel.store.MemoryOperationStore;
import io.acscall.simulator.AcsSimulator;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static io.acscall.camel.route.Marks.isAwaited;
import static io.acscall.camel.route.Marks.isOrdinary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Events that come to a node whose exchanges do not wait for them. */
class SeveralNodesTest extends NodesTest {

    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final String ANN = "+16045550100";

    @Test
    void anExchangeGoesOnByAnEventThatAnotherNodeGot() throws Exception {
        Node owner = nodes.node(PATIENT);
        Node other = nodes.node(PATIENT);
        String call = nodes.callOf(owner, other, ANN);
        CompletableFuture<Exchange> playing = owner.begins(PLAY + call, Map.of());
        CallEvent played = nodes.event("PlayCompleted");

        assertThat(other.handles(played).getException()).isNull();

        Conversation.event(done(playing), "PlayCompleted");
        isAwaited(other.consumed(played));
        isAwaited(other.consumed(nodes.event("CallConnected")));
        assertThat(owner.consumed()).isEmpty();
        assertThat(other.handles(played).getException()).as("a duplicate").isNull();
        assertThat(other.consumed()).hasSize(2);
    }

    @Test
    void anEventThatComesToItsOwnerIsHandledThere() throws Exception {
        Node owner = nodes.node(PATIENT);
        nodes.node(PATIENT);
        String call = nodes.callOf(owner, owner, ANN);
        int sent = nodes.replies().sent();
        CompletableFuture<Exchange> playing = owner.begins(PLAY + call, Map.of());
        CallEvent played = nodes.event("PlayCompleted");

        owner.handles(played);

        Conversation.event(done(playing), "PlayCompleted");
        isAwaited(owner.consumed(played));
        assertThat(nodes.replies().sent()).isEqualTo(sent);
    }

    @Test
    void whatNobodyWaitsForIsAnOrdinaryEvent() throws Exception {
        Node owner = nodes.node(PATIENT);
        Node other = nodes.node(PATIENT);
        String call = nodes.callOf(owner, other, ANN);
        CompletableFuture<Exchange> playing = owner.begins(PLAY + call + "&awaitTimeout=10ms", Map.of());
        assertThat(done(playing).getException()).isNotNull();
        CallEvent played = nodes.event("PlayCompleted");

        other.handles(played);

        isOrdinary(other.consumed(played));
    }

    @Test
    void theEndOfACallWithoutAContextReachesEverybodyWhoWaitsInIt(AcsSimulator simulator) throws Exception {
        Node one = nodes.node(PATIENT);
        Node two = nodes.node(PATIENT);
        Node three = nodes.node(PATIENT);
        String call = nodes.callOf(one, three, ANN);
        String recognize
                = "acs-call:recognize?awaitEvent=true&inputType=dtmf&maxTones=1&initialSilenceTimeout=60s&callConnectionId=";
        CompletableFuture<Exchange> first = one.begins(recognize + call, Map.of("CamelAcsCallRemoteParty", ANN));
        simulator.awaitRequest("recognize", SOON);
        CompletableFuture<Exchange> second
                = two.begins("acs-call:hangUp?awaitEvent=true&callConnectionId=" + call, Map.of());
        nodes.event("CallDisconnected");
        String end = Callbacks.event("CallDisconnected", call, null);

        assertThat(three.handles(end).getException()).isNull();

        Conversation.event(done(second), "CallDisconnected");
        assertThat(done(first).getException()).isInstanceOf(CallDisconnectedException.class);
        isAwaited(three.consumed().get(three.consumed().size() - 1));
        await("the call is over").atMost(SOON).untilAsserted(() -> assertThat(nodes.store().owners(call)).isEmpty());
    }

    @Test
    void holdIsSeenOnAnotherNode() throws Exception {
        Node owner = nodes.node(PATIENT);
        Node other = nodes.node(PATIENT);
        String call = nodes.callOf(owner, other, ANN);
        CompletableFuture<Exchange> holding
                = owner.begins("acs-call:hold?awaitEvent=true&callConnectionId=" + call,
                        Map.of("CamelAcsCallRemoteParty", ANN));
        await().atMost(SOON).until(() -> {
            nodes.events().stream().filter(event -> "ParticipantsUpdated".equals(event.shortType()))
                    .forEach(event -> assertThat(other.handles(event).getException()).isNull());
            return holding.isDone();
        });

        assertThat(done(holding).getException()).isNull();
    }

    @Test
    void aRecordingIsReportedToTheNodeThatStartedIt() throws Exception {
        Node owner = nodes.node(PATIENT);
        Node other = nodes.node(PATIENT);
        String call = nodes.callOf(owner, other, ANN);
        CompletableFuture<Exchange> starting
                = owner.begins("acs-call:startRecording?awaitEvent=true&callConnectionId=" + call, Map.of());

        assertThat(other.handles(nodes.event("RecordingStateChanged", 0)).getException()).as("inactive").isNull();
        assertThat(other.handles(nodes.event("RecordingStateChanged", 1)).getException()).as("active").isNull();

        Conversation.event(done(starting), "RecordingStateChanged");
    }

    @Test
    void theOrderOfACallStaysWhileOneOfItsEventsIsForwarded() throws Exception {
        Node owner = nodes.node(Duration.ofSeconds(2));
        Node other = nodes.node(Duration.ofSeconds(2));
        String call = nodes.callOf(owner, other, ANN);
        owner.begins(PLAY + call, Map.of());
        CallEvent played = nodes.event("PlayCompleted");
        owner.line().deaf(true);

        int sent = nodes.replies().sent();
        CompletableFuture<Exchange> first = other.takes(played);
        await().atMost(SOON).until(() -> nodes.replies().sent() > sent);
        CompletableFuture<Exchange> second = other.takes(Callbacks.event("PlayStarted", call, "mine"));

        assertThat(done(first).getException()).isNull();
        assertThat(done(second).getException()).isNull();
        assertThat(other.consumed().stream().map(one -> one.getHeader("CamelAcsCallEventType")))
                .containsExactly("CallConnected", "PlayCompleted", "PlayStarted");
    }

    @Test
    void whatIsRelayedIsTheEventOfTheWireAndEndsNothing() throws Exception {
        Node owner = nodes.node(PATIENT);
        Node other = nodes.node(PATIENT);
        String call = nodes.callOf(owner, other, ANN);
        owner.begins(PLAY + call, Map.of("CamelAcsCallOperationContext", "mine"));

        Exchange relayed = nodes.relayed("PlayCompleted", 0);

        assertThat(relayed.getMessage().getBody(CallEvent.class).operationContext()).startsWith("acs").endsWith(".mine");
        assertThat(relayed.getMessage().getHeader("CamelAcsCallOperationContext")).isEqualTo("mine");
        isOrdinary(relayed.getMessage());
    }

    @Test
    void aForwarderWithoutACommonStoreIsRefused(AcsSimulator simulator) {
        assertThatThrownBy(() -> CallApp.run(simulator, configuration -> {
            configuration.setReplyForwarder(nodes.replies().line());
            configuration.setOperationStore(new MemoryOperationStore(10));
        }, route -> route.from("direct:" + UUID.randomUUID()).to("acs-call:hangUp"))).rootCause()
                .hasMessageContaining("'replyForwarder'").hasMessageContaining("JdbcOperationStore");
    }
}
