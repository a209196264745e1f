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
package io.acscall.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.acscall.simulator.control.PeopleEndpoints;
import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.identity.Identifier;
import io.acscall.simulator.people.Script;
import io.acscall.simulator.rest.RequestBody;

/**
 * People and how they behave, in YAML or JSON: an object with a member for each number or raw id, whose value is what
 * {@code PUT /simulator/people/…} takes.
 */
final class PeopleFile {

    private PeopleFile() {
    }

    /**
     * Reads a file.
     *
     * @throws IllegalStateException when it cannot be read, with what is wrong with whom
     */
    static Map<Identifier, Script> read(Path file) {
        JsonNode people;
        try {
            people = new YAMLMapper().readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IllegalStateException("The people file " + file + " cannot be read: " + e.getMessage(), e);
        }
        if (!people.isObject()) {
            throw new IllegalStateException(
                    "The people file " + file + " needs lines such as \"+16045550100\": {answer: busy}");
        }
        Map<Identifier, Script> scripts = new LinkedHashMap<>();
        people.properties().forEach(person -> scripts.put(who(file, person.getKey()), script(file, person)));
        return scripts;
    }

    private static Identifier who(Path file, String person) {
        try {
            return Identifier.of(person);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("The people file " + file + " is wrong: " + e.getMessage(), e);
        }
    }

    private static Script script(Path file, Map.Entry<String, JsonNode> person) {
        try {
            return PeopleEndpoints.read(new RequestBody(person.getValue()));
        } catch (ServiceFault e) {
            throw new IllegalStateException(
                    "The people file " + file + " is wrong at " + person.getKey() + ": " + e.getMessage(), e);
        }
    }
}
