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

import java.time.Instant;

/**
 * A permit that this node renews.
 */
final class HeldPermit {

    private final String holder;
    private final String pool;
    private final String rawId;
    private final Instant since;
    private volatile String call;
    private volatile String invitation;
    private volatile boolean joined;

    /**
     * @param pool  whose limit it counts against; {@code null} when it came from another node
     * @param rawId who is called; {@code null} when that is not known here, or the end of the call is all that counts
     * @param call  {@code null} as long as it is not known
     */
    HeldPermit(String holder, String pool, String rawId, String call, Instant since) {
        this.holder = holder;
        this.pool = pool;
        this.rawId = rawId;
        this.call = call;
        this.since = since;
    }

    String holder() {
        return holder;
    }

    String pool() {
        return pool;
    }

    String rawId() {
        return rawId;
    }

    Instant since() {
        return since;
    }

    String call() {
        return call;
    }

    void answered(String itsCall, String itsInvitation) {
        call = itsCall;
        invitation = itsInvitation;
    }

    boolean isInvitedBy(String id) {
        return id != null && id.equals(invitation);
    }

    /** Whether who was in the call is there no more. */
    boolean hasLeft(boolean present) {
        joined |= present;
        return joined && !present;
    }
}
