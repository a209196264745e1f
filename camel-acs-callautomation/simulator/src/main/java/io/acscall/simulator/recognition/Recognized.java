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
package io.acscall.simulator.recognition;

import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.callback.CallbackEventType;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.media.MediaFailure;
import io.acscall.simulator.people.Tone;

/**
 * How a recognition ended.
 *
 * @param type   RecognizeCompleted or RecognizeFailed
 * @param result its code
 * @param extra  the members that only this event has
 */
public record Recognized(CallbackEventType type, CallResult result, ObjectNode extra) {

    /** How sure the simulator is of what it heard; the service is hardly ever surer. */
    private static final double CONFIDENCE = 0.95;

    static Recognized failed(CallResult result) {
        return new Recognized(CallbackEventType.RECOGNIZE_FAILED, result, Json.object());
    }

    static Recognized failed(MediaFailure failure) {
        return new Recognized(CallbackEventType.RECOGNIZE_FAILED, failure.result(), failure.extra());
    }

    static Recognized tones(CallResult result, List<Tone> tones) {
        ObjectNode extra = Json.object().put("recognitionType", "dtmf");
        ArrayNode array = extra.putObject("dtmfResult").putArray("tones");
        tones.forEach(tone -> array.add(tone.wireName()));
        return completed(result, extra);
    }

    static Recognized speech(String words, boolean confidence) {
        ObjectNode extra = Json.object().put("recognitionType", "speech");
        ObjectNode speech = extra.putObject("speechResult").put("speech", words);
        return completed(CallResult.SPEECH_RECOGNIZED, confidence ? sure(speech, extra) : extra);
    }

    static Recognized chosenByKey(Choice choice) {
        ObjectNode extra = Json.object().put("recognitionType", "choices");
        extra.putObject("choiceResult").put("label", choice.label());
        return completed(CallResult.KEY_CHOSEN, extra);
    }

    static Recognized chosenByPhrase(Choice choice, String phrase, boolean confidence) {
        ObjectNode extra = Json.object().put("recognitionType", "choices");
        ObjectNode chosen = extra.putObject("choiceResult").put("label", choice.label()).put("recognizedPhrase", phrase);
        return completed(CallResult.PHRASE_CHOSEN, confidence ? sure(chosen, extra) : extra);
    }

    private static ObjectNode sure(ObjectNode of, ObjectNode whole) {
        of.put("confidence", CONFIDENCE);
        return whole;
    }

    private static Recognized completed(CallResult result, ObjectNode extra) {
        return new Recognized(CallbackEventType.RECOGNIZE_COMPLETED, result, extra);
    }
}
