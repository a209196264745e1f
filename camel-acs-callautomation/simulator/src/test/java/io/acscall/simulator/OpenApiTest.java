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
package io.acscall.simulator;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.ServiceClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.acscall.simulator.testing.CallScene.ANN;
import static io.acscall.simulator.testing.CallScene.OURS;
import static org.assertj.core.api.Assertions.assertThat;

/** docs/simulator-openapi.yaml against the server that it describes. */
class OpenApiTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

    private final Set<String> tried = new TreeSet<>();
    private AcsSimulator simulator;
    private CallScene scene;
    private JsonNode document;

    @BeforeEach
    void open() throws Exception {
        simulator = EXTENSION.simulator();
        scene = new CallScene(simulator).subscribed(EventGridSchema.EVENT_GRID);
        document = new YAMLMapper().readTree(Files.readString(Path.of("../../docs/simulator-openapi.yaml")));
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void everyEndpointOfTheServerIsInItAndNoOther() {
        assertThat(documented()).isEqualTo(new TreeSet<>(simulator.controlEndpoints()));
    }

    @Test
    void everyEndpointOfItAnswersAsItSays() {
        String id = scene.connected(ANN);
        String call = "/simulator/calls/{callId}";
        tries("POST", "/simulator/incoming-calls", "", "{\"from\":\"" + ANN + "\",\"to\":\"" + OURS + "\"}", 201);
        tries("POST", "/simulator/incoming-calls", "", "{}", 400);
        tries("POST", "/simulator/calls", "", "{\"participants\":[\"+16045550111\",\"+16045550112\"]}", 201);
        tries("POST", "/simulator/calls", "", "{\"participants\":[]}", 400);
        tries("GET", "/simulator/calls", "", "", 200);
        tries("GET", call, id, "", 200);
        tries("GET", call, "unknown", "", 404);
        tries("GET", call + "/recording", id, "", 200);
        tries("GET", call + "/recording", "unknown", "", 404);
        tries("GET", call + "/streams", id, "", 404);
        String act = call + "/people/{person}/{action}";
        tries("POST", act.replace("{action}", "tones"), id, "{\"tones\":\"1\"}", 202);
        tries("POST", act.replace("{action}", "answer"), id, "", 409);
        tries("POST", act.replace("{action}", "tones"), id, "{\"tones\":\"x\"}", 400);
        tries("PUT", "/simulator/people/{person}", "", "{\"answer\":\"busy\",\"tones\":\"1\"}", 200);
        tries("PUT", "/simulator/people/{person}", "", "{\"answer\":\"perhaps\"}", 400);
        tries("GET", "/simulator/people", "", "", 200);
        tries("DELETE", "/simulator/people/{person}", "", "", 204);
        tries("PUT", "/simulator/event-grid", "", "{\"endpoint\":\"" + scene.app().uri("/hook") + "\"}", 200);
        tries("PUT", "/simulator/event-grid", "", "{\"endpoint\":\"http://127.0.0.1:1/hook\"}", 422);
        tries("GET", "/simulator/event-grid", "", "", 200);
        tries("PUT", "/simulator/spread", "", "{\"base\":\"http://127.0.0.1:1\",\"nodes\":[\"http://127.0.0.1:2\"]}", 200);
        tries("PUT", "/simulator/spread", "", "{\"base\":\"http://127.0.0.1:1\",\"nodes\":[\"there\"]}", 400);
        tries("GET", "/simulator/spread", "", "", 200);
        tries("PUT", "/simulator/spread", "", "{\"base\":\"http://127.0.0.1:1\"}", 200);
        tries("PUT", "/simulator/faults", "", "{\"preset\":\"disorder\"}", 200);
        tries("PUT", "/simulator/faults", "", "{\"preset\":\"none such\"}", 400);
        tries("PUT", "/simulator/faults", "", "{}", 200);
        tries("GET", "/simulator/faults", "", "", 200);
        tries("GET", "/simulator/faults/choices", "", "", 200);
        tries("POST", "/simulator/replays", "", "{\"patienceMs\":1,\"recording\":{\"version\":1,\"writer\":\"me\","
                                                + "\"includesTones\":true,\"call\":{\"direction\":\"outgoing\",\"ended\":true},"
                                                + "\"people\":[],\"steps\":[]}}",
                200);
        tries("POST", "/simulator/replays", "", "{}", 400);
        tries("GET", "/simulator/settings", "", "", 200);
        tries("GET", "/simulator/timeline", "", "", 200);
        tries("POST", "/simulator/reset", "", "", 200);

        assertThat(tried).isEqualTo(documented());
    }

    private void tries(String method, String path, String callId, String body, int status) {
        String documented = path.replaceAll("(/people/\\{person}/)\\w+$", "$1{action}");
        String sent = path.replace("{callId}", callId).replace("{person}", ANN);
        ServiceClient.Answer answer
                = scene.client().sendRaw(method, sent, body.getBytes(StandardCharsets.UTF_8), Map.of());
        tried.add(method + " " + documented);
        JsonNode operation = document.path("paths").path(documented).path(method.toLowerCase(Locale.ROOT));
        JsonNode response = operation.path("responses").path(String.valueOf(status));

        assertThat(answer.status()).as("%s %s %s", method, sent, answer.body()).isEqualTo(status);
        assertThat(response.isObject()).as("%s %s %d is documented", method, documented, status).isTrue();
        JsonNode schema = resolved(response).at("/content/application~1json/schema");
        if (schema.isMissingNode()) {
            assertThat(answer.body().isMissingNode()).as("%s %s has no body", method, sent).isTrue();
        } else {
            assertThat(faults(schema, answer.body())).as("%s %s %s", method, sent, answer.body()).isEmpty();
        }
    }

    private JsonNode resolved(JsonNode response) {
        return response.has("$ref") ? document.at(response.path("$ref").asText().substring(1)) : response;
    }

    private Set<?> faults(JsonNode schema, JsonNode body) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.path("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Json.text(whole)).validate(body);
    }

    private Set<String> documented() {
        Set<String> all = new TreeSet<>();
        document.path("paths").properties().forEach(path -> path.getValue().fieldNames()
                .forEachRemaining(method -> all.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return all;
    }
}
