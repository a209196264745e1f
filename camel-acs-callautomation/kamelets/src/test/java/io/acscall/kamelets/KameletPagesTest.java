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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages of the manual on Kamelets are made of their YAML. */
class KameletPagesTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final Path DOCS = Path.of("../../docs");
    private static final boolean UPDATE = Boolean.getBoolean("acs-call.docs.update");
    private static final String STALE = "%s is made of the Kamelets: run this test with -Dacs-call.docs.update=true";

    static Stream<Kamelet> kamelets() {
        return Kamelets.all().stream();
    }

    private static void isUpToDate(Path page, String made) throws IOException {
        if (UPDATE) {
            Files.createDirectories(page.getParent());
            Files.writeString(page, made);
        }
        assertThat(page).as(STALE, page.getFileName()).exists();
        assertThat(Files.readString(page)).as(STALE, page.getFileName()).isEqualTo(made);
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void pageOfEachKameletIsMadeOfItsYaml(Kamelet kamelet) throws IOException {
        isUpToDate(DOCS.resolve("kamelets").resolve(kamelet.name() + ".md"), KameletPage.of(kamelet));
    }

    @Test
    void indexListsAllKamelets() throws IOException {
        Path index = DOCS.resolve("kamelets.md");
        String begin = "<!-- generated:kamelets -->\n";
        String text = Files.readString(index);
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf("<!-- end -->", from);

        assertThat(text).contains(begin);
        isUpToDate(index, text.substring(0, from) + KameletPage.index(kamelets().toList()) + text.substring(to));
    }

    @Test
    void noPageIsLeftOfAKameletThatIsGone() throws IOException {
        try (Stream<Path> pages = Files.list(DOCS.resolve("kamelets"))) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(kamelets().map(Kamelet::name).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void exampleOfThePageIsARouteThatStarts(Kamelet kamelet, AcsSimulator simulator) throws Exception {
        try (YamlApp app = YamlApp.start(simulator, KameletPage.example(kamelet))) {
            assertThat(app.context().getRoutes()).isNotEmpty();
        }
    }
}
