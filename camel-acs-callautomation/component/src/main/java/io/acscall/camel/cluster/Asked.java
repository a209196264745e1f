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

import java.util.concurrent.CompletableFuture;

/**
 * A question to other nodes.
 *
 * @param verdict completes when the consumers may have the event; never fails
 * @param settled completes when nothing more is done with it for others: {@code false} when they could not be asked, so
 *                that the event should come again
 */
public record Asked(CompletableFuture<Verdict> verdict, CompletableFuture<Boolean> settled) {

    /** There was nobody to ask. */
    public static final Asked NOBODY = new Asked(
            CompletableFuture.completedFuture(Verdict.ORDINARY), CompletableFuture.completedFuture(true));
}
