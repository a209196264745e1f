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
package io.acscall.camel.pacing;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import io.acscall.camel.event.CallEvent;
import io.acscall.camel.spi.PermitStore;

/**
 * Lets no more calls to phone numbers be up from one number than the service takes. Who comes first on a node is served
 * first; the limit holds over all nodes that share the store.
 *
 * <p>
 * A permit that is freed here wakes the next one at once; one that another node has freed is found by asking again
 * about once a second, one question for each number that somebody wants to call from.
 */
public final class CallerPacing {

    private final PacingSettings settings;
    private final PacingThreads threads;
    private final PacingCounts counts = new PacingCounts();
    private final HeldPermits permits;
    private final PermitKeeper keeper;
    private final PermitEvents events;
    /** By the number that calls come from; only those that somebody waits for. */
    private final Map<String, CallerLine> lines = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    /**
     * Makes it.
     *
     * @param settings what the options say
     * @param store    counts over all nodes
     * @param look     asks the service whether a call is up
     * @param threads  for what may block, and when
     * @param clock    how old a permit is
     * @param legs     makes a name of a raw id that does not tell who it is, the same on every node
     */
    public CallerPacing(PacingSettings settings, PermitStore store, CallLook look, PacingThreads threads, Clock clock,
                        UnaryOperator<String> legs) {
        this.settings = settings;
        this.threads = threads;
        this.permits = new HeldPermits(store, settings, clock, counts, legs);
        this.keeper = new PermitKeeper(permits, store, settings, look, threads, clock, counts);
        this.events = new PermitEvents(permits, threads);
        permits.onFreed(this::wake);
        permits.onHeld(keeper::start);
        permits.onRunOut(keeper::reclaim);
    }

    /**
     * Asks for the permits of a request. May block on the store, so not for a network thread.
     *
     * @param request what is to be sent
     * @param step    is told, now or later, on any thread
     */
    public void ask(PacingRequest request, PacedStep step) {
        if (request.people().size() > settings.limit()) {
            counts.refuse();
            step.refused(PacingException.moreThanThereAre(request, settings));
            return;
        }
        Waiter waiter = new Waiter(request, step, counts);
        CallerLine asked = lines.compute(request.caller(), (caller, known) -> {
            CallerLine line = known != null ? known : newLine(caller);
            line.add(waiter);
            return line;
        });
        asked.serve();
    }

    private CallerLine newLine(String caller) {
        return new CallerLine(
                permits, settings, threads, counts, () -> stopped,
                empty -> lines.computeIfPresent(caller, (number, line) -> line == empty && line.isEmpty() ? null : line));
    }

    private void wake(String caller) {
        if (caller == null) {
            lines.values().forEach(line -> threads.hand(line::serve));
            return;
        }
        CallerLine line = lines.get(caller);
        if (line != null) {
            threads.hand(line::serve);
        }
    }

    /**
     * An event of a call came in; it may free permits. Returns at once.
     *
     * @param event any event that is not older than one seen before
     */
    public void offer(CallEvent event) {
        events.offer(event);
    }

    /**
     * Nobody may wait any longer: who does is refused. Permits of calls that are up stay taken until their lease ends,
     * and are kept by another node as long as the call is up.
     */
    public void shutDown() {
        stopped = true;
        keeper.stop();
        lines.values().forEach(CallerLine::shutDown);
    }

    /**
     * {@return what pacing does on this node}
     */
    public PacingCounts counts() {
        return counts;
    }
}
