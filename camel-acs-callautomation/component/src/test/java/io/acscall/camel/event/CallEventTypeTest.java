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
package io.acscall.camel.event;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CallEventTypeTest {

    @Test
    void theCatalogueHoldsExactlyTheTypesOfTheSampleTables() {
        List<String> callbacks = EventTable.callbacks().map(row -> row.get("name").asText()).toList();
        List<String> grid = EventTable.eventGrid().map(row -> row.get("name").asText()).toList();
        assertThat(callbacks).hasSize(38);
        assertThat(names(EventKind.CALLBACK)).containsExactlyElementsOf(callbacks);
        assertThat(names(EventKind.EVENT_GRID)).containsExactlyElementsOf(grid);
    }

    @Test
    void everyTypeIsFoundByEitherNameInAnyCase() {
        for (CallEventType type : CallEventType.values()) {
            assertThat(CallEventType.find(type.shortName().toUpperCase())).contains(type);
            assertThat(CallEventType.find(" " + type.fullName().toLowerCase() + " ")).contains(type);
            assertThat(type.since().isPresent()).isEqualTo(type.kind() == EventKind.CALLBACK);
            assertThat(type.family()).isNotNull();
        }
        assertThat(CallEventType.find("HologramProjected")).isEmpty();
        assertThat(CallEventType.find(null)).isEmpty();
    }

    @Test
    void anUnknownTypeStillHasAShortName() {
        assertThat(CallEventType.shortName("Microsoft.Communication.Tomorrow")).isEqualTo("Tomorrow");
        assertThat(CallEventType.shortName("Microsoft.EventGrid.SubscriptionDeletedEvent"))
                .isEqualTo("Microsoft.EventGrid.SubscriptionDeletedEvent");
    }

    @Test
    void aSelectionTakesShortAndFullNamesInAnyCaseAndTypesOfTomorrow() {
        EventTypeSelection selection = EventTypeSelection.of(
                " callconnected, Microsoft.Communication.PlayFailed ,,Microsoft.Communication.Tomorrow", EventKind.CALLBACK);
        assertThat(selection.isEverything()).isFalse();
        assertThat(selection.matches(event("Microsoft.Communication.CallConnected"))).isTrue();
        assertThat(selection.matches(event("Microsoft.Communication.PlayFailed"))).isTrue();
        assertThat(selection.matches(event("microsoft.communication.tomorrow"))).isTrue();
        assertThat(selection.matches(event("Microsoft.Communication.CallDisconnected"))).isFalse();
    }

    @Test
    void noSelectionIsEverything() {
        for (String option : new String[] { null, "", " , " }) {
            EventTypeSelection all = EventTypeSelection.of(option, EventKind.CALLBACK);
            assertThat(all.isEverything()).isTrue();
            assertThat(all.matches(event("Whatever"))).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({ "CallConected, CallConnected", "playcompletd, PlayCompleted", "CallDisconected, CallDisconnected" })
    void aSlipOfTheFingerIsRefusedWithTheClosestName(String wrong, String right) {
        assertThatIllegalArgumentException().isThrownBy(() -> EventTypeSelection.of(wrong, EventKind.CALLBACK))
                .withMessageContaining("eventTypes").withMessageContaining("'" + wrong + "'")
                .withMessageContaining("did you mean " + right + "?").withMessageContaining("StartRecordingFailed");
    }

    @Test
    void aWordThatIsNoTypeAtAllIsRefusedWithAllNames() {
        assertThatIllegalArgumentException().isThrownBy(() -> EventTypeSelection.of("everything", EventKind.EVENT_GRID))
                .withMessageNotContaining("did you mean").withMessageContaining("CallParticipantAdded")
                .withMessageContaining("eventTypes=CallStarted,CallEnded").withMessageNotContaining("PlayStarted");
    }

    @Test
    void aTypeOfTheOtherRoadIsRefusedWithTheConsumerThatHasIt() {
        assertThatIllegalArgumentException().isThrownBy(() -> EventTypeSelection.of("IncomingCall", EventKind.CALLBACK))
                .withMessageContaining("acs-call:incomingCall");
        assertThatIllegalArgumentException().isThrownBy(() -> EventTypeSelection.of("PlayFailed", EventKind.EVENT_GRID))
                .withMessageContaining("acs-call:events");
    }

    @Test
    void anEndingReadsAsItIsMeant() {
        Ending ending = Ending.on("callConnected").failingOn("CreateCallFailed").disconnect(DisconnectMeaning.FAILURE)
                .withGrace(Duration.ofSeconds(2));
        assertThat(ending.success()).containsExactly("CallConnected");
        assertThat(ending.failure()).containsExactly("CreateCallFailed");
        assertThat(ending.disconnect()).isEqualTo(DisconnectMeaning.FAILURE);
        assertThat(ending.grace()).hasSeconds(2);
        assertThat(ending.byCall()).isFalse();
        assertThat(ending.isNone()).isFalse();
        assertThat(Ending.on("PlayCompleted").matchedByCall().byCall()).isTrue();
    }

    @Test
    void aHangUpEndsByTheCallAndSomeOperationsByNothing() {
        assertThat(Ending.onDisconnect().isNone()).isFalse();
        assertThat(Ending.onDisconnect().byCall()).isTrue();
        assertThat(Ending.onDisconnect().disconnect()).isEqualTo(DisconnectMeaning.SUCCESS);
        assertThat(Ending.none().isNone()).isTrue();
        assertThat(Ending.none().disconnect()).isEqualTo(DisconnectMeaning.INTERRUPTS);
    }

    @Test
    void anEndingRefusesNamesThatNoCallbackHas() {
        assertThatIllegalArgumentException().isThrownBy(() -> Ending.on("CallConected")).withMessageContaining("CallConected");
        assertThatIllegalArgumentException().isThrownBy(() -> Ending.on("IncomingCall"));
        assertThatIllegalArgumentException().isThrownBy(() -> Ending.on("PlayFailed").failingOn("playFailed"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ending.on("PlayFailed").withGrace(Duration.ofMillis(-1)));
    }

    @Test
    void onlyAFailureOfAnInterruptedOperationYieldsToADisconnect() {
        Duration time = Duration.ofMillis(500);
        Ending play = Ending.on("PlayCompleted").failingOn("PlayFailed", "PlayCanceled");

        assertThat(play.yielding()).isEmpty();
        assertThat(play.yieldingToDisconnect(time, "playCanceled").yielding()).containsExactlyEntriesOf(
                Map.of("PlayCanceled", time));
        assertThat(play.yieldingToDisconnect(time, "PlayCanceled").matchedByCall().withGrace(time).yielding()).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> play.yieldingToDisconnect(time, "PlayCompleted"))
                .withMessageContaining("PlayCompleted");
        assertThatIllegalArgumentException().isThrownBy(() -> play.yieldingToDisconnect(Duration.ZERO, "PlayCanceled"));
    }

    private static List<String> names(EventKind kind) {
        return Arrays.stream(CallEventType.values()).filter(type -> type.kind() == kind).map(CallEventType::shortName).toList();
    }

    private static CallEvent event(String type) {
        return new CallEvent("1", type, "s", null, null, null, null, null, null, null, null, EventKind.CALLBACK);
    }
}
