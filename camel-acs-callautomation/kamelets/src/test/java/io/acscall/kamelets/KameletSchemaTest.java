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
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each file against the schema of Kamelets of the official catalogue, and its template against that of the YAML DSL.
 */
class KameletSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema KAMELET = kameletSchema();
    private static final JsonSchema ROUTES = JsonSchemaFactory.getInstance(VersionFlag.V4)
            .getSchema(Resource.text("/schema/camelYamlDsl.json"));

    static Stream<Kamelet> kamelets() {
        return Kamelets.all().stream();
    }

    private static JsonSchema kameletSchema() {
        try {
            JsonNode definition = Kamelets.YAML.readTree(Resource.text("/camel.apache.org_kamelets.yaml"));
            JsonNode schema = definition.at("/spec/versions/0/schema/openAPIV3Schema");
            closed(schema);
            return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Kubernetes drops a field that the schema does not know; here it is an error. */
    private static void closed(JsonNode schema) {
        boolean open = schema.path("x-kubernetes-preserve-unknown-fields").asBoolean();
        if (schema.path("properties").isObject() && !open && !schema.has("additionalProperties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
        schema.forEach(KameletSchemaTest::closed);
    }

    private static Set<ValidationMessage> asRoute(JsonNode template) {
        return ROUTES.validate(JSON.createArrayNode().add(template));
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void fileFitsTheSchemaOfKamelets(Kamelet kamelet) {
        assertThat(KAMELET.validate(kamelet.yaml())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void templateFitsTheSchemaOfTheYamlDsl(Kamelet kamelet) {
        assertThat(asRoute(kamelet.template())).isEmpty();
    }

    @Test
    void aMisspeltFieldIsFound() throws IOException {
        JsonNode broken
                = Kamelets.YAML.readTree(kamelets().toList().get(0).text().replace("  dependencies:", "  dependencys:"));

        assertThat(KAMELET.validate(broken)).isNotEmpty();
    }

    @Test
    void aMisspeltStepIsFound() throws IOException {
        JsonNode broken = Kamelets.YAML.readTree("from: { uri: kamelet:source, steps: [ { too: log:x } ] }");

        assertThat(asRoute(broken)).isNotEmpty();
    }

    @Test
    void thereIsOneForEachThingThatPeopleDo() {
        assertThat(kamelets().map(Kamelet::name)).containsExactlyInAnyOrderElementsOf(List.of(
                "acs-incoming-call-source", "acs-call-event-source", "acs-create-call-action", "acs-answer-call-action",
                "acs-reject-call-action", "acs-redirect-call-action", "acs-play-action", "acs-collect-action",
                "acs-transfer-call-action", "acs-add-participant-action", "acs-move-participants-action",
                "acs-remove-participant-action", "acs-hang-up-action", "acs-start-recording-action",
                "acs-notify-by-phone-sink"));
    }
}
