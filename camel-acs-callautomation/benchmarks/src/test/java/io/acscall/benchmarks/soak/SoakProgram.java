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
package io.acscall.benchmarks.soak;

import java.util.Map;

import io.acscall.benchmarks.harness.ChildCommands;
import io.acscall.benchmarks.harness.LiveHeap;

/**
 * The program that bears one storm after the other.
 */
public final class SoakProgram {

    static final String RAGE = "rage";
    static final String CALLS = "calls";
    static final String HEAP = "MiB live";

    private static final double MEBI = 1024 * 1024;
    private static final double NANOS = 1e9;

    private SoakProgram() {
    }

    /** Runs it until no more commands come. */
    public static void main(String[] args) throws Exception {
        Storm storm = new Storm();
        ChildCommands.serve(Map.of(RAGE, words -> rage(
                storm, Integer.parseInt(words.get(0)), Double.parseDouble(words.get(1)), Long.parseLong(words.get(2)))));
        storm.close();
        System.exit(0);
    }

    /** Storms for so many seconds, then says what is left of them on the heap. */
    private static String rage(Storm storm, int calls, double seconds, long seed) throws Exception {
        long end = System.nanoTime() + (long) (seconds * NANOS);
        int done = 0;
        do {
            storm.rage(calls, seed + done);
            done += calls;
        } while (System.nanoTime() < end);
        return ChildCommands.numbers(Map.of(CALLS, (double) done, HEAP, LiveHeap.bytes() / MEBI));
    }
}
