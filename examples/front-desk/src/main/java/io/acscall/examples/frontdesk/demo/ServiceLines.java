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
package io.acscall.examples.frontdesk.demo;

import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.timeline.EntryKind;
import io.acscall.simulator.timeline.TimelineEntry;

/** What the simulator saw, as lines for people. */
final class ServiceLines {

    /** A request is told by its name, with what is worth knowing of its body. */
    private static final Map<String, String> WORTH_KNOWING = Map.of(
            "createCall", "/targets/0/phoneNumber/value",
            "rejectCall", "/callRejectReason",
            "play", "/playSources/0/text/text");

    private static final Map<EntryKind, String> WHERE = Map.of(
            EntryKind.REQUEST, "app > ACS",
            EntryKind.RESPONSE, "app < ACS",
            EntryKind.CALLBACK, "app < ACS",
            EntryKind.EVENT_GRID, "app < ACS",
            EntryKind.PERSON, "phone",
            EntryKind.NOTE, "ACS");

    private static final Pattern ENDINGS = Pattern.compile("(Disconnected|Failed)$");
    private static final Pattern DIAGNOSTICS = Pattern.compile(" DiagCode: .*");

    private ServiceLines() {
    }

    static void print(TimelineEntry entry, TimelinePrinter printer) {
        printer.add(entry.time(), WHERE.get(entry.kind()), text(entry));
    }

    private static String text(TimelineEntry entry) {
        return switch (entry.kind()) {
            case REQUEST -> "request    " + entry.type() + worthKnowing(entry);
            case RESPONSE -> "response   " + entry.status() + " to " + entry.type();
            case CALLBACK -> "callback   " + entry.type() + result(entry);
            case EVENT_GRID -> "event      " + entry.type();
            case PERSON, NOTE -> entry.detail() == null ? entry.type() : withoutDiagnostics(entry.detail());
        };
    }

    private static String worthKnowing(TimelineEntry entry) {
        String pointer = WORTH_KNOWING.get(entry.type());
        JsonNode value = pointer == null || entry.body() == null ? null : entry.body().at(pointer);
        return value == null || value.isMissingNode() ? "" : ": " + value.asText();
    }

    /** What an event that ends something says about how it ended. */
    private static String result(TimelineEntry entry) {
        JsonNode result = entry.body().at("/0/data/resultInformation");
        if (!result.isObject() || !ENDINGS.matcher(entry.type()).find()) {
            return "";
        }
        return ": %s/%s %s".formatted(result.path("code").asText(), result.path("subCode").asText(),
                withoutDiagnostics(result.path("message").asText()));
    }

    private static String withoutDiagnostics(String text) {
        return DIAGNOSTICS.matcher(text).replaceFirst("");
    }
}
