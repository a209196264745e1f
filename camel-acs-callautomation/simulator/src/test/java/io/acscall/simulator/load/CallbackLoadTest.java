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
package io.acscall.simulator.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.json.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Thousands of live calls in which keys are pressed as fast as the callbacks arrive, beside a client that does nothing
 * but post the same bodies to the same receiver. Figures are in callbacks per second.
 */
class CallbackLoadTest {

    private static final Duration REUSE = Duration.ofSeconds(60);
    private static final int WANTED = 2_000;
    private static final int ROUNDS = 5;
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final int SLICES = 12;
    private static final Duration SLICE = Duration.ofSeconds(5);
    /** What the heap may grow by while callbacks pass, in MiB; the bodies of a minute alone would be more. */
    private static final double GROWTH = 32;

    /** Both, one right after the other. */
    private record Round(Pressure.Run bare, Pressure.Run simulator) {

        double ratio() {
            return simulator.perSecond() / bare.perSecond();
        }
    }

    @Test
    void everyKeyOfManyCallsIsToldOnce() throws Exception {
        try (CallbackReceiver receiver = new CallbackReceiver(); AcsSimulator simulator = simulator(REUSE)) {
            HeldCalls calls = HeldCalls.open(simulator, receiver, 50);
            Pressure.Run run = new Pressure(receiver).run(Duration.ofMillis(300), calls::press);

            assertThat(run.callbacks()).isPositive();
            assertThat(receiver.newest().body().toString()).contains("ContinuousDtmfRecognitionToneReceived");
            assertThat(simulator.calls()).hasSize(50);
        }
    }

    @Test
    @Tag("load")
    void tenThousandLiveCallsAndTwoThousandCallbacksASecondInBoundedMemory() throws Exception {
        LoadReport report = new LoadReport(10_000);
        double empty = HeapUse.megabytes();
        try (CallbackReceiver receiver = new CallbackReceiver(); AcsSimulator simulator = simulator(REUSE)) {
            HeldCalls calls = HeldCalls.open(simulator, receiver, 10_000);
            report.add("tokenReused", rounds(receiver, calls));
            ObjectNode sustained = sustained(new Pressure(receiver), calls).put("heapMiBWithoutCalls", empty);
            report.add("sustained", sustained);

            assertThat(simulator.calls()).hasSize(10_000);
            assertThat(sustained.path("perSecond").asDouble()).as("callbacks a second").isGreaterThanOrEqualTo(WANTED);
            double atStart = sustained.path("heapMiBAtStart").asDouble();
            assertThat(sustained.path("heapMiBInTheMiddle").asDouble()).isLessThan(atStart + GROWTH);
            assertThat(sustained.path("heapMiBAtEnd").asDouble()).isLessThan(atStart + GROWTH);
        } finally {
            report.write();
        }
        try (CallbackReceiver receiver = new CallbackReceiver(); AcsSimulator simulator = simulator(Duration.ZERO)) {
            report.add("tokenEach", rounds(receiver, HeldCalls.open(simulator, receiver, 10_000)));
        } finally {
            report.write();
        }
    }

    private static AcsSimulator simulator(Duration reuse) {
        return AcsSimulator.builder().tokenReuse(reuse).start();
    }

    /** Both in turn, so that what else the machine does is the same for both. */
    private static ObjectNode rounds(CallbackReceiver receiver, HeldCalls calls) throws Exception {
        Pressure pressure = new Pressure(receiver);
        pressure.run(WARM_UP, calls::press);
        List<Round> rounds = new ArrayList<>();
        try (BareClient bare = new BareClient(receiver.uri(), receiver.newest())) {
            pressure.run(WARM_UP, bare::post);
            for (int i = 0; i < ROUNDS; i++) {
                rounds.add(new Round(pressure.run(ROUND, bare::post), pressure.run(ROUND, calls::press)));
            }
        }
        ObjectNode json = Json.object().put("rounds", ROUNDS).put("secondsEach", ROUND.toSeconds());
        json.set("bare", Spread.of(rounds, round -> round.bare().perSecond()).toJson(0));
        json.set("simulator", Spread.of(rounds, round -> round.simulator().perSecond()).toJson(0));
        json.set("ratio", Spread.of(rounds, Round::ratio).toJson(2));
        return json;
    }

    /** A minute of callbacks. The time for collecting garbage in the middle counts. */
    private static ObjectNode sustained(Pressure pressure, HeldCalls calls) throws Exception {
        double atStart = HeapUse.megabytes();
        double inTheMiddle = 0;
        List<Pressure.Run> slices = new ArrayList<>();
        long begun = System.nanoTime();
        for (int i = 0; i < SLICES; i++) {
            if (i == SLICES / 2) {
                inTheMiddle = HeapUse.megabytes();
            }
            slices.add(pressure.run(SLICE, calls::press));
        }
        Pressure.Run all
                = new Pressure.Run(slices.stream().mapToLong(Pressure.Run::callbacks).sum(), (System.nanoTime() - begun) / 1e9);
        ObjectNode json = Json.object().put("seconds", Math.round(all.seconds())).put("callbacks", all.callbacks())
                .put("perSecond", Math.round(all.perSecond())).put("heapMiBAtStart", atStart)
                .put("heapMiBInTheMiddle", inTheMiddle).put("heapMiBAtEnd", HeapUse.megabytes());
        json.set("slices", Spread.of(slices, Pressure.Run::perSecond).toJson(0));
        return json;
    }
}
