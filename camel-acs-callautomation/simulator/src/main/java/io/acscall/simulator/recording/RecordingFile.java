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

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.json.Json;

/**
 * What was recorded, ready to be fetched. Small: its content is computed when it is read.
 */
public final class RecordingFile {

    private static final int BITS_PER_SAMPLE = 16;

    private final String documentId;
    private final String correlationId;
    private final RecordingForm form;
    private final Instant startedAt;
    private final Tape tape;
    private final ChannelPlan channels;

    /**
     * @param documentId    its id in the store
     * @param correlationId of the call
     * @param recording     is over, and has recorded something
     */
    public RecordingFile(String documentId, String correlationId, Recording recording) {
        this.documentId = documentId;
        this.correlationId = correlationId;
        this.form = recording.plan().form();
        this.startedAt = recording.startedAt();
        this.tape = recording.tape();
        this.channels = ChannelPlan.of(recording.plan(), tape.voices());
    }

    public String documentId() {
        return documentId;
    }

    public RecordingForm form() {
        return form;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** How long it plays: the time that was recorded, without pauses. */
    public Duration duration() {
        return tape.length();
    }

    /** Its content; empty when it is of another format than WAV, which the simulator cannot make. */
    public Optional<WavFile> wav() {
        return form.format() == RecordingForm.Format.WAV ? Optional.of(new WavFile(tape, channels)) : Optional.empty();
    }

    /** The document that describes it; the facts say that there is one, not what is in it. */
    public ObjectNode metadata() {
        ObjectNode json = Json.object().put("callId", correlationId).put("chunkDocumentId", documentId).put("chunkIndex", 0)
                .put("chunkStartTime", startedAt.toString()).put("chunkDuration", duration().toMillis());
        ObjectNode info = json.putObject("recordingInfo").put("contentType", form.content().wireName())
                .put("channelType", form.channel().wireName()).put("format", form.format().wireName());
        info.putObject("audioConfiguration").put("sampleRate", WavFile.SAMPLE_RATE)
                .put("bitRate", WavFile.SAMPLE_RATE * BITS_PER_SAMPLE * channels.count()).put("channels", channels.count());
        ArrayNode participants = json.putArray("participants");
        List<Identifier> voices = tape.voices();
        voices.forEach(voice -> participants.addObject().put("participantId", voice.rawId()).put("channel",
                channels.of(voice)));
        return json;
    }
}
