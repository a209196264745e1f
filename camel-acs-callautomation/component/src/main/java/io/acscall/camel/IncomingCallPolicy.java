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
package io.acscall.camel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;

import io.acscall.camel.client.Participant;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.CallEventType;
import io.acscall.camel.webhook.RefusalCounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of incoming calls that no route shall see: those that ring no longer, and those that no consumer takes.
 */
final class IncomingCallPolicy {

    private static final Logger LOG = LoggerFactory.getLogger(IncomingCallPolicy.class);

    private final Duration ringTime;
    private final String rejectReason;
    private final Clock clock;
    private final RefusalCounts counts;
    private final BiConsumer<String, String> reject;

    /**
     * Makes the policy.
     *
     * @param ringTime     how long a call rings; an older one can't be answered any more
     * @param rejectReason how a call that nobody takes is rejected, {@code null} to let it ring
     * @param clock        the time
     * @param counts       counts what was dropped
     * @param reject       rejects a call: its context, the reason
     */
    IncomingCallPolicy(Duration ringTime, String rejectReason, Clock clock, RefusalCounts counts,
                       BiConsumer<String, String> reject) {
        this.ringTime = ringTime;
        this.rejectReason = rejectReason;
        this.clock = clock;
        this.counts = counts;
        this.reject = reject;
    }

    /** Whether the event can still be acted on; always for events that are no incoming call. */
    boolean stillRings(CallEvent event) {
        if (!isIncomingCall(event) || event.time() == null) {
            return true;
        }
        Instant end = event.time().toInstant().plus(ringTime);
        if (Instant.now(clock).isBefore(end)) {
            return true;
        }
        counts.count("incomingCall", "stale");
        LOG.info("Dropped an incoming call of {}: it rang for {} s and can't be answered any more", event.time(),
                ringTime.toSeconds());
        return false;
    }

    /** No consumer takes the event. */
    void nobodyTakes(CallEvent event) {
        if (!isIncomingCall(event)) {
            return;
        }
        counts.count("incomingCall", "unmatched");
        LOG.warn("No route takes the incoming call to {}{}", Optional.ofNullable(IncomingCall.party(event, "to"))
                .map(Participant::toString).orElse("somebody"),
                rejectReason == null ? "" : "; it is rejected (" + rejectReason + ")");
        String context = IncomingCall.text(event, "incomingCallContext");
        if (rejectReason != null && context != null) {
            reject.accept(context, rejectReason);
        }
    }

    private static boolean isIncomingCall(CallEvent event) {
        return CallEventType.INCOMING_CALL.fullName().equals(event.type());
    }
}
