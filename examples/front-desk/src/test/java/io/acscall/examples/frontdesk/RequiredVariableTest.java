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
package io.acscall.examples.frontdesk;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RequiredVariableTest {

    private static final Pattern WITHOUT_DEFAULT = Pattern.compile("\\{\\{env:(\\w+)}}");

    @Test
    void areThoseThatThePropertiesNameWithoutADefault() throws Exception {
        Properties properties = new Properties();
        try (InputStream in = FrontDesk.class.getResourceAsStream("/application.properties")) {
            properties.load(in);
        }
        Set<String> named = new HashSet<>();
        properties.values()
                .forEach(value -> WITHOUT_DEFAULT.matcher(value.toString()).results()
                        .forEach(found -> named.add(found.group(1))));

        assertThat(Stream.of(RequiredVariable.values()).map(Enum::name)).containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void areAllExplainedInTheManual() throws Exception {
        String manual = Files.readString(Path.of("..", "..", "docs", "azure.md"));

        assertThat(RequiredVariable.values()).allSatisfy(one -> assertThat(manual).contains("| `" + one + "` |"));
    }

    @Test
    void saysWhatIsMissingAndWhatIsBlank() {
        Map<String, String> environment
                = Stream.of(RequiredVariable.values()).collect(Collectors.toMap(Enum::name, one -> "x"));
        assertThat(RequiredVariable.missingIn(environment)).isEmpty();

        environment.remove("ACS_RESOURCE_ID");
        environment.put("ACS_PHONE_NUMBER", " ");

        assertThat(RequiredVariable.missingIn(environment)).hasSize(2)
                .anyMatch(line -> line.contains("ACS_RESOURCE_ID") && line.contains("GUID"))
                .anyMatch(line -> line.contains("ACS_PHONE_NUMBER"));
    }
}
