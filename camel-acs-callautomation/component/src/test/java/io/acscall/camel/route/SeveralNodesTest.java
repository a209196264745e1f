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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.acscall.camel.CallDisconnectedException;
import io.acscall.camel.CallOperationUnsecuredException;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.route.SeveralNodes.Node;
import io.acscall.camel.spi.WaitClaim;
import io.acscall.camel.store.MemoryOperationStore;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Events that come to a node whose exchanges do not wait for them. */
class SeveralNodesTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final String ANN = "+16045550100";
    private static final String PLAY
            = "acs-call:play?awaitEvent=true&file=https://media.example.com/hello.wav&callConnectionId=";
    private static final String AWAITED = "CamelAcsCallAwaited";
    private static final String ORPHANED = "CamelAcsCallOrphaned";

    private SeveralNodes nodes;

    @BeforeEach
    void start(AcsSimulator simulator) throws Exception {
        nodes = new SeveralNodes(simulator);
    }

    @AfterEach
    void stop() {
        nodes.close();
    }

    private static Exchange done(CompletableFuture<Exchange> exchange) throws Exception {
        return exchange.get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    private static void isOrdinary(Message message) {
        assertThat(message.getHeaders()).doesNotContainKeys(AWAITED, ORPHANED);
    }

    private static void isOrphan(Message message) {
        assertThat(message.getHeaders()).containsEntry(ORPHANED, true).doesNotContainKey(AWAITED);
    }

    private static void isAwaited(Message message) {
        assertThat(message.getHeaders()).containsEntry(AWAITED, true).doesNotContainKey(ORPHANED);
    }

    /** The exchange has ended without a word. */
    private static void isQuiet(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.isRouteStop()).isTrue();
    }

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
    void anEventOfANodeThatIsGoneIsAnOrphanAndItsExchangeEndsQuietlyShouldItComeBack(AcsSimulator simulator) throws Exception {
        Node owner = nodes.node(SHORT);
        Node other = nodes.node(SHORT);
        String call = nodes.callOf(owner, other, ANN);
        CompletableFuture<Exchange> playing = owner.begins(PLAY + call, Map.of());
        CallEvent played = nodes.event("PlayCompleted");
        owner.isCutOff(true);
        nodes.untilGone(owner);

        assertThat(other.handles(played).getException()).isNull();

        isOrphan(other.consumed(played));
        assertThat(playing).isNotDone();
        owner.isCutOff(false);
        owner.handles(played);
        isQuiet(done(playing));
        assertThat(simulator.timeline().requests("hangUp")).isEmpty();
    }

    @Test
    void anEventWhoseOwnerIsSilentIsAnOrphanAfterTheTimeOut() throws Exception {
        Node owner = nodes.node(SHORT);
        Node other = nodes.node(SHORT);
        String call = nodes.callOf(owner, other, ANN);
        CompletableFuture<Exchange> playing = owner.begins(PLAY + call + "&awaitTimeout=5s", Map.of());
        CallEvent played = nodes.event("PlayCompleted");
        owner.line().deaf(true);

        other.handles(played);

        isOrphan(other.consumed(played));
        // its own time-out comes too late
        isQuiet(done(playing));
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
        assertThat(nodes.store().owners(call)).as("the call is over").isEmpty();
    }

    @Test
    void theEndOfACallWhoseOwnerIsGoneIsAnOrphan() throws Exception {
        Node owner = nodes.node(SHORT);
        Node other = nodes.node(SHORT);
        String call = nodes.callOf(owner, other, ANN);
        done(owner.begins(PLAY + call + "&awaitTimeout=10ms", Map.of()));
        owner.isCutOff(true);
        nodes.untilGone(owner);

        other.handles(Callbacks.event("CallDisconnected", call, null));

        isOrphan(other.consumed().get(other.consumed().size() - 1));
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
    void aNodeThatStopsLeavesItsWaitsToOthers(AcsSimulator simulator) throws Exception {
        Node owner = nodes.node(SHORT);
        Node other = nodes.node(SHORT);
        String call = nodes.callOf(owner, other, ANN);
        CompletableFuture<Exchange> playing = owner.begins(
                "acs-call:recognize?awaitEvent=true&inputType=dtmf&maxTones=1&initialSilenceTimeout=2s&callConnectionId="
                                                           + call,
                Map.of("CamelAcsCallRemoteParty", ANN));
        simulator.awaitRequest("recognize", SOON);

        owner.app().close();

        isQuiet(done(playing));
        CallEvent failed = nodes.event("RecognizeFailed");
        other.handles(failed);
        isOrphan(other.consumed(failed));
        assertThat(simulator.timeline().requests("hangUp")).isEmpty();
    }

    @Test
    void anEventThatANodeHadBegunIsHandledByTheNextOnceThatNodeIsGone() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        Node slow = nodes.node(SHORT, route -> route.from("acs-call:events").routeId("events").process(exchange -> {
            begun.countDown();
            open.await(60, TimeUnit.SECONDS);
        }));
        Node other = nodes.node(SHORT);
        String event = Callbacks.event("PlayCompleted", "a-call", "mine");
        CompletableFuture<Exchange> handling = slow.takes(event);
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        assertThat(other.handles(event).getException()).hasMessageContaining("try again later");
        slow.isCutOff(true);
        nodes.untilGone(slow);
        assertThat(other.handles(event).getException()).isNull();

        assertThat(other.consumed()).hasSize(1);
        slow.isCutOff(false);
        open.countDown();
        done(handling);
        assertThat(other.handles(event).getException()).as("it has been handled").isNull();
        assertThat(other.consumed()).hasSize(1);
    }

    @Test
    void anEndThatCannotBeSecuredFailsTheExchange() throws Exception {
        Node owner = nodes.node(SHORT);
        String call = nodes.callOf(owner, owner, ANN);
        CompletableFuture<Exchange> playing = owner.begins(PLAY + call + "&awaitTimeout=1s", Map.of());
        await().atMost(SOON).until(() -> nodes.event("PlayCompleted") != null);
        owner.store().cut(true);

        assertThat(done(playing).getException()).isInstanceOf(CallOperationUnsecuredException.class)
                .hasCauseInstanceOf(io.acscall.camel.spi.OperationStoreException.class);
        owner.store().cut(false);
    }

    /** The answer of the owner comes about when the other one gives up waiting for it. */
    @Test
    void whoeverIsFasterExactlyOneGoesOn() throws Exception {
        Node owner = nodes.node(Duration.ofMillis(60));
        Node other = nodes.node(Duration.ofMillis(60));
        String call = nodes.callOf(owner, other, ANN);
        int stolen = 0;
        int rounds = 30;
        for (int round = 0; round < rounds; round++) {
            CompletableFuture<Exchange> playing = owner.begins(PLAY + call + "&awaitTimeout=20s", Map.of());
            CallEvent played = nodes.event("PlayCompleted", round);
            owner.line().delay(50 + round % 15);
            other.handles(played);
            boolean orphan = other.consumed(played).getHeader(ORPHANED, false, Boolean.class);
            if (orphan) {
                stolen++;
                // the forwarded event reaches it all the same
                isQuiet(done(playing));
            } else {
                Conversation.event(done(playing), "PlayCompleted");
            }
            owner.line().delay(0);
        }
        assertThat(stolen).isBetween(1, rounds);
    }

    @Test
    void aKnownNameOfAWaitIsClaimedByOneOnly() throws Exception {
        Node one = nodes.node(SHORT);
        Node two = nodes.node(SHORT);

        assertThat(nodes.store().claimWait(one.instance(), "w", two.instance())).isEqualTo(WaitClaim.CLAIMED);
        assertThat(nodes.store().claimWait(one.instance(), "w", one.instance())).isEqualTo(WaitClaim.TAKEN);
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
