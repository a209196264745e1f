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

/**
 * Counts the calls that are up from one phone number over all nodes of an application, for the component option {@code
 * maxConcurrentPerCaller}. A permit is a lease: its owner renews it while the call is up, so that a node that dies does
 * not hold it for ever.
 *
 * <p>
 * Implementations are thread-safe and remember no more than {@code limit} permits of a pool. Their methods may block,
 * and are never called on a network thread.
 */
public interface PermitStore {

    /**
     * Takes a permit. A permit whose lease has run out before its call was known makes room by itself; one whose call
     * is known does not. Who asks again under the same holder keeps the permit it has, with a new lease.
     *
     * @param  permit                  which one
     * @param  limit                   how many of its pool there are; at least 1
     * @param  lease                   how long it holds unless it is renewed or freed
     * @return                         whether the caller has it
     * @throws OperationStoreException when the store can't be reached; nothing may be sent then
     */
    PermitClaim take(Permit permit, int limit, Duration lease);

    /**
     * The call is now known that a permit stands for.
     *
     * @param  holder                  of the permit
     * @param  call                    its {@code callConnectionId}
     * @return                         {@code false} when there is no such permit any more
     * @throws OperationStoreException when the store can't be reached
     */
    boolean bind(String holder, String call);

    /**
     * Makes a permit hold for another lease from now on, also when it has run out and nobody has taken its place.
     *
     * @param  holder                  of the permit
     * @param  lease                   as in {@link #take}
     * @return                         {@code false} when there is no such permit any more
     * @throws OperationStoreException when the store can't be reached
     */
    boolean renew(String holder, Duration lease);

    /**
     * Frees a permit, whoever took it.
     *
     * @param  holder                  of the permit
     * @return                         {@code false} when there is no such permit any more
     * @throws OperationStoreException when the store can't be reached
     */
    boolean free(String holder);

    /**
     * Frees all permits of a call.
     *
     * @param  call                    its {@code callConnectionId}
     * @return                         how many there were
     * @throws OperationStoreException when the store can't be reached
     */
    int freeCall(String call);

    /**
     * Frees the permits of one person in a call.
     *
     * @param  call                    its {@code callConnectionId}
     * @param  leg                     as in {@link Permit#leg()}
     * @return                         how many there were
     * @throws OperationStoreException when the store can't be reached
     */
    int freeLeg(String call, String leg);
}
