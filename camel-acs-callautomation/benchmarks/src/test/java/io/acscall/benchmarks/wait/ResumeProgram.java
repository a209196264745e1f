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

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.acscall.benchmarks.harness.ChildCommands;
import io.acscall.benchmarks.harness.FlightProfile;

/**
 * The program with several applications, whose exchanges wait and go on.
 */
public final class ResumeProgram {

    static final String RESUME = "resume";
    static final String RECORD = "record";
    static final String PROFILE = "profile";
    static final String EVENT = "us/event until its exchange goes on";
    static final String CPU = "CPU us/event";

    private static final double NANOS_PER_MICRO = 1e3;

    private final Map<String, ResumeLoad> loads = new LinkedHashMap<>();
    private final int times;
    private FlightProfile profile;

    private ResumeProgram(int times, List<String> numbers) throws Exception {
        this.times = times;
        for (String number : numbers) {
            loads.put(number, new ResumeLoad(Integer.parseInt(number)));
        }
    }

    /**
     * Runs it until no more commands come.
     *
     * @param args how often exchanges are let go on at a command, and how many wait in each application
     */
    public static void main(String[] args) throws Exception {
        List<String> words = List.of(args);
        ResumeProgram program = new ResumeProgram(Integer.parseInt(args[0]), words.subList(1, words.size()));
        ChildCommands.serve(Map.of(
                RESUME, which -> program.resume(which.get(0)),
                RECORD, none -> program.record(),
                PROFILE, program::profile));
        System.exit(0);
    }

    private String resume(String number) throws InterruptedException {
        ResumeLoad.Cost cost = loads.get(number).resume(times);
        return ChildCommands.numbers(
                Map.of(EVENT, cost.nanos() / NANOS_PER_MICRO, CPU, cost.cpuNanos() / NANOS_PER_MICRO));
    }

    private String record() {
        profile = new FlightProfile();
        return "";
    }

    private String profile(List<String> words) throws IOException {
        profile.stop(Path.of(words.get(0)), System.err);
        return "";
    }
}
