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
package io.acscall.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Commands on the pages name profiles, modules, tests, classes, options and paths that there are. Those of the
 * simulator are run by its SimulatorPageTest, the programs of the examples by their tests.
 */
class CommandsOfTheManualTest {

    private static final Pattern PROFILES = Pattern.compile("-P([\\w,-]+)");
    private static final Pattern MODULES = Pattern.compile("-pl ([\\w/,-]+)");
    private static final Pattern TESTS = Pattern.compile("-Dtest='?([\\w*,]+)");
    private static final Pattern MAIN = Pattern.compile("(io\\.acscall\\.[\\w.]+)");
    private static final Pattern DEPENDENCY = Pattern.compile("<dependency>.*?</dependency>", Pattern.DOTALL);
    private static final Pattern CONTROL = Pattern.compile("(?:-X (\\w+) )?http://127\\.0\\.0\\.1:8089(/[^ ?]+)");

    /** Read once, for there are many commands. */
    private static final List<Path> SOURCES = below(".java");
    private static final List<String> POMS = below("pom.xml").stream().map(CommandsOfTheManualTest::text).toList();

    record Command(String page, String line) {

        @Override
        public String toString() {
            return page + ": " + line;
        }

        Stream<String> words(Pattern pattern) {
            return pattern.matcher(line).results().flatMap(found -> Arrays.stream(found.group(1).split(",")));
        }
    }

    static List<Command> commands() throws IOException {
        Stream.Builder<Command> commands = Stream.builder();
        for (Path page : ProjectFiles.pages()) {
            for (String block : ProjectFiles.blocks(page, "")) {
                block.replace("\\\n", " ").lines().map(line -> line.strip().replaceAll(" +", " "))
                        .filter(line -> line.matches("(mvn|java|curl|az|docker|podman) .*"))
                        .forEach(line -> commands.add(new Command(ProjectFiles.name(page), line)));
            }
        }
        return commands.build().toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandNamesWhatThereIs(Command command) throws Exception {
        String pom = Files.readString(ProjectFiles.named("pom.xml"));

        assertThat(command.words(PROFILES)).allSatisfy(
                profile -> assertThat(POMS).anyMatch(one -> one.contains("<id>" + profile + "</id>")));
        assertThat(command.words(MODULES)).allSatisfy(module -> assertThat(pom).contains("<module>" + module + "</module>"));
        assertThat(command.words(TESTS)).allSatisfy(test -> assertThat(sourcesNamed(test)).isNotEmpty());
        assertThat(command.words(MAIN)).allSatisfy(
                name -> assertThat(SOURCES).anyMatch(source -> source.endsWith(name.replace('.', '/') + ".java")));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCallOfTheControlApiIsInItsDescription(Command command) throws Exception {
        JsonNode paths = new YAMLMapper().readTree(Files.readString(ProjectFiles.named("docs/simulator-openapi.yaml")))
                .path("paths");

        assertThat(CONTROL.matcher(command.line()).results()).allSatisfy(call -> {
            String method = call.group(1) == null ? "get" : call.group(1).toLowerCase(Locale.ROOT);
            assertThat(paths.properties()).anySatisfy(path -> {
                assertThat(call.group(2)).matches(path.getKey().replaceAll("\\{\\w+}", "[^/]+"));
                assertThat(path.getValue().has(method)).isTrue();
            });
        });
    }

    /** mvn -Pdemo and its like stop before test jars are made, and Maven then can't find one that main code needs. */
    @Test
    void whoOnlyCompilesTheProjectNeedsNoTestJar() throws Exception {
        List<String> parent = List.of(Files.readString(ProjectFiles.named("pom.xml")));

        assertThat(POMS.stream().filter(pom -> !parent.contains(pom)).flatMap(pom -> DEPENDENCY.matcher(pom).results())
                .map(MatchResult::group).filter(dependency -> dependency.contains("<type>test-jar</type>")))
                .isNotEmpty().allSatisfy(dependency -> assertThat(dependency).contains("<scope>test</scope>"));
    }

    private static List<Path> sourcesNamed(String test) {
        Pattern name = Pattern.compile(test.replace("*", "\\w*") + "\\.java");
        return SOURCES.stream().filter(file -> name.matcher(file.getFileName().toString()).matches()).toList();
    }

    private static List<Path> below(String ending) {
        try {
            return ProjectFiles.below("", ending);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
