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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a benchmark has measured, where, with what, and whether it is enough. As JSON it is a file of its own,
 * {@code results/NAME.json}, from which docs/performance.md takes its tables.
 *
 * @param benchmark   its name
 * @param conditions  what a reader must know to measure the same, by name: sizes, durations, how bytes are counted
 * @param comparisons what was measured
 * @param reaches     what was to be reached
 */
public record Result(String benchmark, Map<String, String> conditions, List<Comparison> comparisons, List<Reach> reaches) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    /** With the machine, the versions and the time of now. */
    public ObjectNode json() {
        ObjectNode json = JSON.createObjectNode().put("benchmark", benchmark)
                .put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        json.set("machine", JSON.valueToTree(Machine.here()));
        ObjectNode versions = json.putObject("versions");
        Versions.here().forEach(versions::put);
        ObjectNode said = json.putObject("conditions");
        conditions.forEach(said::put);
        ArrayNode measured = json.putArray("comparisons");
        comparisons.forEach(one -> measured.add(json(one)));
        ArrayNode wanted = json.putArray("reaches");
        reaches.forEach(one -> wanted.addObject().put("what", one.what()).put(one.atLeast() ? "atLeast" : "atMost", one.limit())
                .put("measured", one.measured()).put("met", one.met()));
        return json;
    }

    private static ObjectNode json(Comparison comparison) {
        ObjectNode json = JSON.createObjectNode().put("name", comparison.name()).put("peer", comparison.peer());
        ObjectNode subjects = json.putObject("subjects");
        for (String subject : comparison.subjects()) {
            ObjectNode measures = subjects.putObject(subject);
            for (String measure : comparison.measures(subject)) {
                ObjectNode values = measures.putObject(measure);
                write(comparison.spread(subject, measure), values);
                if (comparison.peer() != null && !subject.equals(comparison.peer())
                        && comparison.measures(comparison.peer()).contains(measure)) {
                    write(comparison.ratio(subject, measure), values.putObject("ratio"));
                }
                ArrayNode rounds = values.putArray("rounds");
                comparison.rounds().forEach(round -> rounds.add(round.get(subject).get(measure)));
            }
        }
        return json;
    }

    private static void write(Spread spread, ObjectNode values) {
        values.put("median", spread.median()).put("min", spread.min()).put("max", spread.max());
    }

    /**
     * Writes it into a folder.
     *
     * @return the file
     */
    public Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(benchmark + ".json");
        Files.writeString(file, JSON.writeValueAsString(json()) + "\n");
        return file;
    }
}
