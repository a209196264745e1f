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
package io.acscall.simulator.callback;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Does what a load balancer in front of an application does: deliveries to one address go to its nodes in turn. A node
 * that can't be connected to is passed over; whatever a node answers is the answer, and a request that broke off is not
 * sent again, because the node may have acted.
 */
public final class SpreadingDeliveryClient implements DeliveryClient {

    private final DeliveryClient client;
    private final List<Turns> spreads = new CopyOnWriteArrayList<>();

    public SpreadingDeliveryClient(DeliveryClient client) {
        this.client = client;
    }

    /** Spreads what goes to a base over its nodes from now on; replaces what was said about the same base. */
    public synchronized void spread(Spread spread) {
        unspread(spread.base());
        spreads.add(new Turns(spread, new AtomicInteger()));
    }

    /** Has what goes to a base go there again. */
    public synchronized void unspread(URI base) {
        URI trimmed = Spread.trimmed(base);
        spreads.removeIf(turns -> turns.spread.base().equals(trimmed));
    }

    /** What is spread now. */
    public List<Spread> spreads() {
        return spreads.stream().map(Turns::spread).toList();
    }

    @Override
    public CompletableFuture<DeliveryResult> send(Delivery delivery) {
        for (Turns turns : spreads) {
            Optional<String> rest = turns.spread.rest(delivery.target());
            if (rest.isPresent()) {
                return send(delivery, turns.spread.nodes(), turns.next(), rest.get(), 1);
            }
        }
        return client.send(delivery);
    }

    private CompletableFuture<DeliveryResult> send(Delivery delivery, List<URI> nodes, int turn, String rest, int attempt) {
        URI target = URI.create(nodes.get(Math.floorMod(turn, nodes.size())) + rest);
        return client.send(new Delivery(delivery.method(), target, delivery.headers(), delivery.body()))
                .thenCompose(result -> result.unreached() && attempt < nodes.size()
                        ? send(delivery, nodes, turn + 1, rest, attempt + 1) : CompletableFuture.completedFuture(result));
    }

    /** A spread, and how far its turns have come. */
    private record Turns(Spread spread, AtomicInteger count) {

        int next() {
            return count.getAndIncrement();
        }
    }
}
