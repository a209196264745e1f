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

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.acscall.simulator.callback.CallResult;
import io.acscall.simulator.people.Tone;

/** Decides on a choice by the first key or the first words. */
public final class ChoiceEar implements Ear {

    private final List<Choice> choices;
    private final Duration first;
    private final boolean confidence;

    /**
     * @param choices    at least one
     * @param first      how long to wait for a key or words
     * @param confidence whether the result says how sure it is
     */
    public ChoiceEar(List<Choice> choices, Duration first, boolean confidence) {
        this.choices = List.copyOf(choices);
        this.first = first;
        this.confidence = confidence;
    }

    @Override
    public Optional<Recognized> key(Tone tone) {
        return Optional.of(choices.stream().filter(choice -> choice.tone() == tone).findFirst()
                .map(Recognized::chosenByKey).orElseGet(() -> Recognized.failed(CallResult.WRONG_TONE)));
    }

    /** A phrase matches when it is said as a whole; case, punctuation and blanks don't matter. */
    @Override
    public Optional<Recognized> words(String speech) {
        if (speech.isBlank()) {
            return Optional.of(Recognized.failed(CallResult.SPEECH_NOT_RECOGNIZED));
        }
        String said = plain(speech);
        for (Choice choice : choices) {
            for (String phrase : choice.phrases()) {
                if (plain(phrase).equals(said)) {
                    return Optional.of(Recognized.chosenByPhrase(choice, phrase, confidence));
                }
            }
        }
        return Optional.of(Recognized.failed(CallResult.CHOICE_NOT_MATCHED));
    }

    @Override
    public Optional<Recognized> choice(String label) {
        return Optional.of(choices.stream().filter(choice -> choice.label().equalsIgnoreCase(label)).findFirst()
                .map(choice -> Recognized.chosenByPhrase(choice, choice.phrases().get(0), confidence))
                .orElseGet(() -> Recognized.failed(CallResult.CHOICE_NOT_MATCHED)));
    }

    @Override
    public Recognized silence() {
        return Recognized.failed(CallResult.INITIAL_SILENCE);
    }

    @Override
    public Duration patience() {
        return first;
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
    }
}
