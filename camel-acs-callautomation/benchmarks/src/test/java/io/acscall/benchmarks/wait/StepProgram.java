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
package io.acscall.benchmarks.wait;

import java.util.Map;

import io.acscall.benchmarks.harness.ChildCommands;
import io.acscall.benchmarks.harness.LiveHeap;

/**
 * The program whose exchanges wait.
 */
public final class StepProgram {

    static final String PARK = "park";
    static final String BYTES = "bytes/exchange that waits";

    private StepProgram() {
    }

    /**
     * Runs it until no more commands come.
     *
     * @param args how many exchanges, and how many to warm up
     */
    public static void main(String[] args) throws Exception {
        int number = Integer.parseInt(args[0]);
        StepLoad warmUp = load(Integer.parseInt(args[1]));
        warmUp.make();
        warmUp.park();
        warmUp.close();
        ChildCommands.serve(Map.of(PARK, words -> park(number)));
        System.exit(0);
    }

    private static StepLoad load(int number) throws Exception {
        return new StepLoad(number, request -> {
        }, doneSync -> {
        });
    }

    private static String park(int number) throws Exception {
        try (StepLoad load = load(number)) {
            load.make();
            long before = LiveHeap.bytes();
            load.park();
            return ChildCommands.numbers(Map.of(BYTES, (LiveHeap.bytes() - before) / (double) number));
        }
    }
}
