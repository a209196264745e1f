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
package io.acscall.camel.cluster;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.acscall.camel.await.EarlyEvents;
import io.acscall.camel.await.ManualTimer;
import io.acscall.camel.await.OpenWait;
import io.acscall.camel.await.OpenWaits;
import io.acscall.camel.await.WaitEnd;
import io.acscall.camel.await.WaitSpec;
import io.acscall.camel.await.WaitTokens;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.spi.ReplyForwarder;
import io.acscall.camel.spi.ReplyReceiver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Two nodes whose time passes when the test says so. */
class ManyNodesTest {

    private static final byte[] KEY = "a key of the tests".getBytes(StandardCharsets.UTF_8);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration LEASE = Duration.ofHours(1);
    private static final Duration SECOND_LOOK = Duration.ofSeconds(1);
    private static final Runnable NOTHING = () -> {
    };

    private final Notebook store = new Notebook();
    private final ManualTimer timer = new ManualTimer();
    private final Map<String, ReplyReceiver> network = new HashMap<>();
    private final List<WaitEnd> ends = new ArrayList<>();
    private final ManyNodes here = node("here");
    private final ManyNodes there = node("there");

    private final class Line implements ReplyForwarder {

        @Override
        public void start(String instance, ReplyReceiver receiver) {
            network.put(instance, receiver);
        }

        @Override
        public CompletionStage<Boolean> forward(String instance, CallEvent event) {
            ReplyReceiver receiver = network.get(instance);
            return receiver == null ? new CompletableFuture<>() : receiver.receive(event);
        }

        @Override
        public void stop() {
            // the network of a test forgets nobody
        }
    }

    private ManyNodes node(String name) {
        WaitTokens tokens = new WaitTokens(name, KEY);
        OpenWaits waits = new OpenWaits(tokens, timer, () -> "w", 10, new EarlyEvents(Duration.ofSeconds(5), 3, timer));
        return new ManyNodes(
                waits, tokens, new Line(), store, new Untokened(List.of(TestEvents.CREATE)),
                new ClusterTies(Runnable::run, timer, timer, () -> "w1"), PATIENCE, LEASE);
    }

    @BeforeEach
    void start() throws Exception {
        here.start();
        there.start();
    }

    private OpenWait creating() {
        return here.open(new WaitSpec("createCall", TestEvents.CREATE, Duration.ofMinutes(1), null), ends::add, null);
    }

    private void answered(OpenWait wait) {
        wait.answered("call", NOTHING);
        here.learned("call", null);
    }

    private Asked there(CallEvent event) {
        assertThat(there.mayConcernOthers(event)).isTrue();
        return there.ask(event, there.offer(event), NOTHING);
    }

    @Test
    void anEventBeforeTheAnswerThatNamesItsCallEndsTheWaitAtTheSecondLook() {
        OpenWait wait = creating();
        CallEvent failed = TestEvents.of("CreateCallFailed", "call", null);

        Asked asked = there(failed);
        assertThat(asked.verdict()).as("consumers do not wait").isCompletedWithValue(Verdict.ORDINARY);
        assertThat(asked.settled()).as("the sender does").isNotDone();
        answered(wait);
        assertThat(ends).isEmpty();
        timer.advance(SECOND_LOOK);

        assertThat(ends).containsExactly(new WaitEnd.Failed(failed));
        assertThat(asked.settled()).isCompletedWithValue(true);
    }

    @Test
    void anEventAfterTheAnswerEndsTheWaitAtOnce() {
        answered(creating());
        CallEvent failed = TestEvents.of("CreateCallFailed", "call", null);

        Asked asked = there(failed);

        assertThat(ends).containsExactly(new WaitEnd.Failed(failed));
        assertThat(asked.verdict()).isCompletedWithValue(Verdict.AWAITED);
        assertThat(asked.settled()).isCompletedWithValue(true);
    }

    @Test
    void aSecondLookThatFindsNobodyIsTheLast() {
        Asked asked = there(TestEvents.of("CreateCallFailed", "call", null));

        timer.advance(SECOND_LOOK);

        assertThat(asked.settled()).isCompletedWithValue(true);
        assertThat(ends).isEmpty();
        assertThat(there.counts().forwarded()).isZero();
    }

    @Test
    void aSecondLookWithoutAStoreAsksForTheEventOnceMore() {
        Asked asked = there(TestEvents.of("CreateCallFailed", "call", null));
        store.lost(true);

        timer.advance(SECOND_LOOK);

        assertThat(asked.settled()).isCompletedWithValue(false);
    }

    @Test
    void anEventThatComesTwiceHasOneAnswer() {
        OpenWait wait = creating();
        CallEvent connected = TestEvents.of("CallConnected", "call", wait.wireContext("mine"));
        answered(wait);

        assertThat(there(connected).verdict()).isCompletedWithValue(Verdict.AWAITED);
        assertThat(there(connected).verdict()).isCompletedWithValue(Verdict.AWAITED);

        assertThat(ends).containsExactly(new WaitEnd.Succeeded(connected));
        assertThat(here.counts().received()).isEqualTo(1);
    }

    @Test
    void anEventOfOneThatIsGoneIsAnOrphanAndItsOwnEndIsTaken() {
        OpenWait wait = creating();
        CallEvent connected = TestEvents.of("CallConnected", "call", wait.wireContext("mine"));
        answered(wait);
        store.expire("here");

        assertThat(there(connected).verdict()).isCompletedWithValue(new Verdict(false, true));
        assertThat(there.counts().orphaned()).isEqualTo(1);

        here.offer(connected);
        assertThat(ends).containsExactly(new WaitEnd.TakenOver());
        assertThat(here.counts().takenOver()).isEqualTo(1);
    }

    @Test
    void oneThatLivesAndDoesNotAnswerLosesItsWait() {
        OpenWait wait = creating();
        CallEvent connected = TestEvents.of("CallConnected", "call", wait.wireContext("mine"));
        answered(wait);
        network.remove("here");

        Asked asked = there(connected);
        assertThat(asked.verdict()).isNotDone();
        timer.advance(PATIENCE);

        assertThat(asked.verdict()).isCompletedWithValue(new Verdict(false, true));
    }

    @Test
    void waitsOfOneThatStopsAreLeftToOthers() {
        OpenWait wait = creating();
        CallEvent connected = TestEvents.of("CallConnected", "call", wait.wireContext("mine"));

        here.shutDown();
        assertThat(ends).containsExactly(new WaitEnd.LeftToOthers());
        here.stop();

        assertThat(there(connected).verdict()).isCompletedWithValue(new Verdict(false, true));
    }
}
