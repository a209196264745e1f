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

import java.time.Duration;
import java.time.Instant;

import io.acscall.camel.client.Repeatability;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.spi.Attempt;
import io.acscall.camel.spi.Claim;

/**
 * The idempotency key of one exchange passing one action: whether the request is sent, under which ids, and what they
 * get who come with the same key later.
 */
final class StepKey {

    private static final Runnable NOTHING = () -> {
    };
    private static final Duration ASK_AGAIN = Duration.ofMillis(200);
    private static final Duration LEASE_MARGIN = Duration.ofSeconds(30);

    private final AcsCallEndpoint endpoint;
    private final KeyedOperation operation;

    private StepKey(AcsCallEndpoint endpoint, KeyedOperation operation) {
        this.endpoint = endpoint;
        this.operation = operation;
    }

    /** What the step does, as the key says; each returns at once. */
    interface Turn {

        /**
         * The request is sent.
         *
         * @param ids        under which the service knows it
         * @param whenUnsent to be called when it could not be sent
         */
        void send(Repeatability ids, Runnable whenUnsent);

        /**
         * It has been done before: the exchange goes on with what came of it.
         *
         * @param stored the {@linkplain StoredResult result} as it was kept
         */
        void replay(String stored);

        /** It may have been done before, and is not to be sent again. */
        void inDoubt();

        /** The application stops while somebody else has the key. */
        void stopped();

        /** Somebody else has had the key for a while: it is claimed again, on a thread that may block. */
        void again(Runnable claim);
    }

    /**
     * A key that is not claimed yet.
     *
     * @param endpoint the step
     * @param userKey  the user's key
     * @param request  the request with the user's own context
     * @param more     how much longer than its requests the step may take
     */
    static StepKey of(AcsCallEndpoint endpoint, String userKey, ServiceRequest request, Duration more) {
        AcsCallComponent component = endpoint.getComponent();
        AcsCallConfiguration configuration = component.getConfiguration();
        Duration lease = configuration.getRequestTimeout().multipliedBy(configuration.getMaxRetries() + 1L)
                .plus(LEASE_MARGIN).plus(more);
        return new StepKey(
                endpoint, new KeyedOperation(
                        component.operationStore(), endpoint.getOperation().name(), userKey, request,
                        Instant.now(component.clock()), lease));
    }

    /**
     * Claims the key, again and again as long as somebody else has it.
     *
     * @throws io.acscall.camel.action.InvalidInputException when it was used for another request
     */
    void claim(Turn turn) {
        Claim claim = operation.claim();
        if (claim instanceof Claim.Granted granted) {
            // what could not be sent must not hold up who comes next with the same key
            turn.send(ids(granted.attempt()), this::release);
        } else if (claim instanceof Claim.TakenOver takenOver) {
            if (endpoint.getOnInDoubt() == OnInDoubt.fail) {
                turn.inDoubt();
            } else {
                turn.send(ids(takenOver.attempt()), NOTHING);
            }
        } else if (claim instanceof Claim.Done done) {
            turn.replay(done.result());
        } else if (endpoint.getComponent().isEnding()) {
            turn.stopped();
        } else {
            endpoint.getComponent().later(ASK_AGAIN, () -> turn.again(() -> claim(turn)));
        }
    }

    private static Repeatability ids(Attempt attempt) {
        return new Repeatability(attempt.requestId(), attempt.firstSent());
    }

    /** It has been done. */
    void settle(StoredResult result) {
        operation.complete(result.toText());
    }

    /** It has certainly not been done. */
    void release() {
        operation.release();
    }
}
