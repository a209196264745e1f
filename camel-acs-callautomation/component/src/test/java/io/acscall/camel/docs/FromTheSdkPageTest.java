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

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.acscall.camel.route.CallApp;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.call.Place;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.timeline.TimelineEntry;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * docs/from-the-sdk.md holds the routes that are compiled and run here.
 */
class FromTheSdkPageTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String CUSTOMER = "+16045550100";
    private static final String COLLEAGUE = "+16045550101";
    private static CallApp app;

    @BeforeEach
    void startOnce(AcsSimulator simulator) throws Exception {
        if (app == null) {
            app = CallApp.start(simulator, new FromTheSdkRoutes(), setUpRoutes());
        }
        app.subscribed();
    }

    @AfterAll
    static void stop() {
        app.close();
        app = null;
    }

    private static RouteBuilder setUpRoutes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:call").to("acs-call:createCall?sourceCallerId=+18005550100&awaitEvent=true");
                from("direct:groupCall").to("acs-call:createGroupCall?sourceCallerId=+18005550100&awaitEvent=true");
                from("direct:add").to("acs-call:addParticipant?sourceCallerId=+18005550100&awaitEvent=true");
            }
        };
    }

    @ParameterizedTest(name = "{0} sends {1}")
    @CsvSource({
            "create,createCall", "createUser,createCall", "createGroup,createCall", "connectGroup,connectCall",
            "connectRoom,connectCall", "connectServer,connectCall", "transferUser,transferCallToParticipant",
            "transferNumber,transferCallToParticipant", "transferTransferee,transferCallToParticipant",
            "addUser,addParticipant",
            "addNumber,addParticipant", "cancelAdd,cancelAddParticipantOperation", "move,moveParticipants",
            "remove,removeParticipant", "leave,hangUp", "end,terminateCall", "getParticipant,getParticipant",
            "listParticipants,listParticipants", "properties,getCallConnectionProperties" })
    void sampleRuns(String sample, String operation, AcsSimulator simulator) {
        Map<String, Object> headers = prepare(sample, simulator);
        int before = simulator.timeline().requests(operation).size();

        Exchange done = app.template().request("direct:" + sample, exchange -> exchange.getMessage().setHeaders(headers));

        assertThat(done.getException()).as(simulator.timeline().describe()).isNull();
        assertThat(simulator.timeline().requests(operation)).hasSizeGreaterThan(before);
    }

    @ParameterizedTest(name = "{0} sends {1}")
    @CsvSource({
            "+18001230001,answerCall", "+18001230002,rejectCall", "+18001230003,redirectCall", "+18001230004,redirectCall" })
    void incomingSampleRuns(String called, String operation, AcsSimulator simulator) {
        simulator.placeCall(CUSTOMER, called);

        TimelineEntry request = simulator.awaitRequest(operation, SOON);

        assertThat(request.body().path("incomingCallContext").asText()).isNotEmpty();
    }

    private static Map<String, Object> prepare(String sample, AcsSimulator simulator) {
        return switch (sample) {
            case "create", "createUser", "createGroup" -> new LinkedHashMap<>();
            case "connectServer" -> header("knownServerCallId", simulator.runningCall(CUSTOMER, COLLEAGUE).serverCallId());
            case "connectGroup" -> {
                simulator.runningCall(Place.group("29228d3e-040e-4656-a70e-890ab4e173e5"), CUSTOMER);
                yield new LinkedHashMap<>();
            }
            case "connectRoom" -> {
                simulator.runningCall(Place.room("99401000000000001"), CUSTOMER);
                yield new LinkedHashMap<>();
            }
            case "transferTransferee", "remove" -> withColleague();
            case "cancelAdd" -> {
                simulator.person("+16045550109").doesNotAnswer();
                yield call(CUSTOMER);
            }
            case "move" -> move();
            default -> call(CUSTOMER);
        };
    }

    private static Map<String, Object> call(String target) {
        Exchange made = app.template().request("direct:call",
                exchange -> exchange.getMessage().setHeader("CamelAcsCallTarget", target));
        assertThat(made.getException()).isNull();
        return header("CamelAcsCallConnectionId", made.getMessage().getHeader("CamelAcsCallConnectionId"));
    }

    private static Map<String, Object> withColleague() {
        Map<String, Object> headers = call(CUSTOMER);
        Exchange added = app.template().request("direct:add", exchange -> {
            exchange.getMessage().setHeaders(new LinkedHashMap<>(headers));
            exchange.getMessage().setHeader("CamelAcsCallTarget", COLLEAGUE);
        });
        assertThat(added.getException()).isNull();
        return headers;
    }

    private static Map<String, Object> move() {
        Object lobby = call(COLLEAGUE).get("CamelAcsCallConnectionId");
        Map<String, Object> headers = call(CUSTOMER);
        headers.put("lobby", lobby);
        return headers;
    }

    private static Map<String, Object> header(String name, Object value) {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put(name, value);
        return headers;
    }

    @Test
    void pageHoldsTheRoutesWordForWord() throws Exception {
        assertThat(samplesOf(DocsPage.named("from-the-sdk.md").text(), "<!-- sample:([\\w]+) -->\\n```java\\n(.*?)\\n```"))
                .isNotEmpty()
                .isEqualTo(samplesOf(source(), "// sample:(\\w+)\\n(.*?;)\\n(?=\\n// sample:|\\s*}|$)"));
    }

    private static String source() throws Exception {
        Path folder = Path.of("src/test/java/io/acscall/camel/docs");
        String both = Files.readString(folder.resolve("FromTheSdkRoutes.java"))
                      + Files.readString(folder.resolve("FromTheSdkMediaRoutes.java"));
        return both.replaceAll("(?m)^ {8}", "");
    }

    private static Map<String, String> samplesOf(String text, String pattern) {
        Matcher found = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        Map<String, String> samples = new LinkedHashMap<>();
        while (found.find()) {
            samples.put(found.group(1), withoutIndent(found.group(2)));
        }
        return samples;
    }

    private static String withoutIndent(String code) {
        return Stream.of(code.split("\n")).map(String::strip).collect(Collectors.joining("\n"));
    }
}
