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
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Remembers operations by the key that the user gave them ({@code idempotencyKey}), so that nobody is rung twice
 * whatever repeats: a redelivery, a restart, another node. An operation is claimed before it is sent and completed with
 * its result; who finds it claimed waits for the result.
 *
 * <p>
 * Implementations are thread-safe. Their methods may block, and are never called on a network thread.
 */
public interface OperationStore {

    /**
     * Claims an operation.
     *
     * @param  key                     names the operation: the action and the user's key
     * @param  owner                   names who claims; unique for each invocation
     * @param  attempts                what would be sent, by the number of times that the operation was released
     *                                 before: a try after a known failure acts anew, so it needs ids of its own
     * @param  lease                   how long the claim holds unless it is completed or released
     * @return                         whether the caller may act, and under which ids
     * @throws OperationStoreException when the store can't be reached; nothing may be sent then
     */
    Claim claim(String key, String owner, IntFunction<Attempt> attempts, Duration lease);

    /**
     * The operation is done.
     *
     * @param  key                     as claimed
     * @param  owner                   as claimed; a claim that somebody else has taken over meanwhile is completed all
     *                                 the same, because both acted under the same ids
     * @param  result                  the result as JSON text, given to everybody who asks again
     * @throws OperationStoreException when the store can't be reached
     */
    void complete(String key, String owner, String result);

    /**
     * The operation has certainly not been done: the next claim acts anew, with a number that is one higher. No effect
     * when somebody else holds the claim.
     *
     * @param  key                     as claimed
     * @param  owner                   as claimed
     * @throws OperationStoreException when the store can't be reached
     */
    void release(String key, String owner);

    /**
     * The permits that go with the operations, known to the same nodes. Needed only where
     * {@code maxConcurrentPerCaller} is set.
     *
     * @return empty when this store keeps none
     */
    default Optional<PermitStore> permits() {
        return Optional.empty();
    }

    /**
     * What the nodes know of each other, kept where the operations are. Needed only where {@code replyForwarder} is
     * set.
     *
     * @return empty when this store serves one node only
     */
    default Optional<ClusterStore> cluster() {
        return Optional.empty();
    }
}
