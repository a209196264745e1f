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
package io.acscall.simulator.stream;

import java.time.Duration;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.people.Input;

/** The streams that one application has of a call. Guarded by the lock of the call, but for {@link #frames}. */
public final class LegStreams implements Metronome.Player {

    private final StreamTies ties;
    private final StreamDesk desk;
    private final MediaStream media;
    private final Transcription transcription;
    private final Voices voices;

    /**
     * @param options        what the application asked for
     * @param speechServices whether it named the Cognitive Services that understand words
     */
    public LegStreams(StreamOptions options, boolean speechServices, StreamTies ties, StreamDesk desk) {
        this.ties = ties;
        this.desk = desk;
        this.media = options.media() == null ? null : new MediaStream(options.media(), ties, desk);
        this.transcription = options.transcription() == null
                ? null : new Transcription(options.transcription(), speechServices, ties, desk);
        this.voices = new Voices(ties, desk.pace());
    }

    /**
     * The call is connected: what is to begin with it begins.
     *
     * @param by who hears how it goes
     */
    public void connected(StreamRequest by) {
        if (media != null && media.options().start()) {
            startMedia(by);
        }
        if (transcription != null && transcription.options().start()) {
            startTranscription(by, null, null);
        }
    }

    /**
     * Begins to send audio.
     *
     * @throws ServiceFault 400/8583 when the application has not asked for this stream before, 409/8519 when it is on
     */
    public void startMedia(StreamRequest by) {
        requireOff("Media streaming", media == null ? null : media.line());
        media.line().start(by);
        desk.metronome().join(this);
    }

    /**
     * Sends no more audio.
     *
     * @throws ServiceFault 400/8583 as {@link #startMedia}, 409/8519 when it is not on
     */
    public void stopMedia(StreamRequest by) {
        requireOn("Media streaming", media == null ? null : media.line());
        media.line().stop(by);
    }

    /**
     * Begins to send words; null for the language or the model of before. Errors as for {@link #startMedia}.
     */
    public void startTranscription(StreamRequest by, String locale, String speechModel) {
        requireOff("Transcription", transcription == null ? null : transcription.line());
        transcription.start(by, locale, speechModel);
        desk.metronome().join(this);
    }

    /** Goes on in another language or with another model, null for the same. Errors as for {@link #stopMedia}. */
    public void updateTranscription(StreamRequest by, String locale, String speechModel) {
        requireOn("Transcription", transcription == null ? null : transcription.line());
        transcription.update(by, locale, speechModel);
    }

    /** Sends no more words. Errors as for {@link #stopMedia}. */
    public void stopTranscription(StreamRequest by) {
        requireOn("Transcription", transcription == null ? null : transcription.line());
        transcription.line().stop(by);
    }

    /**
     * Somebody on the line does something.
     *
     * @param lasting how long it takes; null for what follows from its length
     */
    public void hear(Identifier person, Input input, Duration lasting) {
        if (media != null || transcription != null) {
            voices.does(person, input, lasting, active());
        }
    }

    /** The call is over for the application. */
    public void end() {
        desk.metronome().leave(this);
        lines().forEach(StreamLine::end);
    }

    /** Adds the subscriptions to call properties. */
    public void write(ObjectNode properties) {
        if (media != null) {
            media.write(properties);
        }
        if (transcription != null) {
            transcription.write(properties);
        }
    }

    @Override
    public void frames(int due) {
        ties.guard(() -> {
            for (int i = 0; i < due && active(); i++) {
                frame();
            }
            if (lines().allMatch(line -> line.state() == StreamState.INACTIVE)) {
                desk.metronome().leave(this);
            }
        });
    }

    private void frame() {
        voices.next(media != null && media.playing(desk.scheduler().elapsed()));
        if (media != null && media.active()) {
            media.frame(voices);
        }
        if (transcription != null && transcription.active()) {
            transcription.frame(voices);
        }
    }

    private boolean active() {
        return lines().anyMatch(line -> line.state() == StreamState.ACTIVE);
    }

    private Stream<StreamLine> lines() {
        return Stream.concat(Stream.ofNullable(media).map(MediaStream::line),
                Stream.ofNullable(transcription).map(Transcription::line));
    }

    private static void requireOff(String what, StreamLine line) {
        requireThere(what, line);
        if (line.state() != StreamState.INACTIVE) {
            throw ServiceFault.of(409, "8519", "Conflict: " + what + " is on already.");
        }
    }

    private static void requireOn(String what, StreamLine line) {
        requireThere(what, line);
        if (line.state() == StreamState.INACTIVE) {
            throw ServiceFault.of(409, "8519", "Conflict: " + what + " is not on.");
        }
    }

    private static void requireThere(String what, StreamLine line) {
        if (line == null) {
            throw ServiceFault.of(400, "8583", what + " was not set up when the call was created, answered or connected.");
        }
    }
}
