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
package io.acscall.simulator.operation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.fault.FaultPlan;
import io.acscall.simulator.fault.OutcomeFailure;
import io.acscall.simulator.media.MediaFailure;
import io.acscall.simulator.media.Prompt;

/** Which actions that were taken are to fail later, on purpose. Asking counts. */
public final class ScriptedFailures {

    private final FaultPlan faults;

    public ScriptedFailures(FaultPlan faults) {
        this.faults = faults;
    }

    /** An action that plays nothing. */
    Optional<CallResult> of(String operation) {
        return faults.outcome(operation, List.of()).map(ScriptedFailures::result);
    }

    /**
     * An action with a prompt.
     *
     * @param  prompt null for none
     * @return        null when it does not fail
     */
    MediaFailure of(String operation, Prompt prompt) {
        List<String> words = prompt == null ? List.of() : prompt.words();
        return faults.outcome(operation, words).map(failure -> {
            Duration after = failure.index() == null ? Duration.ZERO : prompt.before(failure.index());
            return new MediaFailure(result(failure), failure.index(), after);
        }).orElse(null);
    }

    private static CallResult result(OutcomeFailure failure) {
        return CallResult.failure(failure.subCode()).orElse(CallResult.UNKNOWN_ERROR);
    }
}
