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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.acscall.camel.CallOperationUnsecuredException;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.route.SeveralNodes.Node;
import io.acscall.camel.spi.WaitClaim;
import io.acscall.simulator.AcsSimulator;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static io.acscall.camel.route.Marks.ORPHANED;
import static io.acscall.camel.route.Marks.isOrphan;
import static io.acscall.camel.route.Marks.isQuiet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Events for nodes that are gone, silent or cut off: of all nodes one goes on. */
class NodesThatAreGoneTest extends NodesTest {

    private static final Duration SHORT = Duration.ofMillis(500);
    private static final String ANN = "+16045550100";

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
}
