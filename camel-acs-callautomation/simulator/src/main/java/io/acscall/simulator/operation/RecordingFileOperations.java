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
package io.acscall.simulator.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.recording.RecordingArchive;
import io.acscall.simulator.recording.RecordingPaths;
import io.acscall.simulator.rest.OperationRequest;
import io.acscall.simulator.rest.OperationTable;

/**
 * The operations on files of recordings, which the service keeps on hosts of their own and the simulator on its one.
 */
public final class RecordingFileOperations {

    private static final String DOCUMENT = RecordingPaths.OBJECTS + "/{" + DownloadRecording.PARAMETER + "}";

    private final RecordingArchive archive;

    public RecordingFileOperations(RecordingArchive archive) {
        this.archive = archive;
    }

    /** Adds the entries. A document may be deleted by its own address and by that of its content. */
    public void addTo(OperationTable table) {
        table.add("downloadRecording", "GET", DOCUMENT + RecordingPaths.CONTENT, 200).unversioned()
                .answeredBy(new DownloadRecording(archive, false));
        table.add("downloadRecording", "GET", DOCUMENT + RecordingPaths.METADATA, 200).unversioned()
                .answeredBy(new DownloadRecording(archive, true));
        table.add("deleteRecording", "DELETE", DOCUMENT, 200).unversioned().handledBy(this::delete);
        table.add("deleteRecording", "DELETE", DOCUMENT + RecordingPaths.CONTENT, 200).unversioned().handledBy(this::delete);
    }

    private JsonNode delete(OperationRequest request) {
        if (!archive.delete(request.parameter(DownloadRecording.PARAMETER))) {
            throw DownloadRecording.notFound();
        }
        return null;
    }
}
