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

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.json.Json;

/** What was measured, and on what: printed, and kept as {@code target/load/callbacks.json}. */
final class LoadReport {

    private static final Path FILE = Path.of("target", "load", "callbacks.json");
    private static final long MEGABYTE = 1024 * 1024;

    private final ObjectNode json = Json.object();

    LoadReport(int calls) {
        json.putObject("machine").put("processors", Runtime.getRuntime().availableProcessors())
                .put("architecture", System.getProperty("os.arch"))
                .put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"))
                .put("jdk", System.getProperty("java.runtime.version"))
                .put("highestHeapMiB", Runtime.getRuntime().maxMemory() / MEGABYTE)
                .put("loadAverageBefore", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        json.put("liveCalls", calls).put("callbacksUnderWayAtMost", Pressure.UNDER_WAY);
    }

    void add(String name, ObjectNode figures) {
        json.set(name, figures);
        System.out.println(name + " " + figures.toPrettyString());
    }

    void write() throws IOException {
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, json.toPrettyString());
        System.out.println("All figures are in " + FILE);
    }
}
