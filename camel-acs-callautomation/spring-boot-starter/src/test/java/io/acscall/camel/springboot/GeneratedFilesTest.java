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
package io.acscall.camel.springboot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The class of properties is made of the component's descriptor, so that the two cannot drift apart. With
 * {@code -Dacs-call.starter.update=true} these tests write the files anew.
 */
class GeneratedFilesTest {

    private static final Path GENERATED = Path.of("src", "generated");

    @Test
    void classOfPropertiesIsThatOfTheDescriptor() throws Exception {
        check(GENERATED.resolve(Path.of("java", "io", "acscall", "camel", "springboot", "AcsCallComponentConfiguration.java")),
                new PropertiesSource(ComponentOptions.read()).text());
    }

    @Test
    void defaultsAndWordsAreThoseOfTheDescriptor() throws Exception {
        check(GENERATED.resolve(Path.of("resources", "META-INF", "additional-spring-configuration-metadata.json")),
                new PropertiesHints(ComponentOptions.read()).text());
    }

    private static void check(Path file, String expected) throws IOException {
        if (Boolean.getBoolean("acs-call.starter.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, expected);
        }
        assertThat(file).as("run this test with -Dacs-call.starter.update=true").hasContent(expected);
    }
}
