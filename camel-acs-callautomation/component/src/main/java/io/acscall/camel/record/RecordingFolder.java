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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A folder with recordings of calls, one file each. When there are too many, the oldest are deleted.
 */
public final class RecordingFolder {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);
    private static final String NAMES = "call-\\d{8}-\\d{6}-\\d{3}-[\\w-]+\\.json";
    private static final int LONGEST_ID = 100;

    private final Path folder;
    private final int most;

    /**
     * @param folder is made when it is not there
     * @param most   how many recordings it holds at most; other files are left alone
     */
    public RecordingFolder(Path folder, int most) {
        this.folder = Objects.requireNonNull(folder, "folder");
        this.most = most;
    }

    /**
     * Writes a recording; nobody sees half a file.
     *
     * @param  callId      what the call is called, becomes a part of the name
     * @param  at          when it ended, or now
     * @param  recording   JSON
     * @return             the file
     * @throws IOException when it can't be written
     */
    public Path write(String callId, Instant at, String recording) throws IOException {
        Files.createDirectories(folder);
        String id = callId.replaceAll("[^\\w-]", "_");
        Path file = folder.resolve(
                "call-" + TIME.format(at) + "-" + id.substring(0, Math.min(id.length(), LONGEST_ID)) + ".json");
        Path half = Files.createTempFile(folder, ".call-", ".part");
        try {
            Files.writeString(half, recording);
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            // on a full disk halves would pile up
            Files.deleteIfExists(half);
        }
        deleteOldest();
        return file;
    }

    private void deleteOldest() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> recordings
                    = files.filter(file -> file.getFileName().toString().matches(NAMES)).sorted().toList();
            for (Path file : recordings.subList(0, Math.max(0, recordings.size() - most))) {
                Files.deleteIfExists(file);
            }
        }
    }
}
