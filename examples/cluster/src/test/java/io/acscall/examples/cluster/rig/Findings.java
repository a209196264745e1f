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
package io.acscall.examples.cluster.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a run has shown.
 *
 * @param flows               how many calls were asked for
 * @param outcomes            how many flows ended how
 * @param calls               how many calls were made
 * @param rungTwice           people who were rung by more than one call
 * @param wrongTones          flows that are done with something else than was pressed
 * @param lostEvents          events that were answered with 200 and that no route has seen
 * @param handledTwice        events that the route has had twice while whoever had it first lived
 * @param handledAfterKill    events that the route has had again because whoever had it first was killed
 * @param handledTwiceOnce    events that the part of the route with an idempotent repository has had twice
 * @param stepsEndedTwice     steps that one event has ended twice
 * @param waitsEndedTwice     waits that ended more than once
 * @param waitsLeftOpen       waits that have not ended, of workers that were not killed
 * @param orphaned            events of waits of workers that are gone
 * @param forwarded           events that ended a wait on another worker than the one that read them
 * @param kills               how many nodes were killed
 * @param callbacks           how many callbacks were sent
 * @param refused             how many of them were answered with something else than 200
 * @param costs               what it has cost
 * @param latencyMillisMedian from the time of an event to the route that takes it
 * @param latencyMillis99     the same, of the slowest hundredth
 */
record Findings(int flows, Map<String, Long> outcomes, long calls, int rungTwice, long wrongTones, int lostEvents,
        long handledTwice, long handledAfterKill, long handledTwiceOnce, long stepsEndedTwice, long waitsEndedTwice,
        long waitsLeftOpen, long orphaned, long forwarded, int kills,
        long callbacks, long refused, Costs costs, double latencyMillisMedian,
        double latencyMillis99) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** How many flows ended in a way that begins so. */
    long ended(String how) {
        return outcomes.entrySet().stream().filter(one -> one.getKey().startsWith(how)).mapToLong(Map.Entry::getValue).sum();
    }

    /** What holds in each run, whoever was killed: all calls were made once, and ended as their people wanted. */
    void assertNobodyNoticed() {
        assertThat(ended("DONE") + ended("ABANDONED") + ended("FAILED")).isEqualTo(flows);
        assertThat(ended("FAILED")).as("%s", outcomes).isEqualTo(ended("FAILED DECLINED"));
        assertThat(calls).isEqualTo(flows);
        assertThat(rungTwice).isZero();
        assertThat(wrongTones).isZero();
        assertThat(lostEvents).isZero();
        assertThat(handledTwice).isZero();
        assertThat(handledTwiceOnce).isZero();
        assertThat(stepsEndedTwice).isZero();
        assertThat(waitsEndedTwice).isZero();
        assertThat(waitsLeftOpen).isZero();
        assertThat(orphaned).isPositive();
        assertThat(forwarded).isPositive();
    }

    /** Writes them as JSON, and as a table for people. */
    Findings report(String name) throws IOException {
        report(name, this);
        return this;
    }

    /** Writes something that was found as JSON, and as a table for people. */
    static void report(String name, Object found) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "load"));
        Files.writeString(folder.resolve(name + ".json"), JSON.writeValueAsString(found));
        StringBuilder table = new StringBuilder(name).append('\n');
        JSON.convertValue(found, new TypeReference<Map<String, Object>>() {
        }).forEach((what, value) -> table.append("  %-22s %s%n".formatted(what, value)));
        System.out.print(table);
    }
}
