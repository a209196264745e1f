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

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.acscall.simulator.people.Input;

/** What a recognition listens to (facts: enum RecognizeInputType). */
public enum InputType {

    DTMF("dtmf", EnumSet.of(Input.Kind.TONES)),
    SPEECH("speech", EnumSet.of(Input.Kind.SPEECH)),
    SPEECH_OR_DTMF("speechOrDtmf", EnumSet.of(Input.Kind.TONES, Input.Kind.SPEECH)),
    CHOICES("choices", EnumSet.of(Input.Kind.TONES, Input.Kind.SPEECH, Input.Kind.CHOICE));

    private final String wireName;
    private final Set<Input.Kind> heard;

    InputType(String wireName, Set<Input.Kind> heard) {
        this.wireName = wireName;
        this.heard = heard;
    }

    /** The value in requests. */
    public String wireName() {
        return wireName;
    }

    /** Whether it takes notice of what a person does. */
    public boolean hears(Input input) {
        return heard.contains(input.kind());
    }

    /** Whether it takes part of a script: what it hears, and silence. */
    public boolean takes(Input input) {
        return hears(input) || input.isOne(Input.Kind.SILENCE);
    }

    /** Whether it needs Cognitive Services, which understand what is said. */
    public boolean understandsSpeech() {
        return heard.contains(Input.Kind.SPEECH);
    }

    /** Looks a value of the wire up, in any case. */
    public static Optional<InputType> of(String wireName) {
        return Arrays.stream(values()).filter(type -> type.wireName.equalsIgnoreCase(wireName)).findFirst();
    }

    /** All values of the wire. */
    public static List<String> wireNames() {
        return Arrays.stream(values()).map(InputType::wireName).toList();
    }
}
