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

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.media.Prompt;
import io.acscall.simulator.people.Tone;
import io.acscall.simulator.recognition.Choice;
import io.acscall.simulator.recognition.ChoiceEar;
import io.acscall.simulator.recognition.Ear;
import io.acscall.simulator.recognition.EitherEar;
import io.acscall.simulator.recognition.InputType;
import io.acscall.simulator.recognition.KeyEar;
import io.acscall.simulator.recognition.RecognitionPlan;
import io.acscall.simulator.recognition.SpeechEar;
import io.acscall.simulator.rest.RequestBody;

/** Reads a RecognizeRequest: checks its form, and says what to listen to and for how long. */
public final class RecognizeFields {

    /** Where the application says nothing; the official clients send the first three as defaults, too. */
    private static final Duration INITIAL_SILENCE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_TONES = Duration.ofSeconds(2);
    private static final Duration END_OF_SPEECH = Duration.ofSeconds(2);
    private static final int LONGEST_INITIAL_SILENCE = 300;
    private static final int LONGEST_BETWEEN_TONES = 60;
    /** The api-version whose events tell how sure the service is. */
    private static final String CONFIDENCE_SINCE = "2025-05-15";

    private final PlaySources sources;
    private final Duration maxSilence;

    /**
     * @param maxSilence how long to wait at most, whatever the application says
     */
    public RecognizeFields(PlaySources sources, Duration maxSilence) {
        this.sources = sources;
        this.maxSilence = maxSilence;
    }

    /**
     * @param  cognitiveServices whether text can be spoken and speech understood in this call
     * @throws ServiceFault      400/8523 for a wrong form, 400/8567 for speech without Cognitive Services
     */
    RecognitionPlan plan(RequestBody body, boolean cognitiveServices) {
        InputType type = InputType.of(body.text("recognizeInputType")).orElseThrow(
                () -> body.wrong("recognizeInputType", "it must be one of " + InputType.wireNames() + "."));
        RequestBody options = body.object("recognizeOptions");
        RecognitionPlan plan = new RecognitionPlan(
                type, options.identifier("targetParticipant"), prompt(body, cognitiveServices),
                options.optionalFlag("interruptPrompt"), null);
        if (type.understandsSpeech() && !cognitiveServices) {
            throw CognitiveServices.notLinked("no speech can be recognized");
        }
        return plan;
    }

    /**
     * @param  apiVersion   of the call, which decides what events tell
     * @throws ServiceFault 400/8523 for a wrong form
     */
    Ear ear(InputType type, RequestBody options, String apiVersion) {
        int initial = options.optionalInteger("initialSilenceTimeoutInSeconds", 0, LONGEST_INITIAL_SILENCE);
        Duration first = capped(initial == 0 ? INITIAL_SILENCE : Duration.ofSeconds(initial));
        boolean confidence = apiVersion.compareTo(CONFIDENCE_SINCE) >= 0;
        Ear keys = keys(options.optionalObject("dtmfOptions"), first);
        Ear speech = speech(options.optionalObject("speechOptions"), first, confidence);
        return switch (type) {
            case DTMF -> keys;
            case SPEECH -> speech;
            case SPEECH_OR_DTMF -> new EitherEar(keys, speech);
            case CHOICES -> new ChoiceEar(choices(options), first, confidence);
        };
    }

    /** Several prompts win over a single one; the facts leave open which does. */
    private Prompt prompt(RequestBody body, boolean cognitiveServices) {
        JsonNode several = body.raw("playPrompts");
        boolean none = several == null || several.isArray() && several.isEmpty();
        RequestBody single = body.optionalObject("playPrompt");
        Prompt one = single == null ? null : sources.read(List.of(single), cognitiveServices);
        return none ? one : sources.read(body.objects("playPrompts"), cognitiveServices);
    }

    private Ear keys(RequestBody options, Duration first) {
        if (options == null) {
            return new KeyEar(0, Set.of(), first, capped(BETWEEN_TONES));
        }
        int between = options.raw("interToneTimeoutInSeconds") == null
                ? 0 : options.optionalInteger("interToneTimeoutInSeconds", 1, LONGEST_BETWEEN_TONES);
        return new KeyEar(
                options.optionalInteger("maxTonesToCollect", 1, Integer.MAX_VALUE), stopTones(options), first,
                capped(between == 0 ? BETWEEN_TONES : Duration.ofSeconds(between)));
    }

    private Ear speech(RequestBody options, Duration first, boolean confidence) {
        int end = options == null ? 0 : options.optionalInteger("endSilenceTimeoutInMs", 1, Integer.MAX_VALUE);
        return new SpeechEar(first, capped(end == 0 ? END_OF_SPEECH : Duration.ofMillis(end)), confidence);
    }

    private static Set<Tone> stopTones(RequestBody options) {
        Set<Tone> tones = EnumSet.noneOf(Tone.class);
        JsonNode named = options.raw("stopTones");
        if (named != null && !(named.isArray() && named.isEmpty())) {
            options.texts("stopTones").forEach(name -> tones.add(tone(options, "stopTones", name)));
        }
        return tones;
    }

    private static List<Choice> choices(RequestBody options) {
        List<Choice> all = new ArrayList<>();
        for (RequestBody choice : options.objects("choices")) {
            String tone = choice.optionalText("tone");
            all.add(new Choice(
                    choice.text("label"), choice.texts("phrases"), tone == null ? null : tone(choice, "tone", tone)));
        }
        return all;
    }

    private static Tone tone(RequestBody object, String field, String name) {
        return Tone.of(name).orElseThrow(() -> object.wrong(field, "a tone is one of " + Tone.wireNames() + "."));
    }

    private Duration capped(Duration time) {
        return time.compareTo(maxSilence) < 0 ? time : maxSilence;
    }
}
