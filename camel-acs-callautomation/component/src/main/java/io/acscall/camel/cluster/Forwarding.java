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
import java.util.concurrent.RejectedExecutionException;

import io.acscall.camel.await.WaitTimer;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.spi.ReplyForwarder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends an event to one other incarnation, once, and waits for the answer as long as it may take.
 */
final class Forwarding {

    private static final Logger LOG = LoggerFactory.getLogger(Forwarding.class);

    private final ReplyForwarder forwarder;
    private final Membership membership;
    private final WaitTimer timer;
    private final Duration timeout;
    private final ClusterCounts counts;

    /** What is known of the other one then. */
    enum Answer {
        /** It has ended a wait. */
        ENDED,
        /** It waits for no such thing. */
        NOTHING,
        /** It lives, but does not answer or can't be reached. */
        SILENT,
        /** It does not live. */
        GONE
    }

    Forwarding(ReplyForwarder forwarder, Membership membership, WaitTimer timer, Duration timeout, ClusterCounts counts) {
        this.forwarder = forwarder;
        this.membership = membership;
        this.timer = timer;
        this.timeout = timeout;
        this.counts = counts;
    }

    /** Sends it; the answer never fails. */
    CompletableFuture<Answer> send(String instance, CallEvent event) {
        if (!membership.isAlive(instance)) {
            return CompletableFuture.completedFuture(Answer.GONE);
        }
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        try {
            WaitTimer.Planned limit = timer.plan(timeout, () -> answer.complete(Answer.SILENT));
            answer.whenComplete((given, failed) -> limit.cancel());
            counts.countForwarded();
            forwarder.forward(instance, event).whenComplete((ended, failed) -> {
                if (failed != null) {
                    LOG.debug("{} could not be forwarded to {}", event, instance, failed);
                    answer.complete(Answer.SILENT);
                } else {
                    answer.complete(ended ? Answer.ENDED : Answer.NOTHING);
                }
            });
        } catch (RejectedExecutionException e) {
            // this node stops
            answer.complete(Answer.SILENT);
        } catch (RuntimeException e) {
            LOG.warn("{} could not be forwarded to {}", event, instance, e);
            answer.complete(Answer.SILENT);
        }
        return answer;
    }
}
