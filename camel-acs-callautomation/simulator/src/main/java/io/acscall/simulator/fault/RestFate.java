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
package io.acscall.simulator.fault;

import java.time.Duration;
import java.util.Optional;

/**
 * What happens to one request.
 *
 * @param rule  the rule that strikes; null for none
 * @param early what its answer waits for; null for nothing
 */
public record RestFate(RestRule rule, EarlyOutcome early) {

    /** It is answered as it should be. */
    public static final RestFate GOOD = new RestFate(null, null);

    /** Whether the operation is carried out at all. */
    public boolean acts() {
        return rule == null || rule.afterActing() || rule.failure() == RestFailure.NONE;
    }

    /** How the request fails. */
    public RestFailure failure() {
        return rule == null ? RestFailure.NONE : rule.failure();
    }

    /** How long the operation waits. */
    public Duration delayBefore() {
        return rule == null || rule.afterActing() ? Duration.ZERO : rule.delay();
    }

    /** How long the answer waits once the operation has been carried out. */
    public Duration delayAfter() {
        return rule != null && rule.afterActing() ? rule.delay() : Duration.ZERO;
    }

    /** What its answer waits for. */
    public Optional<EarlyOutcome> earlyOutcome() {
        return Optional.ofNullable(early);
    }

    /** What the timeline calls it; null for nothing. */
    public String label() {
        String early = this.early == null ? null : CallbackFault.EARLY.wireName();
        return rule == null ? early : early == null ? rule.label() : rule.label() + ", " + early;
    }
}
