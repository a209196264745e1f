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

import java.util.concurrent.CompletableFuture;

import io.acscall.simulator.time.Activity;

/** Tells when a delivery to an application is under way. */
public final class WatchedDeliveryClient implements DeliveryClient {

    private final DeliveryClient client;
    private final Activity activity;

    public WatchedDeliveryClient(DeliveryClient client, Activity activity) {
        this.client = client;
        this.activity = activity;
    }

    @Override
    public CompletableFuture<DeliveryResult> send(Delivery delivery) {
        activity.begins();
        return client.send(delivery).whenComplete((result, failure) -> activity.ends());
    }
}
