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
package io.acscall.camel.spi;

import java.time.Instant;

/**
 * What became of a claim.
 */
public sealed interface Claim {

    /**
     * The first one: act.
     *
     * @param attempt what was claimed
     */
    record Granted(Attempt attempt) implements Claim {
    }

    /**
     * An earlier claim has run out without a result, so that it is not known whether it acted. The claim is now the
     * caller's, to repeat it under the same ids.
     *
     * @param attempt what the earlier one was sent under
     */
    record TakenOver(Attempt attempt) implements Claim {
    }

    /**
     * Somebody is at it: ask again later.
     *
     * @param attempt what is being sent
     * @param until   when that claim runs out
     */
    record Held(Attempt attempt, Instant until) implements Claim {
    }

    /**
     * It has been done.
     *
     * @param attempt what was sent
     * @param result  the result as JSON text
     */
    record Done(Attempt attempt, String result) implements Claim {
    }
}
