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

import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.media.MediaFailure;
import io.acscall.simulator.media.Prompt;

/**
 * What an application asked for.
 *
 * @param type            what is listened to
 * @param target          who is listened to
 * @param prompt          what is played; null without a prompt
 * @param interruptPrompt whether what the person does ends the prompt; otherwise it counts when the prompt is over
 * @param failure         how the prompt fails on purpose; null when it does not
 */
public record RecognitionPlan(InputType type, Identifier target, Prompt prompt, boolean interruptPrompt,
        MediaFailure failure) {

    /** The same with a failure; null for none. */
    public RecognitionPlan failing(MediaFailure how) {
        return new RecognitionPlan(type, target, prompt, interruptPrompt, how);
    }
}
