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

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.acscall.camel.AcsCallComponent;
import io.acscall.camel.action.CallAction;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class ActionsPageTest {

    private static final DocsPage PAGE = DocsPage.named("actions.md");
    private static final Pattern URI = Pattern.compile("\"(acs-call:[^\"]+)\"");

    @Test
    void tablesAreThoseOfTheCode() throws Exception {
        Map<String, String> parts = new ActionTables(ComponentDescriptor.read()).parts();

        assertThat(PAGE.regenerated(parts))
                .as("docs/actions.md is made of the code: run this test with -Dacs-call.docs.update=true")
                .isEqualTo(PAGE.text());
    }

    @ParameterizedTest
    @MethodSource("actions")
    void eachActionHasASectionWithItsTableAndExamples(CallAction action) {
        String section = section(action.name());

        assertThat(section).contains("<!-- generated:" + action.name() + " -->").contains("```java").contains("```yaml");
        assertThat(section).contains("acs-call:" + action.name());
    }

    @Test
    void eachJavaExampleHasEndpointsThatExist() throws Exception {
        try (DefaultCamelContext context = context()) {
            for (String block : PAGE.blocks("java")) {
                Matcher uri = URI.matcher(block);
                while (uri.find()) {
                    String written = uri.group(1).replaceAll("\\$\\{[^}]*}", "+16045550100");
                    assertThat(context.getEndpoint(written)).as(written).isNotNull();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("yamlExamples")
    void eachYamlExampleIsARouteThatLoads(String yaml) throws Exception {
        try (DefaultCamelContext context = context()) {
            Resource resource = ResourceHelper.fromString("example.yaml", yaml);

            PluginHelper.getRoutesLoader(context).loadRoutes(resource);

            assertThat(context.getRouteDefinitions()).isNotEmpty();
        }
    }

    private static DefaultCamelContext context() {
        DefaultCamelContext context = new DefaultCamelContext();
        AcsCallComponent component = new AcsCallComponent(context);
        component.getConfiguration()
                .setConnectionString("endpoint=https://contoso.communication.azure.com/;accesskey=c2VjcmV0");
        component.getConfiguration().setCallbackBaseUri("https://app.example.com");
        context.addComponent("acs-call", component);
        return context;
    }

    private static String section(String action) {
        String text = PAGE.text();
        int start = text.indexOf("\n### " + action + "\n");
        assertThat(start).as("docs/actions.md has a section for " + action).isNotNegative();
        int end = text.indexOf("\n### ", start + 1);
        return end < 0 ? text.substring(start) : text.substring(start, end);
    }

    static Stream<CallAction> actions() {
        return ActionTables.actions().stream();
    }

    static List<String> yamlExamples() {
        return PAGE.blocks("yaml");
    }
}
