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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import io.acscall.camel.await.WaitToken;
import io.acscall.camel.cluster.Forwarding.Answer;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.spi.WaitClaim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who waits for one event? Asks the node that its context names, and everybody who waits in its call where the event
 * names nobody; claims the wait of a node that is gone or silent.
 */
final class Question {

    private static final Logger LOG = LoggerFactory.getLogger(Question.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    /** As long as an answer of the service, which names a call, may be later than the first events of the call. */
    private static final Duration EARLY = Duration.ofSeconds(1);

    private final OtherNodes nodes;
    private final CallEvent event;
    /** The wait that the event names, {@code null} where it names none of another node. */
    private final WaitToken token;
    private final Set<String> subjects;
    private final Offered here;
    private final Runnable sent;
    private final long deadline;
    private final Asked asked = new Asked(new CompletableFuture<>(), new CompletableFuture<>());

    Question(OtherNodes nodes, CallEvent event, WaitToken token, Set<String> subjects, Offered here, Runnable sent) {
        this.nodes = nodes;
        this.event = event;
        this.token = token;
        this.subjects = subjects;
        this.here = here;
        this.sent = sent;
        this.deadline = nodes.nanoTime() + nodes.patience().toNanos();
    }

    Asked ask() {
        attempt(this::sendAll, sent, FIRST_PAUSE);
        return asked;
    }

    /** Tries again for a while; the consumers must have the event in the end, and the sender bring it once more. */
    private void attempt(Runnable step, Runnable givenUp, Duration pause) {
        try {
            step.run();
        } catch (RuntimeException e) {
            if (deadline - nodes.nanoTime() > pause.toNanos()
                    && nodes.later(pause, () -> attempt(step, givenUp, pause.multipliedBy(2)))) {
                return;
            }
            LOG.warn("It can't be found out who waits for {}: {}", event, e.getMessage());
            givenUp.run();
            here.secured().exceptionally(failed -> true).thenAccept(ended -> asked.verdict().complete(Verdict.of(ended)));
            asked.settled().complete(false);
        }
    }

    private void sendAll() {
        Set<String> known = owners();
        Set<String> others = new LinkedHashSet<>(known);
        others.remove(nodes.instance());
        if (token != null) {
            others.remove(token.instance());
            nodes.membership().isAlive(token.instance());
        }
        others.forEach(nodes.membership()::isAlive);
        // from here on nothing asks the store
        CompletableFuture<Answer> named = token == null ? null : nodes.forwarding().send(token.instance(), event);
        Map<String, CompletableFuture<Answer>> answers = new LinkedHashMap<>();
        others.forEach(other -> answers.put(other, nodes.forwarding().send(other, event)));
        sent.run();
        List<CompletableFuture<?>> all = new ArrayList<>(answers.values());
        if (named != null) {
            all.add(named);
        }
        all.add(here.secured().exceptionally(failed -> true));
        boolean nobody = token == null && known.isEmpty() && !here.ended();
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).thenRun(() -> {
            Map<String, Answer> said = new LinkedHashMap<>();
            answers.forEach((other, answer) -> said.put(other, answer.join()));
            answered(named == null ? null : named.join(), said, nobody, !known.isEmpty());
        });
    }

    private Set<String> owners() {
        Set<String> owners = new LinkedHashSet<>();
        subjects.forEach(subject -> owners.addAll(nodes.store().owners(subject)));
        return owners;
    }

    private void answered(Answer named, Map<String, Answer> others, boolean nobody, boolean owned) {
        boolean awaited = here.secured().exceptionally(failed -> true).join() || named == Answer.ENDED
                || others.containsValue(Answer.ENDED);
        boolean claims = named == Answer.GONE || named == Answer.SILENT;
        boolean silent = others.containsValue(Answer.SILENT);
        if (claims || silent) {
            Runnable step = () -> attempt(() -> judged(claims, others, awaited), () -> {
            }, FIRST_PAUSE);
            if (!nodes.execute(step)) {
                decided(Verdict.of(awaited), false);
            }
        } else {
            decided(new Verdict(awaited, others.containsValue(Answer.GONE) && !awaited), !nobody || !lookAgainLater());
        }
        if (owned && Untokened.endsCall(event) && !silent && named != Answer.SILENT) {
            nodes.execute(this::disown);
        }
    }

    /** Of those who did not answer some may be gone, though they seemed to live a moment ago. */
    private void judged(boolean claims, Map<String, Answer> others, boolean awaited) {
        boolean goneOwner = others.entrySet().stream().anyMatch(other -> other.getValue() == Answer.GONE
                || other.getValue() == Answer.SILENT && !nodes.store().isAlive(other.getKey()));
        WaitClaim claim = claims ? nodes.membership().takeOver(token.instance(), token.waitId()) : WaitClaim.TAKEN;
        boolean orphaned = claim == WaitClaim.CLAIMED || !awaited && (claim == WaitClaim.LEFT || goneOwner);
        decided(new Verdict(awaited, orphaned), true);
    }

    private void decided(Verdict verdict, boolean settled) {
        if (verdict.orphaned()) {
            nodes.counts().countOrphaned();
            LOG.info("{} is an orphan: whose wait it would have ended is gone or does not answer", event);
        }
        asked.verdict().complete(verdict);
        if (settled) {
            asked.settled().complete(true);
        }
    }

    /** Somebody may learn in a moment that this is its call. The consumers do not wait for that. */
    private boolean lookAgainLater() {
        return nodes.mayBeEarly(event) && nodes.later(EARLY, () -> {
            try {
                Set<String> others = owners();
                others.remove(nodes.instance());
                CompletableFuture.allOf(others.stream().map(other -> nodes.forwarding().send(other, event))
                        .toArray(CompletableFuture[]::new)).thenRun(() -> asked.settled().complete(true));
            } catch (RuntimeException e) {
                LOG.warn("It can't be found out who waits for {}: {}", event, e.getMessage());
                asked.settled().complete(false);
            }
        });
    }

    private void disown() {
        try {
            nodes.store().disown(event.callConnectionId());
        } catch (RuntimeException e) {
            // purged some day
            LOG.debug("The end of a call can't be noted", e);
        }
    }
}
