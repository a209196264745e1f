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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** With the module on the class path, Camel's catalogue knows the component, and tells wrong from right. */
class CatalogueTest {

    private final Catalogue catalogue = new Catalogue();

    private List<String> problems(String uri, boolean starts) {
        return catalogue.problems(new Step("here", uri, starts));
    }

    @Test
    void theDescriptorIsTheOneOfTheComponent() throws Exception {
        Path generated = Path.of("../component/src/generated/resources/META-INF/io/acscall/camel/acs-call.json");

        ObjectMapper json = new ObjectMapper();
        JsonNode seen = json.readTree(catalogue.descriptor());
        assertThat(seen).isEqualTo(json.readTree(Files.readString(generated)));
    }

    @ParameterizedTest
    @CsvSource({
            "acs-call:createCall?taget=+16045550100, false, taget",
            "acs-call:play?text=Hello&loud=true, false, loud",
            "acs-call:play?awaitEvent=maybe, false, maybe",
            "acs-call:ring, false, ring",
            "acs-call:reject?reason=tired, false, tired",
            "acs-call:events?awaitEvent=true, true, awaitEvent",
            "acs-call:createCall?eventTypes=CallConnected, false, eventTypes" })
    void whatIsWrongInAUriIsNamed(String uri, boolean starts, String named) {
        assertThat(problems(uri, starts)).singleElement().asString().contains(named);
    }

    @Test
    void whatIsWrongInYamlIsNamed() throws Exception {
        List<Step> steps = YamlRoutes.read("planted.yaml", """
                - route:
                    from:
                      uri: acs-call:incomingCall
                      parameters: { too: "+18005550100" }
                      steps:
                        - to: { uri: acs-call:answer, parameters: { awaitEvents: true } }
                        - to: acs-call:hangUp?everyone=true
                        - to: acs-call:hangUp?forEveryone=true
                """);

        assertThat(steps).hasSize(4);
        assertThat(steps).flatExtracting(catalogue::problems).hasSize(3)
                .satisfiesExactly(first -> assertThat(first).asString().contains("too"),
                        second -> assertThat(second).asString().contains("awaitEvents"),
                        third -> assertThat(third).asString().contains("everyone"));
    }

    @Test
    void whatIsWrongInJavaIsNamed() {
        List<Step> steps = JavaRoutes.read("Planted.java", """
                public class Planted extends org.apache.camel.builder.RouteBuilder {
                    public void configure() {
                        from("acs-call:incomingCall").to("acs-call:answer?awaitEvent=true")
                            .to("acs-call:play?txt=Hello");
                    }
                }
                """);

        assertThat(steps).hasSize(3);
        assertThat(steps).flatExtracting(catalogue::problems).singleElement().asString().contains("txt");
    }

    @Test
    void everyOptionOfTheComponentIsAPropertyOfCamelMain() {
        ComponentModel model = JsonMapper.generateComponentModel(catalogue.descriptor());

        assertThat(model.getComponentOptions()).isNotEmpty().allSatisfy(option -> assertThat(
                catalogue.problems("camel.component.acs-call." + option.getName() + " = {{value}}")).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "camel.component.acs-call.conection-string = endpoint=x",
            "camel.component.acs-call.max-queued-events = many",
            "camel.component.acs-call.lazy-start-producer = perhaps" })
    void aWrongPropertyIsRefused(String line) {
        assertThat(catalogue.problems(line)).isNotEmpty();
    }
}
