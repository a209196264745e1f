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

import java.util.List;

import io.acscall.camel.event.Ending;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UntokenedTest {

    private final Untokened untokened = new Untokened(
            List.of(
                    TestEvents.CREATE, Ending.on("PlayCompleted").failingOn("PlayFailed"), Ending.onDisconnect(),
                    Ending.on("ParticipantsUpdated").failingOn("HoldFailed").matchedByState(),
                    Ending.on("RecordingStateChanged").failingOn("StartRecordingFailed").matchedByRecording()));

    @Test
    void theEndOfACallConcernsEverybodyInItWhateverItsContext() {
        assertThat(untokened.subjects(TestEvents.of("CallDisconnected", "call", "mine"))).containsExactly("call");
        assertThat(untokened.subjects(TestEvents.of("CallDisconnected", "call", null))).containsExactly("call");
    }

    @Test
    void theMakingOfACallConcernsEverybodyInItOnlyWithoutAContext() {
        assertThat(untokened.subjects(TestEvents.of("CreateCallFailed", "call", null))).containsExactly("call");
        assertThat(untokened.subjects(TestEvents.of("CreateCallFailed", "call", "mine"))).isEmpty();
    }

    @Test
    void whatGoesByItsContextConcernsNobodyElse() {
        assertThat(untokened.subjects(TestEvents.of("PlayCompleted", "call", null))).isEmpty();
    }

    @Test
    void ofWhatIsSeenInACallOnlyTheSightConcernsEverybody() {
        assertThat(untokened.subjects(TestEvents.of("ParticipantsUpdated", "call", null))).containsExactly("call");
        assertThat(untokened.subjects(TestEvents.of("HoldFailed", "call", null))).isEmpty();
    }

    @Test
    void aRecordingConcernsWhoStartedIt() {
        assertThat(untokened.subjects(TestEvents.ofRecording("RecordingStateChanged", "recording")))
                .containsExactly("recording");
    }

    @Test
    void onlyTheMakingOfCallsAndRecordingsMayBeEarly() {
        assertThat(untokened.mayBeEarly(TestEvents.of("CreateCallFailed", "call", null))).isTrue();
        assertThat(untokened.mayBeEarly(TestEvents.ofRecording("RecordingStateChanged", "recording"))).isTrue();
        assertThat(untokened.mayBeEarly(TestEvents.of("CreateCallFailed", "call", "mine"))).isFalse();
        assertThat(untokened.mayBeEarly(TestEvents.of("ParticipantsUpdated", "call", null))).isFalse();
    }

    @Test
    void onlyADisconnectEndsACall() {
        assertThat(Untokened.endsCall(TestEvents.of("CallDisconnected", "call", null))).isTrue();
        assertThat(Untokened.endsCall(TestEvents.of("CallDisconnected", null, null))).isFalse();
        assertThat(Untokened.endsCall(TestEvents.of("CreateCallFailed", "call", null))).isFalse();
    }
}
