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
package io.acscall.camel;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.azure.communication.callautomation.models.events.CallConnected;
import com.azure.communication.callautomation.models.events.CallDisconnected;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.camel.action.CallProperties;
import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.EventKind;
import io.acscall.camel.event.EventReader;
import io.acscall.camel.route.CallApp;
import io.acscall.simulator.fixtures.EventFixture;
import io.acscall.simulator.fixtures.Fixtures;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.TypeConverter;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Results and events as maps, trees, text and streams, through Camel's own registry of converters. */
class AcsCallTypeConvertersTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final ObjectMapper JSON = new ObjectMapper();

    private static DefaultCamelContext context;
    private static TypeConverter converter;

    @BeforeAll
    static void start() {
        context = new DefaultCamelContext();
        context.start();
        converter = context.getTypeConverter();
    }

    @AfterAll
    static void stop() {
        context.stop();
    }

    static List<EventFixture> events() {
        return Fixtures.callbackEvents();
    }

    private static CallEvent read(EventFixture fixture) throws Exception {
        return new EventReader().read(fixture.bytes(), "application/json", EventKind.CALLBACK).events().get(0);
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventConvertsWithAllThatTheServiceSent(EventFixture fixture) throws Exception {
        CallEvent event = read(fixture);

        JsonNode tree = converter.convertTo(JsonNode.class, event);
        Map<?, ?> map = converter.convertTo(Map.class, event);
        String text = converter.convertTo(String.class, event);
        InputStream stream = converter.convertTo(InputStream.class, event);

        assertThat(tree.path("type").asText()).isEqualTo(fixture.event().path("type").asText());
        assertThat(tree.path("id").asText()).isEqualTo(event.id());
        assertThat(tree.path("data")).isEqualTo(fixture.event().path("data"));
        assertThat(JSON.<JsonNode> valueToTree(map)).isEqualTo(tree);
        assertThat(JSON.readTree(text)).isEqualTo(tree);
        assertThat(JSON.readTree(stream)).isEqualTo(tree);
        assertThat(new String(converter.convertTo(byte[].class, event), StandardCharsets.UTF_8)).isEqualTo(text);
    }

    @Test
    void aTreeOfAnEventCanBeChangedWithoutChangingTheEvent() throws Exception {
        CallEvent event = read(Fixtures.callbackEvent("CallConnected"));

        ((ObjectNode) converter.convertTo(JsonNode.class, event).path("data")).removeAll();

        assertThat(event.data()).isNotEmpty();
        assertThat(converter.convertTo(JsonNode.class, event).path("data")).isNotEmpty();
    }

    @Test
    void anEventConvertsToTheTypedOneOfTheOfficialSdk() throws Exception {
        CallConnected typed = converter.convertTo(CallConnected.class, read(Fixtures.callbackEvent("CallConnected")));

        assertThat(typed.getCallConnectionId()).isEqualTo(Fixtures.CALL_CONNECTION_ID);
        assertThat(converter.convertTo(CallDisconnected.class, read(Fixtures.callbackEvent("CallConnected"))))
                .as("another type")
                .isNull();
    }

    @Test
    void aResultConvertsAsTheServiceWroteIt() throws Exception {
        try (CallApp app = CallApp.run(SIMULATOR.simulator(), routes -> routes.from("acs-call:events").to("mock:events"))) {
            CallProperties call
                    = app.send("acs-call:createCall?target=+16045550100").getMessage().getBody(CallProperties.class);

            JsonNode tree = converter.convertTo(JsonNode.class, call);

            assertThat(tree.path("callConnectionId").asText()).isEqualTo(call.callConnectionId());
            assertThat(tree.path("sourceCallerIdNumber").path("value").asText()).isEqualTo(CallApp.OUR_NUMBER);
            assertThat(JSON.<JsonNode> valueToTree(converter.convertTo(Map.class, call))).isEqualTo(tree);
            assertThat(JSON.readTree(converter.convertTo(String.class, call))).isEqualTo(tree);
            assertThat(JSON.readTree(converter.convertTo(InputStream.class, call))).isEqualTo(tree);
            assertThat(call.toString()).doesNotContain("6045550100").doesNotContain("8005550100");
        }
    }
}
