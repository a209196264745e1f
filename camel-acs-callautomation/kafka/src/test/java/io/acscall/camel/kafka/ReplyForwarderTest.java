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
package io.acscall.camel.kafka;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.EventKind;
import io.acscall.camel.kafka.broker.KafkaBroker;
import io.acscall.camel.spi.ReplyReceiver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Nodes reach each other through a topic. */
class ReplyForwarderTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private static KafkaBroker broker;
    private static Topics topics;

    private final String topic = "replies-" + UUID.randomUUID();
    private final Queue<KafkaReplyForwarder> started = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void startBroker() throws Exception {
        broker = KafkaBroker.start();
        topics = new Topics(broker.brokers());
    }

    @AfterAll
    static void stopBroker() {
        topics.close();
        broker.close();
    }

    @AfterEach
    void stopForwarders() {
        started.forEach(KafkaReplyForwarder::stop);
    }

    private KafkaReplyForwarder forwarder() {
        KafkaReplyForwarder forwarder = new KafkaReplyForwarder();
        forwarder.setBrokers(broker.brokers());
        forwarder.setTopic(topic);
        forwarder.setPartitions(4);
        return forwarder;
    }

    private KafkaReplyForwarder node(String instance, ReplyReceiver receiver) throws Exception {
        return start(forwarder(), instance, receiver);
    }

    private KafkaReplyForwarder start(KafkaReplyForwarder forwarder, String instance, ReplyReceiver receiver)
            throws Exception {
        forwarder.start(instance, receiver);
        started.add(forwarder);
        return forwarder;
    }

    private static CompletionStage<Boolean> says(boolean answer) {
        return CompletableFuture.completedFuture(answer);
    }

    private static ReplyReceiver deaf() {
        return event -> CompletableFuture.failedFuture(new AssertionError("Nothing is for this one: " + event));
    }

    private static CallEvent event(String id) {
        return new CallEvent(
                id, "Microsoft.Communication.PlayCompleted", "calling/callConnections/call-1", null,
                OffsetDateTime.parse("2026-03-01T10:00:00Z"), "call-1", "server-1", "correlation-1", "acs1.wait.token/ü",
                null, Map.of("callConnectionId", "call-1", "serverCallId", "server-1", "correlationId", "correlation-1",
                        "operationContext", "acs1.wait.token/ü"),
                EventKind.CALLBACK);
    }

    private static boolean answer(CompletionStage<Boolean> answer) throws Exception {
        return answer.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    @Test
    void anEventReachesItsIncarnationAsItCameAndTheAnswerComesBack() throws Exception {
        Queue<CallEvent> received = new ConcurrentLinkedQueue<>();
        node("owner", event -> {
            received.add(event);
            return says(event.id().equals("waited-for"));
        });
        KafkaReplyForwarder sender = node("sender", deaf());

        assertThat(answer(sender.forward("owner", event("waited-for")))).isTrue();
        assertThat(answer(sender.forward("owner", event("other")))).isFalse();
        assertThat(received).containsExactly(event("waited-for"), event("other"));
    }

    @Test
    void eventsArriveInTheOrderInWhichTheyWereForwarded() throws Exception {
        Queue<String> received = new ConcurrentLinkedQueue<>();
        node("owner", event -> {
            received.add(event.id());
            return says(true);
        });
        KafkaReplyForwarder sender = node("sender", deaf());

        List<String> ids = IntStream.range(0, 500).mapToObj(number -> "e" + number).toList();
        List<CompletionStage<Boolean>> answers = ids.stream().map(id -> sender.forward("owner", event(id))).toList();
        for (CompletionStage<Boolean> answer : answers) {
            assertThat(answer(answer)).isTrue();
        }
        assertThat(received).containsExactlyElementsOf(ids);
    }

    @Test
    void anIncarnationThatNobodyKnowsNeverAnswersAndIsForgotten() throws Exception {
        KafkaReplyForwarder impatient = forwarder();
        impatient.setAnswerTimeout(Duration.ofSeconds(1));
        start(impatient, "sender", deaf());

        assertThatThrownBy(() -> answer(impatient.forward("gone", event("e1")))).isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void aReceiverThatCannotSayAnswersNothing() throws Exception {
        Queue<String> received = new ConcurrentLinkedQueue<>();
        node("owner", event -> {
            received.add(event.id());
            return CompletableFuture.failedFuture(new IllegalStateException("on purpose"));
        });
        KafkaReplyForwarder sender = node("sender", deaf());

        CompletableFuture<Boolean> answer = sender.forward("owner", event("e1")).toCompletableFuture();
        await().atMost(LONG).until(() -> received.size() == 1);
        await().during(Duration.ofMillis(500)).atMost(LONG).until(() -> !answer.isDone());
    }

    @Test
    void incarnationsThatShareAPartitionLeaveWhatIsForOthersAlone() throws Exception {
        KafkaReplyForwarder one = forwarder();
        one.setPartitions(1);
        start(one, "one", event -> says(event.id().equals("for-one")));
        KafkaReplyForwarder two = node("two", event -> says(event.id().equals("for-two")));
        assertThat(topics.partitions(topic)).isOne();

        assertThat(answer(two.forward("one", event("for-one")))).isTrue();
        assertThat(answer(one.forward("two", event("for-two")))).isTrue();
        assertThat(answer(one.forward("one", event("for-one")))).isTrue();
    }

    @Test
    void whatWasSaidBeforeTheStartIsForNobody() throws Exception {
        KafkaReplyForwarder sender = node("sender", deaf());
        CompletableFuture<Boolean> early = sender.forward("late", event("early")).toCompletableFuture();
        // behind it in the same partition, so it has been written when this is answered
        String neighbour = "neighbour";
        for (int number = 0; !samePartition("late", neighbour); number++) {
            neighbour = "neighbour" + number;
        }
        node(neighbour, event -> says(true));
        assertThat(answer(sender.forward(neighbour, event("e1")))).isTrue();

        Queue<String> received = new ConcurrentLinkedQueue<>();
        node("late", event -> {
            received.add(event.id());
            return says(true);
        });
        assertThat(answer(sender.forward("late", event("on-time")))).isTrue();
        assertThat(received).containsExactly("on-time");
        assertThat(early).isNotDone();
    }

    private static boolean samePartition(String one, String other) {
        ReplyTopic four = new ReplyTopic("any", 4);
        return four.partitionOf(one).equals(four.partitionOf(other));
    }

    @Test
    void tooManyEventsWithoutAnAnswerAreRefused() throws Exception {
        KafkaReplyForwarder small = forwarder();
        small.setMaxPending(3);
        start(small, "sender", deaf());
        List<CompletionStage<Boolean>> taken
                = IntStream.range(0, 3).mapToObj(number -> small.forward("gone", event("e" + number))).toList();

        assertThatThrownBy(() -> answer(small.forward("gone", event("too-many"))))
                .hasCauseInstanceOf(RejectedExecutionException.class).hasMessageContaining("maxPending=3");
        assertThat(taken).allSatisfy(answer -> assertThat(answer.toCompletableFuture()).isNotDone());
    }

    @Test
    void aStoppedOneFailsWhatIsOpenAndCanBeStartedAgain() throws Exception {
        KafkaReplyForwarder sender = node("sender", deaf());
        CompletionStage<Boolean> open = sender.forward("gone", event("e1"));
        sender.stop();
        sender.stop();
        assertThatThrownBy(() -> answer(open)).hasCauseInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> answer(sender.forward("gone", event("e2")))).hasMessageContaining("not started");

        sender.start("again", event -> says(true));
        assertThat(answer(sender.forward("again", event("e3")))).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> sender.start("twice", deaf()));
    }

    /** Its message may be on the way to Kafka just then. */
    @RepeatedTest(10)
    void whatIsOpenFailsBecauseTheForwarderHasStoppedHoweverFarItHasCome() throws Exception {
        KafkaReplyForwarder sender = node("sender", deaf());
        CompletionStage<Boolean> open = sender.forward("gone", event("e1"));
        sender.stop();

        assertThatThrownBy(() -> answer(open)).hasCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has stopped");
    }

    @Test
    void aTopicIsMadeOnlyWhereThatIsWanted() {
        KafkaReplyForwarder careful = forwarder();
        careful.setCreateTopic(false);

        assertThatIllegalStateException().isThrownBy(() -> careful.start("sender", deaf()))
                .withMessageContaining(topic).withMessageContaining("createTopic=true");
    }

    @Test
    void withoutBrokersItDoesNotStart() {
        assertThatIllegalArgumentException().isThrownBy(() -> new KafkaReplyForwarder().start("sender", deaf()))
                .withMessageContaining("brokers");
    }

    @Test
    void severalMakeTheTopicAtOnce() throws Exception {
        List<CompletableFuture<Void>> starts = IntStream.range(0, 4)
                .mapToObj(number -> CompletableFuture.runAsync(() -> startQuietly("node" + number))).toList();
        for (CompletableFuture<Void> start : starts) {
            start.get(60, TimeUnit.SECONDS);
        }
        assertThat(topics.partitions(topic)).isEqualTo(4);
        for (KafkaReplyForwarder one : started) {
            for (int number = 0; number < 4; number++) {
                assertThat(answer(one.forward("node" + number, event("e1")))).isTrue();
            }
        }
    }

    private void startQuietly(String instance) {
        try {
            node(instance, event -> says(true));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
