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

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.json.Json;

/** All that can be said about faults, for those who let others choose. */
final class FaultChoices {

    private FaultChoices() {
    }

    /**
     * @param operations the names of the operations there are
     * @param events     the types of callback events there are, without prefix
     */
    static ObjectNode toJson(Collection<String> operations, Collection<String> events) {
        ObjectNode json = Json.object();
        ObjectNode presets = json.putObject("presets");
        Arrays.stream(FaultPreset.values()).forEach(preset -> presets.set(preset.wireName(), preset.json()));
        putSorted(json, "events", events);
        putTexts(json, "callbacks", Arrays.stream(CallbackFault.values()).map(CallbackFault::wireName).toList());
        putTexts(json, "eventGrid", Arrays.stream(EventGridFault.values()).map(EventGridFault::wireName).toList());
        putTexts(json, "streams", Arrays.stream(StreamFault.values()).map(StreamFault::wireName).toList());
        putSorted(json, "operations", operations);
        return json;
    }

    private static void putSorted(ObjectNode json, String name, Collection<String> texts) {
        putTexts(json, name, texts.stream().sorted().toList());
    }

    private static void putTexts(ObjectNode json, String name, List<String> texts) {
        ArrayNode array = json.putArray(name);
        texts.forEach(array::add);
    }
}
