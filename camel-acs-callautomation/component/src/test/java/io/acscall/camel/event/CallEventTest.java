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

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

class CallEventTest {

    @Test
    void theContextIsReplacedAndRemovedInThePayloadTooInItsPlace() {
        CallEvent event = event("acs1.secret", new LinkedHashMap<>(Map.of("operationContext", "acs1.secret")));

        CallEvent mine = event.withOperationContext("mine");
        assertThat(mine.operationContext()).isEqualTo("mine");
        assertThat(mine.data()).containsEntry("operationContext", "mine");

        CallEvent none = event.withOperationContext(null);
        assertThat(none.operationContext()).isNull();
        assertThat(none.data()).doesNotContainKey("operationContext");
        assertThat(event.operationContext()).as("the first stays as it was").isEqualTo("acs1.secret");
    }

    @Test
    void theOrderOfThePayloadStays() {
        Map<String, Object> data = new LinkedHashMap<>();
        for (String name : List.of("z", "operationContext", "a", "m")) {
            data.put(name, name);
        }
        assertThat(event("z", data).withOperationContext("new").data().keySet())
                .containsExactly("z", "operationContext", "a", "m");
    }

    @Test
    void laterChangesOfTheMapThatItWasMadeFromDoNotReachIt() {
        List<Object> tones = new ArrayList<>(List.of("one"));
        Map<String, Object> data = new LinkedHashMap<>(Map.of("tones", tones));
        CallEvent event = event(null, data);
        tones.add("two");
        data.clear();
        assertThat(event.data()).containsEntry("tones", List.of("one"));
    }

    @Test
    void noNumberToneOrSpeechShowsInItsText() {
        CallEvent event = event("ctx", Map.of("speech", "my card is 4711", "rawId", "4:+16045550123"));
        assertThat(event).hasToString("CallEvent[type=Microsoft.Communication.CallConnected, id=e-1, callConnectionId=c-1]");
        assertThat(new ResultInformation(486, 560486, "+16045550123 is busy")).hasToString("486/560486");
    }

    @Test
    void itsJsonIsACloudEventAndFreshEachTime() {
        CallEvent event = event("ctx", Map.of("n", 1));
        ObjectNode json = event.toJson();
        assertThat(json.toString()).isEqualTo(
                "{\"id\":\"e-1\",\"source\":\"calling/callConnections/c-1\",\"type\":\"Microsoft.Communication.CallConnected\","
                                              + "\"subject\":\"s\","
                                              + "\"time\":\"2026-04-02T09:15:05.6980507Z\",\"specversion\":\"1.0\","
                                              + "\"data\":{\"n\":1}}");
        json.removeAll();
        assertThat(event.toJson()).isNotEmpty();
    }

    @Test
    void idTypeSourceAndKindMustBeThere() {
        assertThatNullPointerException().isThrownBy(
                () -> new CallEvent(null, "t", "s", null, null, null, null, null, null, null, null, EventKind.CALLBACK))
                .withMessage("id");
        assertThat(new CallEvent("i", "t", "s", null, null, null, null, null, null, null, null, EventKind.CALLBACK).data())
                .isEmpty();
    }

    private static CallEvent event(String context, Map<String, Object> data) {
        return new CallEvent(
                "e-1", "Microsoft.Communication.CallConnected", "calling/callConnections/c-1", "s",
                OffsetDateTime.parse("2026-04-02T09:15:05.6980507+00:00"), "c-1", "server", "correlation", context, null, data,
                EventKind.CALLBACK);
    }
}
