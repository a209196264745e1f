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
package io.acscall.simulator.call;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

import io.acscall.simulator.callback.CallbackSender;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.id.Ids;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.recording.Recording;
import io.acscall.simulator.stream.LegStreams;

/**
 * All calls there are, up to a limit, and a short memory of those that have ended. Its own lock is the innermost: it is
 * never held while a call's lock is taken.
 */
public final class Calls {

    private final Ids ids;
    private final Clock clock;
    private final CallbackSender sender;
    private final CallLimits limits;
    private final BiFunction<Call, AppLeg, LegStreams> streams;
    private final Map<String, Call> live = new LinkedHashMap<>();
    private final Map<String, Call> byConnection = new LinkedHashMap<>();
    private final Map<String, CallSnapshot> ended = new LinkedHashMap<>();

    /**
     * @param streams makes the streams that an application has of a call
     */
    public Calls(Ids ids, Clock clock, CallbackSender sender, CallLimits limits,
                 BiFunction<Call, AppLeg, LegStreams> streams) {
        this.ids = ids;
        this.clock = clock;
        this.sender = sender;
        this.limits = limits;
        this.streams = streams;
    }

    /**
     * Makes a call without people or applications.
     *
     * @throws ServiceFault 429/8530 when there are too many calls at once
     */
    public Call open(Direction direction, Identifier from) {
        return open(direction, from, Place.NONE);
    }

    /**
     * Makes a call without people or applications in a place.
     *
     * @throws ServiceFault 429/8530 when there are too many calls at once
     */
    Call open(Direction direction, Identifier from, Place place) {
        String id = ids.uuid();
        CallIdentity identity = new CallIdentity(id, ids.serverCallId(), ids.uuid(), direction, from, clock.instant(), place);
        Call call = new Call(identity, sender.lane(id));
        synchronized (this) {
            if (live.size() >= limits.maxCalls()) {
                throw ServiceFault.of(429, "8530", "Too many calls at once: " + limits.maxCalls() + ".");
            }
            live.put(id, call);
        }
        return call;
    }

    /** Adds an application to a call; under the lock of the call. */
    AppLeg connect(Call call, LegSetup setup, LegOrigin origin, CallIdentity identity) {
        AppLeg leg = new AppLeg(ids.uuid(), setup, origin, identity);
        leg.streams(streams.apply(call, leg));
        call.add(leg);
        synchronized (this) {
            byConnection.put(leg.callConnectionId(), call);
        }
        return leg;
    }

    /** Takes an application out of a call, whose connection is unknown from now on; under the lock of the call. */
    void disconnect(Call call, AppLeg leg) {
        leg.state(LegState.DISCONNECTED);
        call.remove(leg);
        synchronized (this) {
            byConnection.remove(leg.callConnectionId());
        }
    }

    /** Remembers that a call is over; under the lock of the call. */
    void close(Call call, String reason) {
        CallSnapshot last = CallSnapshot.of(call, clock.instant(), reason);
        synchronized (this) {
            if (live.remove(call.identity().id()) != null) {
                ended.put(last.callId(), last);
            }
            forgetOld();
        }
    }

    /** The call that an application is in, by its connection id. */
    public synchronized Optional<Call> byConnection(String callConnectionId) {
        return Optional.ofNullable(byConnection.get(callConnectionId));
    }

    /** A call that has not ended, by its id or by the connection id of an application that is in it. */
    public synchronized Optional<Call> live(String id) {
        return Optional.ofNullable(live.get(id)).or(() -> byConnection(id));
    }

    /** The first call that has not ended and is known by what is asked for. */
    synchronized Optional<Call> live(Predicate<CallIdentity> wanted) {
        return live.values().stream().filter(call -> wanted.test(call.identity())).findFirst();
    }

    /** All calls that have not ended, oldest first. */
    public synchronized List<Call> live() {
        return new ArrayList<>(live.values());
    }

    /** What calls look like now: those that ended lately, then those that live, each oldest first. */
    public List<CallSnapshot> snapshots() {
        List<CallSnapshot> all = new ArrayList<>();
        List<Call> now;
        synchronized (this) {
            forgetOld();
            all.addAll(ended.values());
            now = live();
        }
        now.forEach(call -> picture(call).ifPresent(all::add));
        return all;
    }

    /** What one call looks like now, or looked like when it ended if that was not long ago. */
    public Optional<CallSnapshot> snapshot(String id) {
        Optional<Call> call = live(id);
        return call.isPresent() ? picture(call.get()) : lastPicture(id);
    }

    /** A call may end while we wait for it. */
    private Optional<CallSnapshot> picture(Call call) {
        return call.locked(() -> call.ended()
                ? lastPicture(call.identity().id()) : Optional.of(CallSnapshot.of(call, null, null)));
    }

    private synchronized Optional<CallSnapshot> lastPicture(String id) {
        forgetOld();
        return Optional.ofNullable(ended.get(id));
    }

    /** Forgets all calls without a word to anybody. */
    public void clear() {
        for (Call call : live()) {
            call.locked(() -> silence(call));
        }
        synchronized (this) {
            ended.clear();
        }
    }

    private void silence(Call call) {
        call.recording().ifPresent(Recording::forget);
        call.phase(CallPhase.ENDED);
        call.withdrawOffers();
        call.parties().forEach(Party::stopRinging);
        call.legs().forEach(leg -> {
            leg.media().cancelAll();
            leg.streams().end();
            disconnect(call, leg);
        });
        close(call, "reset");
    }

    private void forgetOld() {
        Duration kept = limits.endedCallsKept();
        Iterator<CallSnapshot> oldest = ended.values().iterator();
        while (oldest.hasNext()) {
            CallSnapshot snapshot = oldest.next();
            if (ended.size() <= limits.endedCalls() && snapshot.endedAt().plus(kept).isAfter(clock.instant())) {
                return;
            }
            oldest.remove();
        }
    }
}
