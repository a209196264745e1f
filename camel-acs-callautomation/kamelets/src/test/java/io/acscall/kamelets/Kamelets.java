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
package io.acscall.kamelets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** The Kamelets of this module, as they go into its jar. */
final class Kamelets {

    /** Reads YAML. */
    static final YAMLMapper YAML = new YAMLMapper();

    private static final Path FOLDER = Path.of("target/classes/kamelets");

    private Kamelets() {
    }

    /** All of them, by name. */
    static List<Kamelet> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(Kamelets::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Kamelet read(Path file) {
        try {
            String text = Files.readString(file);
            return new Kamelet(file.getFileName().toString(), text, YAML.readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The options of the component, as its descriptor tells them. */
    static JsonNode componentOptions() {
        try {
            return new ObjectMapper().readTree(Resource.text("/META-INF/io/acscall/camel/acs-call.json")).path("properties");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
