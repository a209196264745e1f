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

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.acscall.camel.await.ManualTimer;
import io.acscall.camel.cluster.Forwarding.Answer;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.spi.ReplyForwarder;
import io.acscall.camel.spi.ReplyReceiver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ForwardingTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final Notebook store = new Notebook();
    private final ManualTimer timer = new ManualTimer();
    private final ClusterCounts counts = new ClusterCounts();
    private final CompletableFuture<Boolean> reply = new CompletableFuture<>();
    private CompletionStage<Boolean> line = reply;

    @BeforeEach
    void there() {
        store.join("there", TIMEOUT);
    }

    private CompletableFuture<Answer> send() {
        Membership membership = new Membership(store, "here", Duration.ofSeconds(15), timer, Runnable::run, timer);
        ReplyForwarder forwarder = new ReplyForwarder() {

            @Override
            public void start(String instance, ReplyReceiver receiver) {
                // nothing comes
            }

            @Override
            public CompletionStage<Boolean> forward(String instance, CallEvent event) {
                if (line == null) {
                    throw new IllegalStateException("The line is down");
                }
                return line;
            }

            @Override
            public void stop() {
                // nothing has begun
            }
        };
        return new Forwarding(forwarder, membership, timer, TIMEOUT, counts)
                .send("there", TestEvents.of("PlayCompleted", "call", null));
    }

    @Test
    void theOtherOneSaysWhetherItHasEndedAWait() {
        CompletableFuture<Answer> answer = send();
        assertThat(answer).isNotDone();

        reply.complete(true);

        assertThat(answer).isCompletedWithValue(Answer.ENDED);
        assertThat(timer.planned()).as("limits that are left").isZero();
        assertThat(counts.forwarded()).isEqualTo(1);
    }

    @Test
    void theOtherOneMayWaitForNoSuchThing() {
        reply.complete(false);

        assertThat(send()).isCompletedWithValue(Answer.NOTHING);
    }

    @Test
    void whoDoesNotAnswerInTimeIsSilentAndStaysSo() {
        CompletableFuture<Answer> answer = send();

        timer.advance(TIMEOUT);
        reply.complete(true);

        assertThat(answer).isCompletedWithValue(Answer.SILENT);
    }

    @Test
    void whoCannotBeReachedIsSilent() {
        reply.completeExceptionally(new IllegalStateException("The line is down"));

        assertThat(send()).isCompletedWithValue(Answer.SILENT);
    }

    @Test
    void aLineThatThrowsIsSilentToo() {
        line = null;

        assertThat(send()).isCompletedWithValue(Answer.SILENT);
        assertThat(timer.planned()).as("limits that are left").isZero();
    }

    @Test
    void whoDoesNotLiveIsNotSentAnything() {
        store.expire("there");

        assertThat(send()).isCompletedWithValue(Answer.GONE);
        assertThat(counts.forwarded()).isZero();
    }
}
