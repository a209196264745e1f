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

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.acscall.camel.AcsCallOperation;
import io.acscall.camel.action.CallAction;
import io.acscall.camel.action.Option;
import io.acscall.camel.event.Ending;

/**
 * The tables of docs/actions.md, from the table of actions and the generated descriptor.
 */
record ActionTables(ComponentDescriptor descriptor) {

    /** All actions in the order of the table. */
    static List<CallAction> actions() {
        return Arrays.stream(AcsCallOperation.values()).map(AcsCallOperation::action).flatMap(Optional::stream).toList();
    }

    /** The generated parts of the page by name: an overview, and one part for each action. */
    Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("overview", overview());
        actions().forEach(action -> parts.put(action.name(), options(action) + "\n\n" + ending(action)));
        return parts;
    }

    private String overview() {
        StringBuilder table = new StringBuilder("| action | ended by | fails with | acts once |\n|---|---|---|---|\n");
        actions().forEach(action -> table.append("| [`").append(action.name()).append("`](#")
                .append(action.name().toLowerCase(Locale.ROOT))
                .append(") | ").append(events(success(action.ending()))).append(" | ").append(events(action.ending().failure()))
                .append(" | ").append(action.repeatable() ? "yes" : "").append(" |\n"));
        return table.toString();
    }

    private String options(CallAction action) {
        StringBuilder table = new StringBuilder("| option | header | values |\n|---|---|---|\n");
        for (Option<?> option : action.options()) {
            String prefix = descriptor.prefix(option.name());
            table.append("| `").append(prefix.isEmpty() ? option.name() : prefix + "NAME").append("` | `")
                    .append(option.header())
                    .append("` | ").append(values(option)).append(" |\n");
        }
        return table.toString().stripTrailing();
    }

    private String values(Option<?> option) {
        String words = descriptor.words(option.name());
        String value = words.isEmpty() ? "for example `" + option.example().replace("|", "\\|") + "`" : words;
        String otherwise = descriptor.defaultValue(option.name());
        return otherwise.isEmpty() ? value : value + "; default " + otherwise;
    }

    private String ending(CallAction action) {
        Ending ending = action.ending();
        if (ending.isNone()) {
            return "With `awaitEvent`: refused, no event ends it.";
        }
        String disconnect = switch (ending.disconnect()) {
            case SUCCESS -> "";
            case FAILURE -> " CallDisconnected is a failure.";
            case INTERRUPTS -> ending.grace().isZero()
                    ? " CallDisconnected interrupts it."
                    : " CallDisconnected interrupts it after " + ending.grace().toSeconds() + " s.";
        };
        String failure = ending.failure().isEmpty() ? "" : ", fails on " + events(ending.failure());
        return "With `awaitEvent`: done on " + events(success(ending)) + failure + "." + disconnect + yielding(ending);
    }

    private static String yielding(Ending ending) {
        return new TreeMap<>(ending.yielding()).entrySet().stream()
                .map(one -> " " + one.getKey() + " is final after " + one.getValue().toMillis()
                            + " ms: a CallDisconnected until then is the reason, and counts.")
                .collect(Collectors.joining());
    }

    private static Collection<String> success(Ending ending) {
        return ending.success().isEmpty() && !ending.isNone() ? List.of("CallDisconnected") : ending.success();
    }

    private static String events(Collection<String> names) {
        return new TreeSet<>(names).stream().collect(Collectors.joining(", "));
    }
}
