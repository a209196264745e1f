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

import java.time.Duration;

/**
 * An action got no permit. Nothing was sent.
 */
public class PacingException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Reason {
        /** As many wait already as may. */
        TOO_MANY_WAITING,
        /** No call ended in time. */
        TIMED_OUT,
        /** It needs more permits than there will ever be. */
        MORE_THAN_THERE_ARE,
        /** The application stops. */
        STOPPED
    }

    private final Reason reason;

    PacingException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    static PacingException tooManyWaiting(PacingRequest request, PacingSettings settings) {
        return new PacingException(
                Reason.TOO_MANY_WAITING,
                ("acs-call:%s rings nobody: as many calls are up as maxConcurrentPerCaller=%d allows from this number, and %d wait "
                 + "already, which is the limit of the component option 'maxPacedWaiting'. Slow the route down, raise it, for "
                 + "example maxPacedWaiting=%d, or call from more numbers")
                        .formatted(request.action(), settings.limit(), settings.maxWaiting(),
                                Math.max(10, 2L * settings.maxWaiting())));
    }

    static PacingException timedOut(PacingRequest request, PacingSettings settings) {
        Duration timeout = settings.timeout();
        return new PacingException(
                Reason.TIMED_OUT,
                ("acs-call:%s rings nobody: as many calls were up for %d ms as maxConcurrentPerCaller=%d allows from this number. Raise "
                 + "the component option 'pacingTimeout', for example pacingTimeout=10m, or call from more numbers")
                        .formatted(request.action(), timeout.toMillis(), settings.limit()));
    }

    static PacingException moreThanThereAre(PacingRequest request, PacingSettings settings) {
        return new PacingException(
                Reason.MORE_THAN_THERE_ARE,
                ("acs-call:%s rings %d phone numbers at once, more than the component option maxConcurrentPerCaller=%d ever allows "
                 + "from one number. Ring fewer, or raise it where the service allows more, for example maxConcurrentPerCaller=%d")
                        .formatted(request.action(), request.people().size(), settings.limit(), request.people().size()));
    }

    static PacingException stopped(PacingRequest request) {
        return new PacingException(
                Reason.STOPPED, "acs-call:" + request.action() + " rings nobody: the application stops");
    }

    /**
     * {@return why there was no permit}
     */
    public Reason reason() {
        return reason;
    }
}
