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
package io.acscall.camel.record;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class RecordingFolderTest {

    private static final Instant NINE = Instant.parse("2026-01-31T09:00:00Z");

    @TempDir
    Path parent;

    @Test
    void aFileIsNamedByTheTimeAndTheCallAndNothingHalfIsLeft() throws Exception {
        Path folder = parent.resolve("not/there/yet");
        Path file = new RecordingFolder(folder, 10).write("../a+b/c", NINE, "{}");

        assertThat(file).isEqualTo(folder.resolve("call-20260131-090000-000-___a_b_c.json")).hasContent("{}");
        assertThat(folder).isDirectoryContaining(file::equals);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aFileThatCanNotBeWrittenLeavesNothingHalf() throws Exception {
        Path taken = Files.createDirectories(parent.resolve("call-20260131-090000-000-c1.json/by a folder"));

        assertThatIOException().isThrownBy(() -> new RecordingFolder(parent, 10).write("c1", NINE, "{}"));

        try (var files = Files.list(parent)) {
            assertThat(files).containsExactly(taken.getParent());
        }
    }

    @Test
    void theOldestRecordingsGoAndOtherFilesStay() throws Exception {
        RecordingFolder folder = new RecordingFolder(parent, 3);
        Path other = Files.writeString(parent.resolve("call-notes.json"), "mine");
        for (int i = 0; i < 10; i++) {
            folder.write("call" + i, NINE.plusSeconds(i), "{}");
        }

        try (var files = Files.list(parent)) {
            assertThat(files).extracting(file -> file.getFileName().toString()).containsExactlyInAnyOrder(
                    "call-notes.json", "call-20260131-090007-000-call7.json", "call-20260131-090008-000-call8.json",
                    "call-20260131-090009-000-call9.json");
        }
        assertThat(other).hasContent("mine");
    }
}
