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

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.acscall.camel.AcsCallException;
import io.acscall.camel.outcome.Outcome;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.fault.RestRule;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.people.PersonScript;
import io.acscall.simulator.timeline.TimelineEntry;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** The sink that rings somebody, from routes in YAML. */
class NotifyByPhoneTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension(
            builder -> builder.speechRate(1000).maxSilence(Duration.ofMillis(100)).noAnswerAfter(Duration.ofMillis(300)));

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PERSON = "+16045550100";
    private static YamlApp app;

    @BeforeEach
    void startOnce(AcsSimulator simulator) throws Exception {
        if (app == null) {
            app = YamlApp.start(simulator, Resource.text("/routes/notify.yaml"));
        }
        app.mock("report").reset();
    }

    @AfterAll
    static void stop() throws Exception {
        app.close();
        app = null;
    }

    private static PersonScript person(AcsSimulator simulator) {
        return simulator.person(PERSON);
    }

    private static void reports(Exchange done, String result) throws Exception {
        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getHeader("CamelAcsCallNotifyResult")).isEqualTo(result);
        JsonNode report = JSON.readTree(done.getMessage().getBody(String.class));
        assertThat(report.path("result").asText()).isEqualTo(result);
        assertThat(report.path("target").asText()).isEqualTo(PERSON);
        assertThat(done.getProperties().keySet()).noneMatch(name -> name.startsWith("acsNotify"));
    }

    private static List<String> spoken(AcsSimulator simulator, String operation, String where) {
        return simulator.timeline().requests(operation).stream().map(entry -> entry.body().at(where).asText()).toList();
    }

    @Test
    void theKeyConfirms(AcsSimulator simulator) throws Exception {
        person(simulator).presses("1");

        Exchange done = app.send("direct:notify");

        reports(done, "CONFIRMED");
        assertThat(simulator.timeline().requests()).extracting(TimelineEntry::type).containsExactly("createCall", "recognize",
                "play", "terminateCall");
        assertThat(spoken(simulator, "recognize", "/playPrompt/text/text"))
                .containsExactly("Your delivery arrives tomorrow. To confirm, press 1. To refuse, press 2.");
        assertThat(spoken(simulator, "play", "/playSources/0/text/text")).containsExactly("Thank you. Goodbye.");
        assertThat(JSON.readTree(done.getMessage().getBody(String.class)).path("callConnectionId").asText()).isNotEmpty();
    }

    @Test
    void theOtherKeyRefuses(AcsSimulator simulator) throws Exception {
        person(simulator).presses("2");

        reports(app.send("direct:notify"), "REFUSED");
    }

    @Test
    void silenceIsAskedAgainOnce(AcsSimulator simulator) throws Exception {
        person(simulator).staysSilent().presses("1");

        reports(app.send("direct:notify"), "CONFIRMED");
        assertThat(simulator.timeline().requests("recognize")).hasSize(2);
    }

    @Test
    void aWrongKeyIsAskedAgainOnce(AcsSimulator simulator) throws Exception {
        person(simulator).presses("7").presses("2");

        reports(app.send("direct:notify"), "REFUSED");
    }

    @Test
    void whoNeverAnswersTheQuestionHasNotConfirmed(AcsSimulator simulator) throws Exception {
        Exchange done = app.send("direct:notify");

        reports(done, "UNCONFIRMED");
        assertThat(simulator.timeline().requests("recognize")).hasSize(2);
        assertThat(simulator.timeline().requests("terminateCall")).hasSize(1);
        assertThat(done.getMessage().getHeader("CamelAcsCallOutcome")).isNull();
    }

    @Test
    void aBusyLineIsAResult(AcsSimulator simulator) throws Exception {
        person(simulator).busy();

        Exchange done = app.send("direct:notify", "the body", Map.of("CamelAcsCallConnectionId", "of an earlier call"));

        reports(done, "BUSY");
        assertThat(simulator.timeline().requests()).extracting(TimelineEntry::type).containsExactly("createCall");
        assertThat(done.getMessage().getBody(String.class)).doesNotContain("earlier");
    }

    @Test
    void nobodyAtThePhoneIsAResult(AcsSimulator simulator) throws Exception {
        person(simulator).doesNotAnswer();

        reports(app.send("direct:notify"), "NO_ANSWER");
    }

    @Test
    void whoDeclinesTheCallIsAResult(AcsSimulator simulator) throws Exception {
        person(simulator).declines();

        reports(app.send("direct:notify"), "DECLINED");
    }

    @Test
    void whoHangsUpBeforeTheAnswerIsAResult(AcsSimulator simulator) throws Exception {
        person(simulator).hangsUpAfter(Duration.ofMillis(50));

        reports(app.send("direct:notify"), "HUNG_UP");
    }

    @Test
    void whoHangsUpDuringTheFarewellHasConfirmed(AcsSimulator simulator) throws Exception {
        person(simulator).presses("1").hangsUpAfter(Duration.ofMillis(600));

        reports(app.send("direct:notifyWithALongFarewell"), "CONFIRMED");
        assertThat(simulator.timeline().callbacks("PlayCompleted")).isEmpty();
    }

    @Test
    void targetAndTextComeFromTheMessageToo(AcsSimulator simulator) throws Exception {
        person(simulator).presses("5");
        MockEndpoint report = app.mock("report");
        report.expectedMessageCount(1);

        Exchange done = app.send("direct:notifyFromMessage", "Tom & Jerry's, 50 % off ${body}.",
                Map.of("CamelAcsCallTarget", PERSON));

        reports(done, "CONFIRMED");
        assertThat(spoken(simulator, "recognize", "/playPrompt/text/text"))
                .containsExactly("Tom & Jerry's, 50 % off ${body}. Press 5 & wait.");
        report.assertIsSatisfied();
        assertThat(JSON.readTree(report.getExchanges().get(0).getMessage().getBody(String.class)).path("result").asText())
                .isEqualTo("CONFIRMED");
    }

    @Test
    void aNumberThatMayNotBeRungFailsTheRoute() {
        Exchange done = app.send("direct:notifyFromMessage", "Hello.", Map.of("CamelAcsCallTarget", "not a number"));

        assertThat(done.getException()).isNotNull();
    }

    @Test
    void aServiceThatFailsFailsTheRouteAndLeavesNobodyOnADeadLine(AcsSimulator simulator) {
        simulator.faults().rest(RestRule.of("recognize").answers(400));

        Exchange done = app.send("direct:notify");

        assertThat(done.getException(AcsCallException.class)).isNotNull();
        assertThat(done.getException(AcsCallException.class).getOutcome()).isNotEqualTo(Outcome.BUSY);
        simulator.awaitRequest("terminateCall", Duration.ofSeconds(30));
    }
}
