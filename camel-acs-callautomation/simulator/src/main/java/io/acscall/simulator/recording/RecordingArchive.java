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
package io.acscall.simulator.recording;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The files that can be fetched. Bounded: the oldest is forgotten first. */
public final class RecordingArchive {

    private static final int CAPACITY = 1_000;

    private final Map<String, RecordingFile> files = new LinkedHashMap<>();

    /** Keeps a file. */
    public synchronized void add(RecordingFile file) {
        files.put(file.documentId(), file);
        if (files.size() > CAPACITY) {
            files.remove(files.keySet().iterator().next());
        }
    }

    /** A file, unless it was never there, is deleted, or is forgotten. */
    public synchronized Optional<RecordingFile> file(String documentId) {
        return Optional.ofNullable(files.get(documentId));
    }

    /** Deletes a file; says whether it was there. */
    public synchronized boolean delete(String documentId) {
        return files.remove(documentId) != null;
    }

    /** Forgets all files. */
    public synchronized void clear() {
        files.clear();
    }
}
