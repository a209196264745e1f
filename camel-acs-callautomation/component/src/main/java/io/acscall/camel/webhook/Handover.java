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
package io.acscall.camel.webhook;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * What became of events that were handed over.
 *
 * @param taken whether they were taken; otherwise the sender shall try again
 * @param done  completes when all that they started is done, or waits for something for the first time: {@code true}
 *              when all went well, {@code false} when something failed
 */
public record Handover(boolean taken, CompletableFuture<Boolean> done) {

    /** Not now. */
    public static final Handover BUSY = new Handover(false, CompletableFuture.completedFuture(false));

    public Handover {
        Objects.requireNonNull(done, "done");
    }
}
