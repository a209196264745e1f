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
package io.acscall.examples.voiceagent.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

import io.acscall.simulator.stream.StreamSnapshot;

/** Many people talk to the agent at once; then it is counted whether all audio came and went back. */
public final class DemoRun {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_EVERY_MILLIS = 100;
    private static final long MEGABYTE = 1024 * 1024;

    private final int callers;
    private final Duration talk;
    private final Consumer<String> out;
    private final CountDownLatch never = new CountDownLatch(1);

    /**
     * @param callers how many call
     * @param talk    for how long each talks
     * @param out     gets each line
     */
    public DemoRun(int callers, Duration talk, Consumer<String> out) {
        this.callers = callers;
        this.talk = talk;
        this.out = out;
    }

    /**
     * Runs it.
     *
     * @return whether no frame was lost
     */
    public boolean run() throws Exception {
        out.accept("Starting the voice agent and a simulator of Azure Communication Services ...");
        try (SimulatedAgent agent = SimulatedAgent.start()) {
            List<String> calls = call(agent);
            boolean up = await(() -> calls.stream().allMatch(call -> sent(agent, call) > 0));
            out.accept(callers + " people talk to the agent at once, each for " + talk.toSeconds() + " s ...");
            calls.forEach(call -> agent.simulator().say(call, caller(calls.indexOf(call)), "one two three", talk));
            long frames = talk.toMillis() / 20;
            boolean talked = await(() -> calls.stream().allMatch(call -> sent(agent, call) >= frames));
            out.accept("heap in use while they talk: " + usedMegabytes() + " MB");
            // what waits to be said when a caller hangs up is dropped, and should not be counted as lost
            agent.model().beQuiet();
            boolean said = await(() -> back(agent, calls) == agent.model().said());
            calls.forEach(call -> agent.simulator().hangUp(call, caller(calls.indexOf(call))));
            boolean ended = await(() -> agent.model().streams() == 0);
            return up & talked & said & ended & report(agent, calls);
        }
    }

    private List<String> call(SimulatedAgent agent) {
        List<String> calls = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            calls.add(agent.simulator().placeCall(caller(i), SimulatedAgent.NUMBER).callId());
        }
        return calls;
    }

    private static String caller(int number) {
        return "+1604555%04d".formatted(number);
    }

    private static long sent(SimulatedAgent agent, String call) {
        return agent.simulator().mediaStream(call).map(StreamSnapshot::framesSent).orElse(0L);
    }

    private boolean report(SimulatedAgent agent, List<String> calls) throws InterruptedException {
        boolean heardAll = await(() -> agent.model().heard() == sum(agent, calls, StreamSnapshot::framesSent));
        long sent = sum(agent, calls, StreamSnapshot::framesSent);
        long dropped = sum(agent, calls, StreamSnapshot::framesDropped);
        long back = back(agent, calls);
        Map<String, Long> leftOut = leftOut(agent);
        out.accept("frames sent by the service      " + sent);
        out.accept("frames that it had to leave out " + dropped);
        out.accept("frames heard by the agent       " + agent.model().heard());
        out.accept("frames said by the agent        " + agent.model().said());
        out.accept("frames that came back           " + back);
        out.accept("what the agent left out         " + leftOut);
        boolean well = heardAll && dropped == 0 && agent.model().said() == back && leftOut.isEmpty();
        out.accept(well ? "No frame was lost." : "Frames were lost.");
        return well;
    }

    private static long back(SimulatedAgent agent, List<String> calls) {
        return sum(agent, calls, StreamSnapshot::framesReceived);
    }

    /** What the component refused or dropped of streams, by reason. */
    private static Map<String, Long> leftOut(SimulatedAgent agent) {
        Map<String, Long> counts = new TreeMap<>(agent.component().getRefusals());
        counts.keySet().removeIf(reason -> !reason.startsWith("mediaStream."));
        return counts;
    }

    private static long sum(SimulatedAgent agent, List<String> calls, ToLongFunction<StreamSnapshot> number) {
        return calls.stream().flatMap(call -> agent.simulator().mediaStream(call).stream()).mapToLong(number).sum();
    }

    private static long usedMegabytes() {
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    }

    /** Looks again and again until it is so. */
    private boolean await(BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + talk.plus(PATIENCE).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until || never.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }
}
