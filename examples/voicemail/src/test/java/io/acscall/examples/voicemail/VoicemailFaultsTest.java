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
package io.acscall.examples.voicemail;

import java.time.Duration;

import io.acscall.examples.voicemail.demo.Caller;
import io.acscall.simulator.fault.CallbackFault;
import io.acscall.simulator.fault.CallbackRule;
import io.acscall.simulator.fault.RestRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same callers while the service repeats, mixes up and refuses; a class of its own runs beside the others. */
class VoicemailFaultsTest extends RunningVoicemail {

    @ParameterizedTest
    @EnumSource
    void everyCallerGetsItThroughTheFaultsOfTheService(Caller caller) throws Exception {
        voicemail.simulator().faults().seed(caller.ordinal())
                .callbacks(CallbackRule.every().sometimes(CallbackFault.TWICE, 0.3).sometimes(CallbackFault.EARLY, 0.3)
                        .sometimes(CallbackFault.OUT_OF_ORDER, 0.3).waitAtMost(Duration.ofMillis(50)))
                .rest(RestRule.every().answers(429).retryAfter(Duration.ofMillis(20)).sometimes(0.2));

        EndOfCall.asItShouldBe(voicemail, caller);
    }
}
