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
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the examples, the Kamelets and the manual show is known to the catalogue, in YAML, Java and properties. */
class RoutesOfTheProjectTest {

    private final Catalogue catalogue = new Catalogue();

    private void checks(List<Step> steps, String... mustBeAmong) {
        assertThat(steps.stream().map(Step::source).distinct()).contains(mustBeAmong);
        assertThat(steps).flatExtracting(catalogue::problems).isEmpty();
    }

    private static List<Step> yaml(String folder) throws IOException {
        List<Step> steps = new ArrayList<>();
        for (Path file : ProjectFiles.below(folder, ".yaml")) {
            steps.addAll(YamlRoutes.read(ProjectFiles.name(file), Files.readString(file)));
        }
        return steps;
    }

    @Test
    void yamlOfTheExamplesIsRight() throws Exception {
        checks(yaml("examples"), "examples/ivr/src/main/resources/routes/ivr.yaml");
    }

    @Test
    void everyKameletIsRight() throws Exception {
        String folder = "camel-acs-callautomation/kamelets/src/main/resources/kamelets";
        String[] names = ProjectFiles.below(folder, ".kamelet.yaml").stream().map(ProjectFiles::name).toArray(String[]::new);

        assertThat(names).hasSizeGreaterThan(10);
        checks(yaml(folder), names);
    }

    @Test
    void yamlOfTheManualIsRight() throws Exception {
        List<Step> steps = new ArrayList<>();
        for (Path page : ProjectFiles.pages()) {
            for (String block : ProjectFiles.blocks(page, "yaml")) {
                steps.addAll(YamlRoutes.read(ProjectFiles.name(page), block));
            }
        }
        checks(steps, "README.md", "docs/actions.md");
    }

    @Test
    void javaOfTheManualIsRight() throws Exception {
        List<Step> steps = new ArrayList<>();
        String folder = "camel-acs-callautomation/component/src/test/java/io/acscall/camel/docs/";
        for (Path file : ProjectFiles.below(folder, "Routes.java")) {
            steps.addAll(JavaRoutes.read(ProjectFiles.name(file), Files.readString(file)));
        }
        checks(steps, folder + "FromTheSdkRoutes.java", folder + "FromTheSdkMediaRoutes.java", folder + "ManualRoutes.java");
    }

    @Test
    void propertiesOfTheExamplesAreRight() throws Exception {
        List<String> lines = new ArrayList<>();
        for (Path file : ProjectFiles.below("examples", "application.properties")) {
            Files.readAllLines(file).stream().filter(line -> line.startsWith("camel.component.acs-call.")).forEach(lines::add);
        }
        assertThat(lines).hasSizeGreaterThan(20).flatExtracting(catalogue::problems).isEmpty();
    }
}
