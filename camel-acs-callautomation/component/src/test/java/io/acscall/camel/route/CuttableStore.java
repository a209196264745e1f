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
package io.acscall.camel.route;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;

import io.acscall.camel.spi.Attempt;
import io.acscall.camel.spi.Claim;
import io.acscall.camel.spi.ClusterStore;
import io.acscall.camel.spi.OperationStore;
import io.acscall.camel.spi.OperationStoreException;

/** A store that a node can be cut off from, as by a network that breaks. */
final class CuttableStore implements OperationStore {

    private final OperationStore store;
    private volatile boolean cut;

    CuttableStore(OperationStore store) {
        this.store = store;
    }

    void cut(boolean now) {
        cut = now;
    }

    @Override
    public Claim claim(String key, String owner, IntFunction<Attempt> attempts, Duration lease) {
        return store.claim(key, owner, attempts, lease);
    }

    @Override
    public void complete(String key, String owner, String result) {
        store.complete(key, owner, result);
    }

    @Override
    public void release(String key, String owner) {
        store.release(key, owner);
    }

    @Override
    public Optional<ClusterStore> cluster() {
        ClusterStore whole = store.cluster().orElseThrow();
        return Optional.of((ClusterStore) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] { ClusterStore.class }, (proxy, method, args) -> {
                    if (cut) {
                        throw new OperationStoreException("The network is cut", null);
                    }
                    try {
                        return method.invoke(whole, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
