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
package io.acscall.simulator.participants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.json.Json;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.CallScene;
import io.acscall.simulator.testing.ServiceClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.acscall.simulator.participants.ParticipantScene.ANN;
import static io.acscall.simulator.participants.ParticipantScene.BOB;
import static io.acscall.simulator.participants.ParticipantScene.addBody;
import static io.acscall.simulator.participants.ParticipantScene.people;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The limits of the custom calling context. */
class CustomContextTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

    private AcsSimulator simulator;
    private CallScene scene;
    private ParticipantScene people;

    @BeforeEach
    void open() {
        simulator = EXTENSION.simulator();
        scene = new CallScene(simulator);
        people = new ParticipantScene(scene);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private ServiceClient.Answer add(String context) {
        String id = scene.connected(ANN);
        ObjectNode body = addBody(BOB);
        try {
            body.set("customCallingContext", Json.read(context.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return people.post(id, "/participants:add", body);
    }

    static Stream<Arguments> refuses() {
        return Stream.of(
                arguments("1", "customCallingContext"),
                arguments("{\"sipHeaders\":[]}", "sipHeaders"),
                arguments("{\"sipHeaders\":{\"X-A\":1}}", "sipHeaders.X-A"),
                arguments(headers("sipHeaders", 6, "v"), "sipHeaders"),
                arguments(headers("sipHeaders", 1, "v".repeat(257)), "sipHeaders.h0"),
                arguments("{\"sipHeaders\":{\"X-" + "n".repeat(63) + "\":\"v\"}}", "sipHeaders"),
                arguments(headers("voipHeaders", 1001, "v"), "voipHeaders"),
                arguments(headers("voipHeaders", 1, "v".repeat(1025)), "voipHeaders.h0"),
                arguments("{\"voipHeaders\":{\"" + "n".repeat(65) + "\":\"v\"}}", "voipHeaders"),
                arguments("{\"teamsPhoneCallDetails\":{\"callTopic\":\"" + "t".repeat(49) + "\"}}", "callTopic"),
                arguments("{\"teamsPhoneCallDetails\":{\"teamsPhoneCallerDetails\":{\"name\":\"n\"}}}",
                        "teamsPhoneCallerDetails.caller"),
                arguments("{\"teamsPhoneCallDetails\":{\"teamsPhoneCallerDetails\":{\"caller\":{\"rawId\":\"4:+1\"},"
                          + "\"name\":\"n\",\"phoneNumber\":\"+1\",\"additionalCallerInformation\":"
                          + headers("x", 11, "v").replaceFirst("\\{\"x\":", "").replaceFirst("}$", "") + "}}}",
                        "additionalCallerInformation"),
                arguments("{\"teamsPhoneCallDetails\":{\"teamsPhoneSourceDetails\":{\"source\":{\"rawId\":\"4:+1\"}}}}",
                        "teamsPhoneSourceDetails.language"));
    }

    @ParameterizedTest
    @MethodSource
    void refuses(String context, String named) {
        people.refused(400, "8523", named, add(context));
    }

    static Stream<String> takes() {
        return Stream.of("{}", "{\"sipHeaders\":{},\"voipHeaders\":{}}", headers("sipHeaders", 5, "v".repeat(256)),
                headers("sipHeaders", 5, "v").replace("{\"h0\"", "{\"User-To-User\":\"" + "u".repeat(300) + "\",\"h0\""),
                headers("voipHeaders", 1000, "v"), headers("voipHeaders", 1, "v".repeat(1024)),
                "{\"teamsPhoneCallDetails\":{\"callTopic\":\"" + "t".repeat(48) + "\"}}");
    }

    @ParameterizedTest
    @MethodSource
    void takes(String context) {
        assertThat(add(context).status()).isEqualTo(202);
    }

    private static String headers(String field, int count, String value) {
        ObjectNode json = Json.object();
        ObjectNode headers = json.putObject(field);
        IntStream.range(0, count).forEach(i -> headers.put("h" + i, value));
        return Json.text(json);
    }
}
