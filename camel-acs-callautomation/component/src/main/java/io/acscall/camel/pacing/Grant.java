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

import java.util.List;

/**
 * The permits of one request. Its methods may block, and never fail; the last word counts.
 */
public final class Grant {

    private final String id;
    private final HeldPermits permits;
    private final List<HeldPermit> each;

    Grant(String id, HeldPermits permits, List<HeldPermit> each) {
        this.id = id;
        this.permits = permits;
        this.each = List.copyOf(each);
    }

    /**
     * {@return the id of the request that they were granted for}
     */
    public String id() {
        return id;
    }

    /**
     * The service has taken the request: from now on the call, or the person in it, is what the permits stand for.
     *
     * @param call       the {@code callConnectionId}
     * @param invitation the {@code invitationId} of who was added, {@code null} for a new call
     */
    public void answered(String call, String invitation) {
        each.forEach(permit -> permits.answered(permit, call, invitation));
    }

    /** Nobody was rung, or nobody is on the line any more: others may have them. */
    public void failed() {
        each.forEach(permits::free);
    }

    /** It is unknown whether somebody was rung: they hold until their lease ends, or the same request comes again. */
    public void inDoubt() {
        each.forEach(permits::letGo);
    }
}
