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
package io.acscall.camel.client;

/**
 * One try that ended without an answer; travels inside the pipeline only.
 */
final class TryFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Delivery delivery;
    private final boolean lasting;

    private TryFailure(Throwable cause, Delivery delivery, boolean lasting) {
        super(null, cause, false, false);
        this.delivery = delivery;
        this.lasting = lasting;
    }

    /** The HTTP client failed. */
    static TryFailure onTheWire(Throwable failure) {
        Throwable bare = NetworkFailure.unwrap(failure);
        return new TryFailure(bare, NetworkFailure.deliveryOf(bare), false);
    }

    /** Any failure of a try: what did not come from the wire kept the request from getting there, and does so again. */
    static TryFailure of(Throwable failure) {
        Throwable bare = NetworkFailure.unwrap(failure);
        return bare instanceof TryFailure known ? known : new TryFailure(bare, Delivery.NOT_SENT, true);
    }

    Delivery delivery() {
        return delivery;
    }

    /** Whether another try would end the same way: wrong settings, no token. */
    boolean lasting() {
        return lasting;
    }
}
