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
 * What the waits of this node made of an event.
 *
 * @param ended   whether it ended one, as far as is known at once
 * @param secured completes when that is certain: {@code false} when others had taken all that it ended. Fails when
 *                nobody could say
 */
public record Offered(boolean ended, CompletableFuture<Boolean> secured) {

    /** It ended nothing. */
    public static final Offered NOTHING = new Offered(false, CompletableFuture.completedFuture(false));
    /** It ended a wait, and that is certain. */
    public static final Offered ENDED = new Offered(true, CompletableFuture.completedFuture(true));
}
