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
package io.acscall.simulator.token;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

import io.acscall.simulator.id.Ids;

/** The key that all tokens are signed with, and one of somebody else. Keys are made in the background. */
final class KeyRing {

    private final Ids ids;
    private final Executor executor;
    private final AtomicReference<SigningKey> otherKey = new AtomicReference<>();
    private volatile CompletableFuture<SigningKey> key;

    KeyRing(Ids ids, Executor executor) {
        this.ids = ids;
        this.executor = executor;
        this.key = newKey();
    }

    /** The key there is now; waits while the first is being made. */
    SigningKey current() {
        return key.join();
    }

    /** A key of somebody else; made when it is first asked for. */
    SigningKey other() {
        if (otherKey.get() == null) {
            otherKey.compareAndSet(null, SigningKey.generate("other"));
        }
        return otherKey.get();
    }

    CompletableFuture<Void> ready() {
        return key.thenApply(made -> null);
    }

    /** Completes when a new key is in use, with its id. */
    CompletableFuture<String> rotate() {
        CompletableFuture<SigningKey> next = newKey();
        return next.thenApply(made -> {
            key = next;
            return made.keyId();
        });
    }

    private CompletableFuture<SigningKey> newKey() {
        String keyId = ids.uuid();
        return CompletableFuture.supplyAsync(() -> SigningKey.generate(keyId), executor);
    }
}
