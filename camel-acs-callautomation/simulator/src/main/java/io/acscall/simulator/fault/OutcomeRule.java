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
package io.acscall.simulator.fault;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.json.Json;

/**
 * An action that the service takes, and that fails later with an event. Immutable: every method makes another rule. In
 * JSON:
 *
 * <pre>
 * {@code
 * {"operation":"play","subCode":8536,"source":"missing.wav","times":1}
 * }
 * </pre>
 *
 * @param operation   its name, one of {@link #OPERATIONS}
 * @param subCode     what the event says, such as 8535 (file format), 8536 (download), 8565 (Cognitive Services) or
 *                    8511 (prompt)
 * @param source      a text that the address of a file or the text that is played contains; the first such source of a
 *                    prompt fails; null: the first source, or an action that plays nothing
 * @param probability the share of actions that fail, from 0 to 1
 * @param times       how often it strikes at most; null for no limit
 */
public record OutcomeRule(String operation, int subCode, String source, double probability, Integer times) {

    /** The operations that can be made to fail later. */
    public static final Set<String> OPERATIONS = Set.of("play", "recognize", "hold", "sendDtmfTones",
            "startContinuousDtmfRecognition", "startRecording");

    private static final int UNKNOWN = 9999;

    /**
     * @throws IllegalArgumentException when a value is out of its range
     */
    public OutcomeRule {
        Limits.chance("probability", probability);
        Limits.times(times);
    }

    /**
     * A rule for one operation, which fails without a reason (9999) until another one is given.
     *
     * @param operation its name, such as {@code play}
     */
    public static OutcomeRule of(String operation) {
        return new OutcomeRule(operation, UNKNOWN, null, 1, null);
    }

    /** Gives the reason, such as 8536 for a file that cannot be downloaded. */
    public OutcomeRule fails(int reason) {
        return new OutcomeRule(operation, reason, source, probability, times);
    }

    /** Strikes only what plays a file or text with this in its address or words, such as {@code missing.wav}. */
    public OutcomeRule source(String part) {
        return new OutcomeRule(operation, subCode, part, probability, times);
    }

    /** Strikes a share of the actions, from 0 to 1. */
    public OutcomeRule sometimes(double chance) {
        return new OutcomeRule(operation, subCode, source, chance, times);
    }

    /** Strikes so many actions and no more. */
    public OutcomeRule times(int count) {
        return new OutcomeRule(operation, subCode, source, probability, count);
    }

    boolean names(String name, List<String> sources) {
        return operation.equals(name) && (source == null || index(sources) != null);
    }

    /** Which source fails; null for none. */
    Integer index(List<String> sources) {
        for (int i = 0; i < sources.size(); i++) {
            if (source == null || sources.get(i).contains(source)) {
                return i;
            }
        }
        return null;
    }

    /**
     * @param left how often it may still strike; null for no limit
     */
    ObjectNode toJson(Integer left) {
        ObjectNode json = Json.object().put("operation", operation).put("subCode", subCode);
        if (source != null) {
            json.put("source", source);
        }
        json.put("probability", probability);
        return left == null ? json : json.put("times", left);
    }
}
