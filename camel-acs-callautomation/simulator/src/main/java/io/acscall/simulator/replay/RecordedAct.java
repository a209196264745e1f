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
package io.acscall.simulator.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.json.Json;

/**
 * Something that a person did.
 *
 * @param atMs   milliseconds since the beginning of the call, or null
 * @param person phone number or raw id
 * @param action {@code call}, {@code join}, {@code ring}, {@code answer}, {@code refuse}, {@code hangUp},
 *               {@code tones}, {@code speech}, {@code choice} or {@code silence}
 * @param byHand whether it is in nobody's script
 * @param text   the keys, words or label; null for other actions
 */
public record RecordedAct(Long atMs, String person, String action, boolean byHand, String text) implements RecordedStep {

    /** How the file calls this sort of step. */
    static final String KIND = "person";

    static RecordedAct of(FileNode step) {
        return new RecordedAct(
                step.millis("atMs").orElse(null), step.text("person"), step.text("action"), step.flag("byHand"),
                step.optionalText("text").orElse(null));
    }

    @Override
    public ObjectNode toJson() {
        ObjectNode json = Json.object().put("kind", KIND);
        if (atMs != null) {
            json.put("atMs", atMs);
        }
        json.put("person", person).put("action", action);
        if (byHand) {
            json.put("byHand", true);
        }
        return text == null ? json : json.put("text", text);
    }
}
