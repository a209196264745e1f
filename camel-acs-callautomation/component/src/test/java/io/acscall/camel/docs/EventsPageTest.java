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
package io.acscall.camel.docs;

import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.acscall.camel.action.CallAction;
import io.acscall.camel.event.CallEventType;
import io.acscall.camel.event.EventKind;
import io.acscall.simulator.fixtures.Fixtures;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EventsPageTest {

    private static final DocsPage PAGE = DocsPage.named("events.md");

    @Test
    void tableHoldsEveryTypeOfTheCatalogue() throws Exception {
        assertThat(PAGE.regenerated(Map.of("events", table(notes()), "samples", samples())))
                .as("docs/events.md is made of the code: run this test with -Dacs-call.docs.update=true")
                .isEqualTo(PAGE.text());
    }

    private static JsonNode notes() throws Exception {
        try (InputStream file = EventsPageTest.class.getResourceAsStream("/docs/events.json")) {
            return new ObjectMapper().readTree(file);
        }
    }

    private static String table(JsonNode notes) {
        StringBuilder table = new StringBuilder("| type | when | ends | fields of its own | since |\n|---|---|---|---|---|\n");
        for (CallEventType type : CallEventType.values()) {
            JsonNode note = notes.path(type.shortName());
            assertThat(note.isObject()).as("a note on " + type.shortName()).isTrue();
            table.append("| `").append(type.shortName()).append("` | ").append(note.path("when").asText()).append(" | ")
                    .append(actions(type)).append(" | ").append(note.path("fields").asText()).append(" | ")
                    .append(type.kind() == EventKind.EVENT_GRID ? "Event Grid" : type.since().orElse("")).append(" |\n");
        }
        return table.toString();
    }

    /** The payload of one sample of each type, from the table of samples that all tests share. */
    private static String samples() {
        StringBuilder samples = new StringBuilder();
        Set<String> seen = new HashSet<>();
        Stream.concat(Fixtures.callbackEvents().stream(), Fixtures.eventGridEvents().stream())
                .filter(fixture -> CallEventType.find(fixture.type()).isPresent() && seen.add(fixture.type()))
                .forEach(fixture -> samples.append("### ").append(fixture.type()).append("\n\n```json\n")
                        .append(fixture.event().path("data").toPrettyString()).append("\n```\n\n"));
        assertThat(seen).hasSize(CallEventType.values().length);
        return samples.toString();
    }

    private static String actions(CallEventType type) {
        TreeSet<String> names = new TreeSet<>();
        for (CallAction action : ActionTables.actions()) {
            if (action.ending().success().contains(type.shortName()) || action.ending().failure().contains(type.shortName())) {
                names.add(action.name());
            }
        }
        return Arrays.toString(names.toArray()).replaceAll("[\\[\\]]", "");
    }
}
