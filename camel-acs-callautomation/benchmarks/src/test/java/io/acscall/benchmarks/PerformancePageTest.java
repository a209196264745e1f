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
package io.acscall.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.acscall.benchmarks.harness.ResultTable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tables of docs/performance.md are made of the results that are committed.
 */
class PerformancePageTest {

    private static final Pattern GENERATED
            = Pattern.compile("<!-- generated:(\\w+)-(machine|measured|reaches) -->\\n.*?<!-- end -->", Pattern.DOTALL);

    private final Path page = Path.of("").toAbsolutePath().resolve("../../docs/performance.md").normalize();

    @Test
    void tablesAreThoseOfTheResults() throws IOException {
        String text = Files.readString(page);
        String anew = regenerated(text);
        if (Boolean.getBoolean("acs-call.docs.update")) {
            Files.writeString(page, anew);
        }

        assertThat(anew)
                .as("docs/performance.md is made of benchmarks/results: run this test with -Dacs-call.docs.update=true")
                .isEqualTo(Files.readString(page));
    }

    private static String regenerated(String text) throws IOException {
        Matcher found = GENERATED.matcher(text);
        StringBuilder anew = new StringBuilder();
        while (found.find()) {
            ResultTable table = ResultTable.read(Path.of("results", found.group(1) + ".json"));
            String content = switch (found.group(2)) {
                case "machine" -> table.machine();
                case "measured" -> table.measured();
                default -> table.reaches();
            };
            found.appendReplacement(anew, Matcher.quoteReplacement(
                    "<!-- generated:" + found.group(1) + "-" + found.group(2) + " -->\n" + content.strip()
                                                                   + "\n<!-- end -->"));
        }
        found.appendTail(anew);
        return anew.toString();
    }
}
