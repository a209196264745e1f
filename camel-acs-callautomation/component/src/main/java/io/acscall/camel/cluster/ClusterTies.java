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
package io.acscall.camel.cluster;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.acscall.camel.await.WaitTimer;

/**
 * What a node of several needs of its surroundings.
 *
 * @param executor asks the store, which may block; refuses nothing before the application stops
 * @param timer    ends waits for others in time
 * @param nanoTime the clock, as {@link System#nanoTime()}
 * @param ids      makes ids of waits: letters and digits
 */
public record ClusterTies(Executor executor, WaitTimer timer, LongSupplier nanoTime, Supplier<String> ids) {

    public ClusterTies {
        Objects.requireNonNull(executor, "executor");
        Objects.requireNonNull(timer, "timer");
        Objects.requireNonNull(nanoTime, "nanoTime");
        Objects.requireNonNull(ids, "ids");
    }
}
