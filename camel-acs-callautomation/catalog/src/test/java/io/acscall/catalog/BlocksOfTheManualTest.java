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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing between fences on any page is there unchecked: Java is that of a source which a test runs, properties and
 * dependencies exist, and each command and each picture of an output is known to somebody.
 */
class BlocksOfTheManualTest {

    /** Languages, and who checks what is written in them. */
    private static final Set<String> CHECKED = Set.of("java", "yaml", "xml", "properties", "json", "mermaid", "text", "");
    /**
     * Looked at by ActionsPageTest, route by route, and by AddingAnActionTest, which compiles and runs what is shown.
     */
    private static final Set<String> BY_THEMSELVES = Set.of("docs/actions.md", "docs/adding-an-action.md");
    /** Compared word for word by FlightRecorderPageTest of the component, which plays a file of its own. */
    private static final String REPLAY = "String file = \"src/test/resources/call-with-a-wrong-turn.json\";";
    /** Not in the catalogue of this Camel; TracesAndLogLinesPageTest of the component runs an application with it. */
    private static final String MDC = "camel.mdc.custom-headers";
    /** Beans of the user; what is written to them is looked up in their class. */
    private static final String BEANS = "camel.beans.";
    private static final Pattern BEAN_CLASS = Pattern.compile("camel\\.beans\\.(\\w+) *= *#class:([\\w.]+)");
    private static final Pattern BEAN_PROPERTY = Pattern.compile("camel\\.beans\\.(\\w+)\\.(\\w+)(\\[.*])? *=.*");
    private static final Pattern PARAGRAPH = Pattern.compile("\\n\\s*\\n|^\\s*…\\s*$", Pattern.MULTILINE);
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]+)</artifactId>");
    private static final Pattern LANGUAGE = Pattern.compile("^ *```(.+)$", Pattern.MULTILINE);

    @Test
    void everyLanguageHasSomebodyWhoChecksIt() throws Exception {
        for (Path page : ProjectFiles.pages()) {
            assertThat(LANGUAGE.matcher(Files.readString(page)).results().map(found -> found.group(1)))
                    .as(ProjectFiles.name(page)).isSubsetOf(CHECKED);
        }
    }

    @Test
    void everyJavaBlockIsPartOfASource() throws Exception {
        String sources = ProjectFiles.sources();
        List<String> foreign = new ArrayList<>();
        everyBlock("java").forEach((page, blocks) -> blocks.stream().filter(block -> !BY_THEMSELVES.contains(page))
                .filter(block -> !block.startsWith(REPLAY))
                .flatMap(block -> Arrays.stream(PARAGRAPH.split(block))).map(String::strip)
                .filter(part -> !sources.contains(ProjectFiles.withoutBlanks(part)))
                .forEach(part -> foreign.add(page + ":\n" + part)));

        assertThat(foreign).isEmpty();
    }

    @Test
    void everyPropertyExists() throws Exception {
        Catalogue catalogue = new Catalogue();
        List<String> lines = everyBlock("properties").values().stream().flatMap(List::stream).flatMap(String::lines)
                .map(String::strip).filter(line -> line.startsWith("camel.")).toList();
        Map<Boolean, List<String>> ours
                = lines.stream().collect(Collectors.partitioningBy(line -> line.startsWith("camel.component.")));

        assertThat(ours.get(true).stream().filter(line -> !line.contains("#bean:"))).hasSizeGreaterThan(20)
                .flatExtracting(catalogue::problems).isEmpty();
        assertThat(ours.get(false).stream().map(line -> line.replaceAll("[ =].*", "")).filter(name -> !name.equals(MDC))
                .filter(name -> !name.startsWith(BEANS)))
                .hasSizeGreaterThan(5).allMatch(catalogue::knowsOfCamel);
    }

    @Test
    void everyBeanHasItsClassAndWhatIsSetOnIt() throws Exception {
        String sources = ProjectFiles.sources();
        for (String block : everyBlock("properties").values().stream().flatMap(List::stream).toList()) {
            Map<String, String> classes = BEAN_CLASS.matcher(block).results()
                    .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
            assertThat(classes.values()).allSatisfy(name -> assertThat(sources)
                    .contains("package" + name.substring(0, name.lastIndexOf('.')) + ";")
                    .contains("class" + name.substring(name.lastIndexOf('.') + 1)));
            assertThat(BEAN_PROPERTY.matcher(block).results()).allSatisfy(found -> {
                assertThat(classes).containsKey(found.group(1));
                assertThat(sources).contains("set" + capital(found.group(2)) + "(");
            });
        }
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    @Test
    void everyArtifactIsOneThatTheProjectBuildsOrUses() throws Exception {
        StringBuilder poms = new StringBuilder();
        for (Path pom : ProjectFiles.below("", "pom.xml")) {
            poms.append(Files.readString(pom));
        }
        Set<String> known = artifacts(poms.toString());
        assertThat(everyBlock("xml").values().stream().flatMap(List::stream).filter(block -> !block.contains("<project"))
                .flatMap(block -> artifacts(block).stream())).isNotEmpty().isSubsetOf(known);
    }

    private static Set<String> artifacts(String xml) {
        return ARTIFACT.matcher(xml).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Map<String, List<String>> everyBlock(String language) throws IOException {
        Map<String, List<String>> blocks = new TreeMap<>();
        for (Path page : ProjectFiles.pages()) {
            blocks.put(ProjectFiles.name(page), ProjectFiles.blocks(page, language));
        }
        return blocks;
    }
}
