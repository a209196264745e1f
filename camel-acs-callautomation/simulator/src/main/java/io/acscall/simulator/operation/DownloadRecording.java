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

import java.util.Optional;

import io.acscall.simulator.http.AnswerContent;
import io.acscall.simulator.http.ByteRange;
import io.acscall.simulator.http.ServiceAnswer;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.recording.RecordingArchive;
import io.acscall.simulator.recording.RecordingFile;
import io.acscall.simulator.recording.WavFile;
import io.acscall.simulator.rest.OperationAnswer;
import io.acscall.simulator.rest.OperationRequest;

/** downloadRecording: what was recorded, or what is to be said about it; all of it or a part. */
final class DownloadRecording implements OperationAnswer {

    static final String PARAMETER = "documentId";

    private final RecordingArchive archive;
    private final boolean metadata;

    /**
     * @param metadata whether it is about the document that describes the recording
     */
    DownloadRecording(RecordingArchive archive, boolean metadata) {
        this.archive = archive;
        this.metadata = metadata;
    }

    @Override
    public ServiceAnswer answer(OperationRequest request) {
        RecordingFile file = archive.file(request.parameter(PARAMETER)).orElseThrow(DownloadRecording::notFound);
        AnswerContent content = metadata
                ? AnswerContent.of("application/json", Json.bytes(file.metadata()))
                : new Sound(file.wav().orElseThrow(DownloadRecording::notMade));
        Optional<ByteRange> range = ByteRange.read(request.header("range"), content.length());
        if (range.isEmpty()) {
            return ServiceAnswer.of(200, content).withHeader("Accept-Ranges", "bytes");
        }
        if (!range.get().within(content.length())) {
            return ServiceFault.of(416, "416", "The range lies outside of the " + content.length() + " bytes there are.")
                    .toAnswer().withHeader("Content-Range", "bytes */" + content.length());
        }
        return ServiceAnswer.of(206, content.part(range.get())).withHeader("Accept-Ranges", "bytes")
                .withHeader("Content-Range", range.get().of(content.length()));
    }

    static ServiceFault notFound() {
        return ServiceFault.of(404, "8522", "Recording file not found.");
    }

    private static ServiceFault notMade() {
        return ServiceFault.of(405, "8520", "The simulator makes WAV files only, so there is nothing to download; "
                                            + "start the recording with recordingFormatType wav.");
    }

    /** A WAV file as the body of an answer. */
    private record Sound(WavFile file) implements AnswerContent {

        @Override
        public String type() {
            return "audio/wav";
        }

        @Override
        public long length() {
            return file.length();
        }

        @Override
        public byte[] read(long from, int count) {
            return file.read(from, count);
        }
    }
}
