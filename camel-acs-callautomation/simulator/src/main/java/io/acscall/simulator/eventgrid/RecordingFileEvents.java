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
package io.acscall.simulator.eventgrid;

import java.time.Duration;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.call.RecordedLeg;
import io.acscall.simulator.call.RecordingFiler;
import io.acscall.simulator.id.Ids;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.recording.Recording;
import io.acscall.simulator.recording.RecordingArchive;
import io.acscall.simulator.recording.RecordingEnd;
import io.acscall.simulator.recording.RecordingFile;
import io.acscall.simulator.recording.RecordingPaths;
import io.acscall.simulator.time.SimulatorScheduler;
import io.acscall.simulator.time.TaskBook;

/**
 * Keeps what was recorded, and announces it a moment later as the Event Grid event RecordingFileStatusUpdated. A
 * recording that never recorded anything makes no file.
 */
public final class RecordingFileEvents implements RecordingFiler {

    /** The service takes its time, and so do we, that nobody counts on a file being there at once. */
    private static final Duration DELAY = Duration.ofMillis(250);

    private final EventGrid eventGrid;
    private final RecordingArchive archive;
    private final Ids ids;
    private final TaskBook later;
    private final Supplier<String> endpoint;

    /**
     * @param endpoint the address of the simulator, without a slash at the end
     */
    public RecordingFileEvents(EventGrid eventGrid, RecordingArchive archive, Ids ids, SimulatorScheduler scheduler,
                               Supplier<String> endpoint) {
        this.eventGrid = eventGrid;
        this.archive = archive;
        this.ids = ids;
        this.later = new TaskBook(scheduler);
        this.endpoint = endpoint;
    }

    @Override
    public void file(String callId, RecordedLeg leg, Recording recording, RecordingEnd why) {
        if (recording.startedAt() == null) {
            return;
        }
        RecordingFile file = new RecordingFile(
                "0-sim-d1-" + ids.uuid().replace("-", ""), leg.correlationId(), recording);
        String subject = "/recording/call/" + leg.correlationId() + "/serverCallId/" + leg.serverCallId() + "/recordingId/"
                         + recording.id();
        later.after(DELAY, () -> {
            archive.add(file);
            eventGrid.publish("RecordingFileStatusUpdated", subject, data(file, why), callId);
        });
    }

    /** Forgets what was recorded, and announces nothing more of it. */
    public void clear() {
        later.giveUp();
        archive.clear();
    }

    private ObjectNode data(RecordingFile file, RecordingEnd why) {
        ObjectNode json = Json.object();
        String location = endpoint.get() + RecordingPaths.OBJECTS + "/" + file.documentId();
        json.putObject("recordingStorageInfo").putArray("recordingChunks").addObject()
                .put("documentId", file.documentId()).put("index", 0).put("endReason", "SessionEnded")
                .put("contentLocation", location + RecordingPaths.CONTENT)
                .put("metadataLocation", location + RecordingPaths.METADATA)
                .put("deleteLocation", location);
        return json.put("recordingStartTime", file.startedAt().toString())
                .put("recordingDurationMs", file.duration().toMillis())
                .put("recordingContentType", file.form().content().eventName())
                .put("recordingChannelType", file.form().channel().eventName())
                .put("recordingFormatType", file.form().format().eventName()).put("sessionEndReason", why.wireName());
    }
}
