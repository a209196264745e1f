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

import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.time.Scheduled;

/**
 * The chance to answer, reject or redirect an incoming call, which can be used once. Guarded by the lock of the call.
 *
 * @param nonce    tells this chance from others of the same call
 * @param to       who was called
 * @param identity the call as an application sees it that answers
 * @param outcome  what is to happen
 * @param ringOut  ends the ringing
 */
record Offer(String nonce, Identifier to, CallIdentity identity, OfferOutcome outcome, Scheduled ringOut) {
}
