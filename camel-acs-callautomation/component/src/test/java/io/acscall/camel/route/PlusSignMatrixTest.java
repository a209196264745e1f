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
package io.acscall.camel.route;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A value arrives as it was written, in every way to write it. */
class PlusSignMatrixTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final String TEXT = "1 + 1 &50% größer (now), ok? a=b";
    private static final AtomicInteger ROUTES = new AtomicInteger();

    private static StubService service;
    private static CallApp app;

    /** A kind of value: where it is written, what it is, and what the request must hold. */
    private record Kind(String name, String action, String option, String value, boolean raw, List<String> sent,
            Function<JsonNode, List<String>> read) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static List<Kind> kinds() {
        return List.of(
                new Kind(
                        "number", "createCall", "target", "+16045550100", false, List.of("4:+16045550100"),
                        PlusSignMatrixTest::targets),
                new Kind(
                        "several numbers", "createGroupCall", "target", "+16045550100,8:acs:r_u,+16045550111", false,
                        List.of("4:+16045550100", "8:acs:r_u", "4:+16045550111"), PlusSignMatrixTest::targets),
                new Kind(
                        "numbers with blanks", "createGroupCall", "target", "+16045550100, +16045550111", false,
                        List.of("4:+16045550100", "4:+16045550111"), PlusSignMatrixTest::targets),
                new Kind(
                        "raw id of a number", "createCall", "target", "4:+16045550100", false, List.of("4:+16045550100"),
                        PlusSignMatrixTest::targets),
                new Kind(
                        "raw id of a user", "createCall", "target", "8:acs:1a-2b_3c", false, List.of("8:acs:1a-2b_3c"),
                        PlusSignMatrixTest::targets),
                new Kind(
                        "number in RAW", "createCall", "target", "+16045550100", true, List.of("4:+16045550100"),
                        PlusSignMatrixTest::targets),
                new Kind(
                        "base64", "reject", "incomingCallContext", "+ab+c/d++e=", false, List.of("+ab+c/d++e="),
                        text("/incomingCallContext")),
                new Kind(
                        "free text", "play", "text", TEXT, true, List.of(TEXT),
                        request -> List.of(request.path("playSources").get(0).path("text").path("text").asText())),
                new Kind(
                        "address", "play", "file", "https://media.example.com/a+b.wav?x=1&y=%2B", true,
                        List.of("https://media.example.com/a+b.wav?x=1&y=%2B"),
                        request -> List.of(request.path("playSources").get(0).path("file").path("uri").asText())),
                new Kind(
                        "caller id", "createCall", "sourceCallerId", "+18005550199", false, List.of("+18005550199"),
                        request -> List.of(request.path("sourceCallerIdNumber").path("value").asText())),
                new Kind(
                        "transferee", "transfer", "transferee", "+16045550122", false, List.of("4:+16045550122"),
                        request -> List.of(request.path("transferee").path("rawId").asText())),
                new Kind(
                        "opaque id", "connect", "serverCallId", "aHR0cHM6+Ly9jb252+/x==", false,
                        List.of("aHR0cHM6+Ly9jb252+/x=="), text("/callLocator/serverCallId")),
                new Kind(
                        "display name", "addParticipant", "sourceDisplayName", TEXT, true, List.of(TEXT),
                        text("/sourceDisplayName")),
                new Kind("context", "transfer", "operationContext", TEXT, true, List.of(TEXT), text("/operationContext")),
                new Kind(
                        "calling context", "transfer", "voipHeader.note", TEXT, true, List.of(TEXT),
                        text("/customCallingContext/voipHeaders/note")),
                new Kind(
                        "SIP header", "addParticipant", "sipHeader.note", TEXT, true, List.of(TEXT),
                        text("/customCallingContext/sipHeaders/X-MS-Custom-note")));
    }

    private static List<String> targets(JsonNode request) {
        return request.path("targets").findValuesAsText("rawId");
    }

    private static Function<JsonNode, List<String>> text(String pointer) {
        return request -> List.of(request.at(pointer).asText());
    }

    static Stream<Arguments> matrix() {
        return kinds().stream().flatMap(kind -> Arrays.stream(WayToWrite.values()).filter(way -> fits(kind, way))
                .map(way -> Arguments.of(kind, way)));
    }

    /**
     * A value from outside that needs RAW needs it in toD, too; a header with a prefix has a map in its message header.
     */
    private static boolean fits(Kind kind, WayToWrite way) {
        if (way == WayToWrite.HEADER && kind.option().contains(".")) {
            return false;
        }
        return !kind.raw() || way != WayToWrite.TO_D && way != WayToWrite.TO_D_IN_YAML;
    }

    @BeforeAll
    static void start() throws Exception {
        service = StubService.taking("the-call");
        app = CallApp.run(SIMULATOR.simulator(), settings -> settings.setConnectionString(service.connectionString()),
                routes -> routes.from("acs-call:events").to("mock:events"));
    }

    @AfterAll
    static void stop() {
        app.close();
        service.close();
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void aValueArrivesAsItWasWritten(Kind kind, WayToWrite way) throws Exception {
        String id = "route-" + ROUTES.incrementAndGet();
        String written = kind.raw() ? "RAW(" + kind.value() + ")" : kind.value();
        way.route(app.context(), id, "acs-call:" + kind.action(), kind.option(), written);

        Exchange done = app.send("direct:" + id, null, Map.of("value", kind.value(), "CamelAcsCallConnectionId", "the-call",
                "CamelAcsCallVoice", "en-US-JennyNeural", "CamelAcsCallTarget", "+16045550133"));

        assertThat(done.getException()).isNull();
        assertThat(kind.read().apply(service.last().body())).isEqualTo(kind.sent());
    }
}
