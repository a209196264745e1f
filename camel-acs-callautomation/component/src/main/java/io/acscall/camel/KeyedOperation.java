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

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.camel.action.InvalidInputException;
import io.acscall.camel.client.ServiceRequest;
import io.acscall.camel.spi.Attempt;
import io.acscall.camel.spi.Claim;
import io.acscall.camel.spi.OperationStore;

/**
 * An operation that the user has given a key, so that it happens once however often it is asked for: its claim in the
 * {@link OperationStore} and the ids that follow from the key and the request.
 */
final class KeyedOperation {

    private static final long VERSION_MASK = 0xffffffffffff0fffL;
    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT_MASK = 0x3fffffffffffffffL;
    private static final long VARIANT_2 = 0x8000000000000000L;

    private final OperationStore store;
    private final String action;
    private final String key;
    private final String owner;
    private final String requestHash;
    private final Instant now;
    private final Duration lease;

    /**
     * An operation that is not claimed yet.
     *
     * @param store   remembers it
     * @param action  the name of the action
     * @param userKey the user's key
     * @param request the request with the user's own context
     * @param now     the time
     * @param lease   how long a claim holds
     */
    KeyedOperation(OperationStore store, String action, String userKey, ServiceRequest request, Instant now, Duration lease) {
        this.store = store;
        this.action = action;
        this.key = action + "/" + userKey;
        this.owner = UUID.randomUUID().toString();
        this.requestHash = Sha256.text(request.method() + " " + request.path() + "\n" + usersPart(request.body()));
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
        this.lease = lease;
    }

    /** Where events go is a matter of the node, not of what the user asked for. */
    private static ObjectNode usersPart(ObjectNode body) {
        return body == null ? null : body.deepCopy().without(List.of("callbackUri", "recordingStateCallbackUri"));
    }

    /**
     * Claims it.
     *
     * @throws InvalidInputException when the key was used for another request
     */
    Claim claim() {
        Claim claim = store.claim(key, owner, generation -> new Attempt(requestId(generation), now, requestHash), lease);
        if (!attempt(claim).requestHash().equals(requestHash)) {
            throw new InvalidInputException(
                    "idempotencyKey",
                    ("acs-call:%s: the value of option 'idempotencyKey' was used for another request before. One key means one request, "
                     + "for example idempotencyKey=reminder-4711-2026-11-22").formatted(action));
        }
        return claim;
    }

    private static Attempt attempt(Claim claim) {
        if (claim instanceof Claim.Granted granted) {
            return granted.attempt();
        }
        if (claim instanceof Claim.TakenOver takenOver) {
            return takenOver.attempt();
        }
        return claim instanceof Claim.Held held ? held.attempt() : ((Claim.Done) claim).attempt();
    }

    void complete(String result) {
        store.complete(key, owner, result);
    }

    /** It has certainly not been done. */
    void release() {
        store.release(key, owner);
    }

    /** The same key, action and request give the same id on every node, also where the memory of the store was lost. */
    private UUID requestId(int generation) {
        ByteBuffer bytes = ByteBuffer.wrap(Sha256.bytes(key + "\n" + requestHash + "\n" + generation));
        long most = bytes.getLong() & VERSION_MASK | VERSION_4;
        long least = bytes.getLong() & VARIANT_MASK | VARIANT_2;
        return new UUID(most, least);
    }
}
