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

import java.nio.file.Path;

/**
 * What is asked for on the command line.
 *
 * @param quick   only seconds, to see that everything still works; the numbers mean nothing
 * @param profile the measured processes record themselves and print where time and memory went
 * @param rounds  how many rounds count, at least 5 where the result is kept
 * @param folder  the folder of the module
 */
public record BenchmarkSettings(boolean quick, boolean profile, int rounds, Path folder) {

    /** {@code -Dbench.quick}, {@code -Dbench.profile}, {@code -Dbench.rounds}, {@code -Dbench.folder}. */
    public static BenchmarkSettings ofSystemProperties() {
        boolean quick = Boolean.getBoolean("bench.quick");
        return new BenchmarkSettings(
                quick, Boolean.getBoolean("bench.profile"), quick ? 1 : Integer.getInteger("bench.rounds", 7),
                Path.of(System.getProperty("bench.folder", "")).toAbsolutePath());
    }

    /** As in a test: seconds, and nothing is kept. */
    public static BenchmarkSettings smoke(Path folder) {
        return new BenchmarkSettings(true, false, 1, folder);
    }

    /** Where the result is written: what was only tried is not kept. */
    public Path resultFolder() {
        return folder.resolve(quick || profile ? "target/results" : "results");
    }

    /** One of two values. */
    public <T> T pick(T full, T smoke) {
        return quick ? smoke : full;
    }
}
