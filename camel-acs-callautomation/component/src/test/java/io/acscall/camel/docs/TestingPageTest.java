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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** docs/testing.md shows tests that run. */
class TestingPageTest {

    private static final Path TESTS = Path.of("src/test/java/io/acscall/camel");

    private static final List<Path> SHOWN = List.of(TESTS.resolve("docs/TestingYourRoutesTest.java"),
            TESTS.resolve("neighbour/TestJunit5Test.java"));

    private static String withoutIndent(String code) {
        return code.lines().map(String::strip).collect(Collectors.joining("\n"));
    }

    @Test
    void eachBlockIsPartOfATestThatRuns() throws IOException {
        StringBuilder source = new StringBuilder();
        for (Path file : SHOWN) {
            source.append(withoutIndent(Files.readString(file)));
        }

        assertThat(DocsPage.named("testing.md").blocks("java")).hasSizeGreaterThan(5)
                .allSatisfy(block -> assertThat(source.toString()).contains(withoutIndent(block)));
    }
}
