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
package io.acscall.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A result as tables in Markdown.
 *
 * @param json what {@link Result#json()} makes
 */
public record ResultTable(JsonNode json) {

    private static final int WHOLE = 100;

    /** Of a file. */
    public static ResultTable read(Path file) throws IOException {
        return new ResultTable(new ObjectMapper().readTree(file.toFile()));
    }

    /** Where and with what it was measured. */
    public String machine() {
        JsonNode machine = json.get("machine");
        List<String> versions = new ArrayList<>();
        json.get("versions").properties().forEach(one -> versions.add(one.getKey() + " " + one.getValue().asText()));
        StringBuilder text = new StringBuilder("Measured ").append(json.get("date").asText()).append(" on ")
                .append(machine.get("processor").asText()).append(", ").append(machine.get("cores").asInt())
                .append(" cores, ").append(machine.get("memoryMiB").asLong()).append(" MiB, ")
                .append(machine.get("system").asText()).append(", ").append(machine.get("jdk").asText()).append(". ")
                .append(String.join(", ", versions)).append(".\n");
        json.get("conditions").properties().forEach(
                one -> text.append("\n- ").append(one.getKey()).append(": ").append(one.getValue().asText()));
        return text.toString();
    }

    /** One row for each measure of each comparison: median (lowest–highest) of the rounds, and ratios to the peer. */
    public String measured() {
        Set<String> subjects = new LinkedHashSet<>();
        json.get("comparisons").forEach(one -> one.get("subjects").fieldNames().forEachRemaining(subjects::add));
        StringBuilder table = new StringBuilder("| case | measure |");
        subjects.forEach(subject -> table.append(' ').append(subject).append(" |"));
        table.append(" ratio |\n|---|---|").append("---|".repeat(subjects.size() + 1)).append('\n');
        for (JsonNode one : json.get("comparisons")) {
            measures(one).forEach(measure -> row(table, one, measure, subjects));
        }
        return table.toString();
    }

    private static Set<String> measures(JsonNode comparison) {
        Set<String> measures = new LinkedHashSet<>();
        comparison.get("subjects").forEach(subject -> subject.fieldNames().forEachRemaining(measures::add));
        return measures;
    }

    private static void row(StringBuilder table, JsonNode comparison, String measure, Set<String> subjects) {
        table.append("| ").append(comparison.get("name").asText()).append(" | ").append(measure).append(" |");
        List<String> ratios = new ArrayList<>();
        for (String subject : subjects) {
            JsonNode values = comparison.get("subjects").path(subject).path(measure);
            table.append(' ').append(values.isMissingNode() ? "" : text(values)).append(" |");
            if (values.has("ratio")) {
                ratios.add((ratiosNeedNames(subjects) ? subject + " " : "") + text(values.get("ratio")));
            }
        }
        table.append(' ').append(String.join("; ", ratios)).append(" |\n");
    }

    private static boolean ratiosNeedNames(Set<String> subjects) {
        return subjects.size() > 2;
    }

    private static String text(JsonNode spread) {
        String median = number(spread.get("median").asDouble());
        String min = number(spread.get("min").asDouble());
        String max = number(spread.get("max").asDouble());
        return min.equals(max) ? median : median + " (" + min + "–" + max + ")";
    }

    /** What was to be reached, and whether it was. */
    public String reaches() {
        StringBuilder table = new StringBuilder("| to reach | limit | measured | met |\n|---|---|---|---|\n");
        for (JsonNode one : json.get("reaches")) {
            boolean least = one.has("atLeast");
            table.append("| ").append(one.get("what").asText()).append(" | ").append(least ? "at least " : "at most ")
                    .append(number(one.get(least ? "atLeast" : "atMost").asDouble())).append(" | ")
                    .append(number(one.get("measured").asDouble())).append(" | ")
                    .append(one.get("met").asBoolean() ? "yes" : "no").append(" |\n");
        }
        return table.toString();
    }

    private static String number(double value) {
        if (Math.abs(value) >= WHOLE || value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
    }
}
