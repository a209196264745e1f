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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;

/** Those who wait for certain events of a lane to be delivered. */
final class Outlook {

    private record Watch(long after, Predicate<JsonNode> wanted, CompletableFuture<Void> seen) {
    }

    private final List<Watch> watches = new ArrayList<>();

    /** Waits for an event whose number is higher; whoever has no patience any more completes the future. */
    CompletableFuture<Void> watch(long after, Predicate<JsonNode> wanted) {
        Watch watch = new Watch(after, wanted, new CompletableFuture<>());
        synchronized (this) {
            watches.add(watch);
        }
        watch.seen().whenComplete((done, failure) -> remove(watch));
        return watch.seen();
    }

    private synchronized void remove(Watch watch) {
        watches.remove(watch);
    }

    /** A parcel was sent and answered; not to be called under a lock, because others go on from here. */
    void delivered(Parcel parcel) {
        List<Watch> happy = new ArrayList<>();
        synchronized (this) {
            for (Watch watch : watches) {
                for (JsonNode event : parcel.body()) {
                    if (parcel.number() > watch.after() && watch.wanted().test(event)) {
                        happy.add(watch);
                        break;
                    }
                }
            }
        }
        happy.forEach(watch -> watch.seen().complete(null));
    }
}
