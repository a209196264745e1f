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
package io.acscall.camel.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** docs/kafka.md: its table of options is the descriptor's, its routes are compiled. */
class KafkaPageTest {

    private static final Path PAGE = Path.of("../../docs/kafka.md");
    private static final Pattern TABLE
            = Pattern.compile("<!-- generated:query-parameters -->\\n.*?<!-- end -->", Pattern.DOTALL);
    private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @Test
    void theTableOfOptionsIsThatOfTheDescriptor() throws Exception {
        String page = Files.readString(PAGE);
        String table = "<!-- generated:query-parameters -->\n" + options().strip() + "\n<!-- end -->";
        String made = TABLE.matcher(page).replaceFirst(Matcher.quoteReplacement(table));
        if (Boolean.getBoolean("acs-call.docs.update")) {
            Files.writeString(PAGE, made);
        }

        assertThat(made).as("docs/kafka.md is made of the code: run this test with -Dacs-call.docs.update=true")
                .isEqualTo(Files.readString(PAGE));
    }

    @Test
    void everyOptionStandsOnTheComponentToo() throws Exception {
        JsonNode onComponent = descriptor().path("componentProperties");

        assertThat(descriptor().path("properties").properties()).filteredOn(KafkaPageTest::isOurs).isNotEmpty()
                .allSatisfy(option -> assertThat(onComponent.has(option.getKey())).as(option.getKey()).isTrue());
    }

    @Test
    void thePageShowsWhatIsCompiled() throws Exception {
        String source = withoutIndent(
                Files.readString(Path.of("src/test/java/io/acscall/camel/kafka/KafkaManualRoutes.java")));

        assertThat(JAVA.matcher(Files.readString(PAGE)).results()).isNotEmpty()
                .allSatisfy(block -> assertThat(source).contains(withoutIndent(block.group(1))));
    }

    private static boolean isOurs(Map.Entry<String, JsonNode> option) {
        return option.getValue().path("kind").asText().equals("parameter") && option.getValue().has("configurationClass");
    }

    private static String withoutIndent(String code) {
        return code.lines().map(String::strip).collect(Collectors.joining("\n"));
    }

    private static JsonNode descriptor() throws IOException {
        try (InputStream file
                = AcsCallKafkaEndpoint.class.getResourceAsStream("/META-INF/io/acscall/camel/kafka/acs-call-kafka.json")) {
            return new ObjectMapper().readTree(file);
        }
    }

    private static String options() throws IOException {
        return StreamSupport.stream(descriptor().path("properties").properties().spliterator(), false)
                .filter(KafkaPageTest::isOurs).map(option -> row(option.getKey(), option.getValue()))
                .collect(Collectors.joining("\n", "| name | description | default | type |\n|---|---|---|---|\n", "\n"));
    }

    private static String row(String name, JsonNode option) {
        String prefix = option.path("prefix").asText("");
        String words = option.path("enum").isEmpty()
                ? "" : StreamSupport.stream(option.path("enum").spliterator(), false)
                        .map(word -> "`" + word.asText() + "`").collect(Collectors.joining(", ", " One of ", "."));
        String value = option.path("defaultValue").asText("");
        return "| `" + (prefix.isEmpty() ? name : prefix + "*") + "` (" + option.path("group").asText() + ") | "
               + option.path("description").asText().replace("|", "\\|") + words + " | "
               + (value.isEmpty() ? "" : "`" + value + "`") + " | " + option.path("type").asText() + " |";
    }
}
