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
package io.acscall.camel.spi;

import java.time.Duration;
import java.util.Set;

/**
 * What the nodes of one application know of each other: which incarnations live, who ends which wait, who waits in
 * which call, and who has handled which event. Needed only where the component option {@code replyForwarder} is set.
 *
 * <p>
 * An incarnation lives as long as its lease has not run out. One whose lease has run out is gone for good as far as its
 * waits go: others may have acted for it meanwhile.
 *
 * <p>
 * Implementations are thread-safe. Their methods may block, and are never called on a network thread. All throw an
 * {@link OperationStoreException} when the store can't be reached.
 */
public interface ClusterStore {

    /**
     * An incarnation begins to live.
     *
     * @param instance names it; letters and digits, another one for each start
     * @param lease    how long it lives unless it renews
     */
    void join(String instance, Duration lease);

    /**
     * It lives for another lease from now on.
     *
     * @param  instance as it joined
     * @param  lease    as in {@link #join}
     * @return          {@code false} when it had run out, or left; it does not live again then. Who wants to go on
     *                  joins anew, with what it waited for before lost to others
     */
    boolean renew(String instance, Duration lease);

    /**
     * An incarnation ends. No effect when it is not known.
     *
     * @param instance as it joined
     */
    void leave(String instance);

    /**
     * Whether an incarnation lives.
     *
     * @param instance names it
     */
    boolean isAlive(String instance);

    /**
     * Claims the end of a wait, so that only one acts for it, whatever reaches whom. Of all that ask, exactly one is
     * told {@link WaitClaim#CLAIMED}. Nothing has to be written before: the first who asks has it. A claimant that does
     * not live gets nothing that it does not have: it is told {@link WaitClaim#TAKEN}.
     *
     * @param instance the incarnation that waits
     * @param waitId   the wait
     * @param claimant who asks; an incarnation, may be {@code instance} itself
     */
    WaitClaim claimWait(String instance, String waitId, String claimant);

    /**
     * An incarnation has waits in a call or recording, so that events of it without the name of a wait may be meant for
     * it.
     *
     * @param subject  the {@code callConnectionId} or {@code recordingId}
     * @param instance the incarnation; one that is known for the subject already has no effect
     */
    void own(String subject, String instance);

    /**
     * Who has waits in a call or recording, or had.
     *
     * @param  subject as in {@link #own}
     * @return         incarnations, also those that are gone; never {@code null}
     */
    Set<String> owners(String subject);

    /**
     * The call or recording is over: nobody waits in it any more.
     *
     * @param subject as in {@link #own}
     */
    void disown(String subject);

    /**
     * Claims an event for a consumer.
     *
     * @param key      names consumer and event
     * @param claimant the incarnation that would handle it
     */
    EventClaim claimEvent(String key, String claimant);

    /**
     * The event is handled: from now on it is a {@link EventClaim#DUPLICATE}.
     *
     * @param key      as claimed
     * @param claimant as claimed; no effect when somebody else has it now
     */
    void finishEvent(String key, String claimant);

    /**
     * The event is not handled and shall come again. No effect on one that is finished, or that somebody else has.
     *
     * @param key      as claimed
     * @param claimant as claimed
     */
    void releaseEvent(String key, String claimant);

    /**
     * Deletes what is older. An event that comes again later than that is no duplicate any more, and a wait that lasts
     * longer has lost its claim; so keep it longer than anything can be redelivered and than the longest call.
     *
     * @param  olderThan                how long ago at least; not negative
     * @return                          how many rows were deleted
     * @throws IllegalArgumentException when {@code olderThan} is negative
     */
    int purge(Duration olderThan);
}
