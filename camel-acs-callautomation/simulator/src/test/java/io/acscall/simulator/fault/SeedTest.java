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
package io.acscall.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.call.CallSnapshot;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.timeline.TimelineEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.acscall.simulator.testing.CallScene.BOB;
import static io.acscall.simulator.testing.CallScene.CALLS;
import static io.acscall.simulator.testing.CallScene.SOON;
import static org.assertj.core.api.Assertions.assertThat;

class SeedTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

    private static final CallbackRule RULE = CallbackRule.every().sometimes(CallbackFault.TWICE, 0.3)
            .sometimes(CallbackFault.LOST, 0.2).sometimes(CallbackFault.EXPIRED_TOKEN, 0.2);

    @Test
    void theSameSeedMakesTheSameRun() {
        List<String> first = run(42);

        assertThat(run(42)).isEqualTo(first);
        assertThat(run(43)).isNotEqualTo(first);
        assertThat(first).anySatisfy(one -> assertThat(one).contains("lost"))
                .anySatisfy(one -> assertThat(one).contains("twice"));
    }

    @Test
    void decisionsDoNotDependOnWhatElseGoesOn() {
        FaultPlan alone = plan(RULE);
        FaultPlan busy = plan(RULE);
        IntStream.range(0, 50).forEach(i -> busy.callback(2, i, "PlayCompleted"));

        assertThat(fates(busy)).isEqualTo(fates(alone));
    }

    @Test
    void oneChanceMoreLeavesTheOthersAsTheyWere() {
        List<Boolean> lost = IntStream.range(0, 200)
                .mapToObj(i -> plan(RULE).callback(1, i, "PlayCompleted").has(CallbackFault.LOST)).toList();
        List<Boolean> lostWithMore = IntStream.range(0, 200).mapToObj(i -> plan(RULE.sometimes(CallbackFault.LATE, 0.5))
                .callback(1, i, "PlayCompleted").has(CallbackFault.LOST)).toList();

        assertThat(lostWithMore).isEqualTo(lost);
    }

    @Test
    void chancesAreWhatTheyAreSaidToBe() {
        FaultPlan plan = plan(CallbackRule.every().sometimes(CallbackFault.LOST, 0.2));
        long lost = IntStream.range(0, 10_000).filter(i -> plan.callback(i / 10, i % 10, "X").has(CallbackFault.LOST)).count();

        assertThat(lost).isBetween(1_800L, 2_200L);
    }

    @Test
    void aSeedStartsTheCountOfCallsAnew() {
        FaultPlan plan = plan(RULE);
        assertThat(List.of(plan.nextCall(), plan.nextCall())).containsExactly(1, 2);
        plan.arm(plan.settings());

        assertThat(plan.nextCall()).isEqualTo(1);
    }

    private static FaultPlan plan(CallbackRule rule) {
        FaultPlan plan = new FaultPlan(() -> 5);
        plan.arm(FaultSettings.NONE.plus(rule));
        return plan;
    }

    private static List<CallbackFate> fates(FaultPlan plan) {
        return IntStream.range(0, 50).mapToObj(i -> plan.callback(1, i, "PlayCompleted")).toList();
    }

    /** What went wrong in ten calls, call by call. */
    private static List<String> run(long seed) {
        AcsSimulator simulator = EXTENSION.simulator();
        simulator.reset();
        simulator.faults().seed(seed).callbacks(RULE.sometimes(CallbackFault.EARLY, 0.3));
        List<String> calls = new ArrayList<>();
        try (CallScene scene = new CallScene(simulator)) {
            for (int i = 0; i < 10; i++) {
                String id = scene.create(BOB);
                String call = simulator.call(id).map(CallSnapshot::callId).orElseThrow();
                calls.add(call);
                awaitSentOrLost(simulator, call, "ParticipantsUpdated");
                scene.client().delete(CALLS + "/" + id);
                awaitSentOrLost(simulator, call, "CallDisconnected");
            }
        }
        return simulator.timeline().entries().stream().filter(entry -> entry.fault() != null)
                .map(entry -> calls.indexOf(entry.callId()) + " " + describe(entry)).distinct().sorted().toList();
    }

    private static void awaitSentOrLost(AcsSimulator simulator, String call, String type) {
        simulator.timeline().await(entry -> call.equals(entry.callId()) && type.equals(entry.type()), 1, SOON, type);
    }

    private static String describe(TimelineEntry entry) {
        return entry.kind() + " " + entry.type() + " " + entry.fault();
    }
}
