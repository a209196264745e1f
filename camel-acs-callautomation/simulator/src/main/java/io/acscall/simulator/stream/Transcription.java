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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.callback.CallbackEventType;
import io.acscall.simulator.identity.Identifier;

/** The transcription of a call for one application. Guarded by the lock of the call. */
final class Transcription {

    private static final Pattern MODEL = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final StreamLog log;
    private final StreamLine line;
    private final StreamTies ties;
    private final boolean speechServices;
    private final Map<Identifier, Integer> told = new HashMap<>();
    private TranscriptionOptions options;
    private long frame;

    /**
     * @param speechServices whether the call has the Cognitive Services that understand words
     */
    Transcription(TranscriptionOptions options, boolean speechServices, StreamTies ties, StreamDesk desk) {
        this.options = options;
        this.speechServices = speechServices;
        this.ties = ties;
        this.log = new StreamLog(
                ties.callId(), ties.callConnectionId(), desk.ids().uuid(), false, AudioFormat.PCM_16K_MONO);
        this.line = new StreamLine(
                StreamKind.TRANSCRIPTION, options.transportUrl(), log, ties, desk,
                () -> TranscriptFrames.metadata(log.subscriptionId(), this.options, ties));
        desk.logs().add(StreamKind.TRANSCRIPTION, log);
    }

    TranscriptionOptions options() {
        return options;
    }

    StreamLine line() {
        return line;
    }

    boolean active() {
        return line.state() == StreamState.ACTIVE;
    }

    /**
     * Begins.
     *
     * @param locale the language; null for the same as before
     * @param model  id of a speech model; null for the same as before
     */
    void start(StreamRequest by, String locale, String model) {
        options = options.with(locale, model);
        frame = 0;
        told.clear();
        if (!supported(options.speechModel())) {
            line.fail(by, CallResult.SPEECH_MODEL, StatusDetails.BAD_REQUEST);
        } else if (!speechServices) {
            line.fail(by, CallResult.TRANSCRIPTION_FAILED, StatusDetails.SPEECH_SERVICES);
        } else {
            line.start(by);
        }
    }

    /** Goes on in another language or with another model; what is null stays. */
    void update(StreamRequest by, String locale, String model) {
        if (supported(model)) {
            options = options.with(locale, model);
            ties.tell(by, CallbackEventType.TRANSCRIPTION_UPDATED, CallResult.MEDIA_COMPLETED,
                    StreamKind.TRANSCRIPTION.update("Updated", StatusDetails.LOCALE_UPDATED));
        } else {
            ties.tell(by, CallbackEventType.TRANSCRIPTION_FAILED, CallResult.SPEECH_MODEL,
                    StreamKind.TRANSCRIPTION.update("Failed", StatusDetails.BAD_REQUEST));
        }
    }

    private static boolean supported(String model) {
        return model == null || MODEL.matcher(model).matches();
    }

    /** Sends what has been said by the end of this frame, where that is news. */
    void frame(Voices voices) {
        voices.busy().forEach(this::frame);
        frame++;
    }

    private void frame(Identifier person, Voice voice) {
        Utterance utterance = voice.current();
        List<Utterance.Word> words = utterance.wordsAt(voice.frame());
        long begun = Math.max(0, frame - voice.frame()) * Ticks.PER_FRAME;
        if (utterance.endsAt(voice.frame())) {
            told.remove(person);
            if (!utterance.words().isEmpty()) {
                line.sendOrHold(TranscriptFrames.data(person, begun, utterance.words(), true));
            }
        } else if (options.intermediate() && words.size() > told.getOrDefault(person, 0)) {
            told.put(person, words.size());
            line.sendOrHold(TranscriptFrames.data(person, begun, words, false));
        }
    }

    /** The subscription as call properties show it. */
    void write(ObjectNode properties) {
        ArrayNode types = properties.putObject("transcriptionSubscription").put("id", log.subscriptionId())
                .put("state", line.state().subscriptionState()).put("locale", options.locale())
                .putArray("subscribedResultTypes").add("final");
        if (options.intermediate()) {
            types.add("intermediate");
        }
    }
}
