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
package io.acscall.benchmarks.action;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import io.acscall.benchmarks.harness.ChildCommands;
import io.acscall.benchmarks.harness.FlightProfile;
import io.acscall.benchmarks.harness.ProcessUsage;

/**
 * The measured program. Commands: {@code run ACTION IN_FLIGHT MILLIS} answers with numbers, {@code record} starts to
 * record where the time goes, {@code recorded FILE} tells it.
 */
public final class CallingProgram {

    private CallingProgram() {
    }

    /**
     * @param args the name of the client and the port of the service
     */
    public static void main(String[] args) throws Exception {
        AtomicReference<FlightProfile> profile = new AtomicReference<>();
        try (Caller caller = CallingClient.valueOf(args[0]).caller(Integer.parseInt(args[1]));
             ProcessUsage usage = new ProcessUsage()) {
            InFlightLoad load = new InFlightLoad(caller, usage);
            ChildCommands.serve(Map.of(
                    "run", words -> ChildCommands.numbers(run(load, words)),
                    "record", words -> {
                        profile.set(new FlightProfile());
                        return "";
                    },
                    "recorded", words -> {
                        profile.get().stop(Path.of(words.get(0)), System.err);
                        return "";
                    }));
        }
        // the clients' threads go on else
        System.exit(0);
    }

    private static Map<String, Double> run(InFlightLoad load, List<String> words) throws InterruptedException {
        return load.run(
                MeasuredAction.valueOf(words.get(0)), Integer.parseInt(words.get(1)), Long.parseLong(words.get(2)));
    }
}
