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
import java.util.Optional;
import java.util.function.Consumer;

import io.acscall.camel.await.OpenWait;
import io.acscall.camel.await.OpenWaits;
import io.acscall.camel.await.WaitEnd;
import io.acscall.camel.await.WaitSpec;
import io.acscall.camel.await.WaitToken;
import io.acscall.camel.await.WaitTokens;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.spi.ClusterStore;
import io.acscall.camel.spi.ReplyForwarder;

/**
 * A node that knows others.
 */
public final class ManyNodes implements Waiting {

    private final WaitTokens tokens;
    private final ReplyForwarder forwarder;
    private final Untokened untokened;
    private final ClusterCounts counts = new ClusterCounts();
    private final Membership membership;
    private final OwnedSubjects owned;
    private final SecuredWaits secured;
    private final OtherNodes others;
    private volatile boolean ending;

    /**
     * Makes a node that is not there for others yet.
     *
     * @param waits     the waits of this node
     * @param tokens    names this incarnation, and reads the names of others
     * @param forwarder takes events to others
     * @param store     what nodes know of each other
     * @param untokened which events name nobody
     * @param ties      threads and time
     * @param timeout   how long others may take to answer, and the store in all
     * @param lease     how long this one counts as alive
     */
    public ManyNodes(OpenWaits waits, WaitTokens tokens, ReplyForwarder forwarder, ClusterStore store, Untokened untokened,
                     ClusterTies ties, Duration timeout, Duration lease) {
        this.tokens = tokens;
        this.forwarder = forwarder;
        this.untokened = untokened;
        this.membership
                = new Membership(store, tokens.instance(), lease, ties.timer(), ties.executor(), ties.nanoTime());
        this.owned = new OwnedSubjects(store, tokens.instance());
        this.secured = new SecuredWaits(waits, membership, counts, ties, timeout);
        this.others = new OtherNodes(
                tokens.instance(), store, membership, new Forwarding(forwarder, membership, ties.timer(), timeout, counts),
                untokened, counts, ties, timeout);
    }

    /**
     * Lets others reach this node.
     *
     * @throws Exception when they can't, or the store can't be reached
     */
    public void start() throws Exception {
        ending = false;
        forwarder.start(tokens.instance(), new ForwardedReplies(secured, owned, counts, () -> ending));
        try {
            membership.join();
        } catch (RuntimeException e) {
            forwarder.stop();
            throw e;
        }
    }

    /** Is there for nobody any more. */
    public void stop() {
        membership.leave();
        forwarder.stop();
    }

    /** {@return how often what happened between this node and others} */
    public ClusterCounts counts() {
        return counts;
    }

    @Override
    public OpenWait open(WaitSpec spec, Consumer<WaitEnd> onEnd, String knownId) {
        // before the request is sent, so that others know it when the first event comes
        owned.own(spec.callConnectionId());
        owned.own(spec.recordingId());
        return secured.open(spec, onEnd, knownId);
    }

    @Override
    public void learned(String callConnectionId, String recordingId) {
        owned.ownLate(callConnectionId);
        owned.ownLate(recordingId);
    }

    @Override
    public Offered offer(CallEvent event) {
        if (Untokened.endsCall(event)) {
            owned.forget(event.callConnectionId());
        }
        return secured.offer(event);
    }

    @Override
    public boolean mayConcernOthers(CallEvent event) {
        return foreign(event).isPresent() || !untokened.subjects(event).isEmpty();
    }

    private Optional<WaitToken> foreign(CallEvent event) {
        return tokens.read(event.operationContext())
                .filter(token -> !token.waitId().isEmpty() && !token.instance().equals(tokens.instance()));
    }

    @Override
    public Asked ask(CallEvent event, Offered here, Runnable sent) {
        return new Question(others, event, foreign(event).orElse(null), untokened.subjects(event), here, sent).ask();
    }

    @Override
    public void shutDown() {
        ending = true;
        secured.shutDown();
    }
}
