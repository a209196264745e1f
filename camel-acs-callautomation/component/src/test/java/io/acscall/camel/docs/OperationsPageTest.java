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
package io.acscall.camel.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.camel.metrics.CallMeter;
import io.acscall.camel.outcome.Outcome;
import io.acscall.camel.webhook.Refusal;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the manual for those who run it says about messages, reasons, defaults and versions is what the code says. */
class OperationsPageTest {

    private static final Path SOURCES = Path.of("src/main/java/io/acscall/camel");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern REFUSED_WITH = Pattern.compile("(?:refuse|refusals\\.note)\\((?:\\w+, )?\"(\\w+)\"");
    private static final Pattern HEADING = Pattern.compile("\n#{2,3} ");
    private static final Pattern METER = Pattern.compile("(acs_call_\\w+)(?:\\{(\\w+)=)?");
    /** What stands in messages for something that differs. */
    private static final Pattern DIFFERS = Pattern.compile("…");

    private static String section(String heading) {
        String page = DocsPage.named("operations.md").text();
        int start = page.indexOf("\n" + heading + "\n");
        assertThat(start).as(heading).isNotNegative();
        String rest = page.substring(start + heading.length() + 2);
        return HEADING.split(rest, 2)[0];
    }

    /** The first column of a table, without its head. */
    private static List<String> firstColumn(String section) {
        return section.lines().filter(line -> line.startsWith("| ")).skip(1).map(line -> line.split(" \\| ")[0].substring(2))
                .toList();
    }

    private static List<String> code(String text) {
        return CODE.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** The sources in a folder, each text in one piece. */
    private static String sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).map(OperationsPageTest::read)
                    .map(source -> source.replaceAll("\"\\s*\\+\\s*\"", "").replace("{}", "…").replace("%s", "…"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertInTheCode(List<String> messages) {
        String sources = sources(SOURCES);
        assertThat(messages).isNotEmpty().allSatisfy(message -> assertThat(DIFFERS.split(message)).as(message)
                .filteredOn(part -> part.strip().length() > 3).isNotEmpty()
                .allSatisfy(part -> assertThat(sources.contains(part))
                        .as("the code says '%s'", part).isTrue()));
    }

    @Test
    void itsLogLinesAreThoseOfTheCode() {
        assertInTheCode(firstColumn(section("### By log line")).stream().flatMap(cell -> code(cell).stream()).toList());
    }

    @Test
    void itsSymptomsAreOutcomesOrMessagesOfTheCode() {
        List<String> quoted = firstColumn(section("### By symptom")).stream().flatMap(cell -> code(cell).stream()).toList();
        List<String> words = quoted.stream().filter(one -> one.matches("[A-Z_]+")).toList();

        assertThat(words).isNotEmpty().isSubsetOf(Arrays.stream(Outcome.values()).map(Enum::name).toList());
        assertInTheCode(quoted.stream().filter(one -> one.contains(" ")).toList());
    }

    @Test
    void everyReasonOfARefusalIsExplained() {
        TreeSet<String> reasons = Arrays.stream(Refusal.values()).map(one -> one.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        REFUSED_WITH.matcher(sources(SOURCES.resolve("webhook"))).results().map((MatchResult found) -> found.group(1))
                .forEach(reasons::add);

        assertThat(firstColumn(section("### By reason")).stream().flatMap(cell -> code(cell).stream()).toList())
                .containsExactlyInAnyOrderElementsOf(reasons);
    }

    @Test
    void defaultsInTheTableOfTuningAreThoseOfTheOptions() throws IOException {
        JsonNode options = ComponentDescriptor.read().json().path("componentProperties");
        List<String> rows = section("## Tuning").lines().filter(line -> line.startsWith("| `")).toList();

        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            String[] cells = row.split(" \\| ");
            JsonNode option = options.path(cells[0].replaceAll("[|` ]", ""));
            assertThat(option.isObject()).as("option of " + row).isTrue();
            if (cells[1].startsWith("`")) {
                assertThat(cells[1]).as(row).isEqualTo("`" + option.path("defaultValue").asText() + "`");
            }
        });
    }

    @Test
    void alertsAreAboutMetersAndTagsThatThereAre() {
        List<MatchResult> used = METER.matcher(section("## Alerts")).results().toList();

        assertThat(used).isNotEmpty().allSatisfy(found -> assertThat(CallMeter.values()).as(found.group())
                .anySatisfy(meter -> {
                    assertThat(found.group(1)).isEqualTo(meter.prometheusName());
                    assertThat(found.group(2) == null || meter.tags().contains(found.group(2))).isTrue();
                }));
    }

    @Test
    void pagesNameTheVersionThatIsBuilt() {
        Path root = DocsPage.projectFolder();
        String version = Pattern.compile("<version>([^<]+)</version>").matcher(
                read(root.resolve("pom.xml")).replaceFirst("(?s)<parent>.*?</parent>", "")).results().findFirst().orElseThrow()
                .group(1);
        Pattern ours = Pattern
                .compile("<groupId>io\\.acscall</groupId>\\s*<artifactId>[^<]+</artifactId>\\s*<version>([^<]+)</version>"
                         + "|acs-call-simulator-([\\w.-]+?)-standalone\\.jar");
        List<String> named = new ArrayList<>();
        for (String page : List.of("README.md", "docs/testing.md", "docs/spring-boot.md", "docs/simulator.md",
                "docs/console.md", "docs/getting-started.md", "docs/acs-call-component.md")) {
            ours.matcher(read(root.resolve(page))).results()
                    .forEach(found -> named.add(found.group(1) == null ? found.group(2) : found.group(1)));
        }

        assertThat(named).hasSizeGreaterThan(4).containsOnly(version);
    }
}
