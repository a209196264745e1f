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

import java.net.URI;
import java.net.http.HttpResponse;

import io.acscall.camel.EventGridAuth;
import io.acscall.camel.client.CapturedLog;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.eventgrid.EventGridRefusedException;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.eventgrid.EventGridSubscription;
import io.acscall.simulator.fixtures.EventFixture;
import io.acscall.simulator.fixtures.Fixtures;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who may bring incoming calls. */
class EventGridSecurityTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final String PATH = "/acs-call/event-grid";
    private static final String HEADER = "X-Acs-Call-Secret";

    private static CallApp app;

    @BeforeAll
    static void start() throws Exception {
        app = CallApp.run(SIMULATOR.simulator(), settings -> settings.setEventGridSecret("first-secret-0, second/secret+1"),
                routes -> routes.from("acs-call:incomingCall").to("mock:calls"));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void reset() {
        app.mock("calls").reset();
    }

    private static EventGridSubscription subscription(String query, EventGridSchema schema) {
        return EventGridSubscription.to(URI.create(app.address(PATH + query)), schema);
    }

    private static void takesACall(AcsSimulator simulator) throws Exception {
        app.mock("calls").expectedMessageCount(1);
        simulator.placeCall(CallApp.CALLER, CallApp.OUR_NUMBER);
        app.mock("calls").assertIsSatisfied();
    }

    @ParameterizedTest
    @EnumSource(EventGridSchema.class)
    void theSecretMayStandInTheQuery(EventGridSchema schema, AcsSimulator simulator) throws Exception {
        simulator.subscribeEventGrid(subscription("?secret=first-secret-0", schema));

        takesACall(simulator);
    }

    @ParameterizedTest
    @EnumSource(EventGridSchema.class)
    void theSecretMayStandInAHeaderAndTwoAreValidAtOnce(EventGridSchema schema, AcsSimulator simulator) throws Exception {
        simulator.subscribeEventGrid(subscription("", schema).withHeader(HEADER, "second/secret+1"));

        takesACall(simulator);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "?secret=first-secret-0x", "?secret=", "", "?secret=first-secret-0, second/secret+1",
            "?Secret=first-secret-0" })
    void anotherSecretGets401(String query) throws Exception {
        app.mock("calls").expectedMessageCount(0);
        EventFixture call = Fixtures.eventGridEvent("IncomingCall.eventGrid");

        HttpResponse<String> answer
                = app.post(PATH + query.replace(" ", "%20"), call.body().toString(), "aeg-event-type", "Notification");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
        app.mock("calls").assertIsSatisfied();
    }

    @ParameterizedTest
    @EnumSource(EventGridSchema.class)
    void aHandshakeMustProveItselfToo(EventGridSchema schema, AcsSimulator simulator) {
        assertThatThrownBy(() -> simulator.subscribeEventGrid(subscription("?secret=wrong", schema)))
                .isInstanceOfSatisfying(EventGridRefusedException.class,
                        refused -> assertThat(refused.status()).isEqualTo(401));
    }

    @Test
    void theValidationOfTheEventGridSchemaIsAnsweredByItsCode() {
        HttpResponse<String> answer = app.post(PATH + "?secret=first-secret-0", """
                [{"id":"1","topic":"/t","subject":"","eventType":"Microsoft.EventGrid.SubscriptionValidationEvent",
                "data":{"validationCode":"code-17","validationUrl":"http://127.0.0.1:1/never-fetched"},
                "eventTime":"2026-04-02T09:15:00Z","dataVersion":"2","metadataVersion":"1"}]""", "aeg-event-type",
                "SubscriptionValidation");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"validationResponse\":\"code-17\"}");
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(
                type -> assertThat(type).startsWith("application/json"));
    }

    @Test
    void thePermissionThatCloudEventsAskForIsGiven() {
        HttpResponse<String> answer = app.request("OPTIONS", PATH + "?secret=first-secret-0", null, "WebHook-Request-Origin",
                "eventgrid.azure.net");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("WebHook-Allowed-Origin")).hasValue("eventgrid.azure.net");
        assertThat(app.request("OPTIONS", PATH + "?secret=first-secret-0", null).statusCode()).as("a plain one").isEqualTo(405);
    }

    @Test
    void whatIsNoEventGets400AndWhatIsNoJson415() {
        assertThat(app.post(PATH + "?secret=first-secret-0", "[{}]").statusCode()).isEqualTo(400);
        assertThat(app.post(PATH + "?secret=first-secret-0", "<a/>", "Content-Type", "text/xml").statusCode()).isEqualTo(415);
        assertThat(app.request("GET", PATH + "?secret=first-secret-0", null).statusCode()).isEqualTo(405);
    }

    @Test
    void withoutASecretARouteDoesNotStartAndSaysWhichOptionIsMissing(AcsSimulator simulator) {
        for (String missing : new String[] { null, "", " , " }) {
            assertThatThrownBy(() -> CallApp.run(simulator, settings -> settings.setEventGridSecret(missing),
                    routes -> routes.from("acs-call:incomingCall").to("mock:a"))).hasStackTraceContaining("eventGridSecret");
        }
    }

    @Test
    void withoutACheckEverybodyGetsInAndTheLogWarns(AcsSimulator simulator) throws Exception {
        try (CapturedLog log = CapturedLog.listen(); CallApp open = CallApp.run(simulator, settings -> {
            settings.setEventGridAuth(EventGridAuth.none);
            settings.setEventGridSecret(null);
        }, routes -> routes.from("acs-call:incomingCall").to("mock:calls"))) {
            simulator.subscribeEventGrid(
                    EventGridSubscription.to(URI.create(open.address(PATH)), EventGridSchema.CLOUD_EVENTS));
            open.mock("calls").expectedMessageCount(1);

            simulator.placeCall(CallApp.CALLER, CallApp.OUR_NUMBER);

            open.mock("calls").assertIsSatisfied();
            assertThat(log.lines()).filteredOn(line -> line.level() == Level.WARN).extracting(CapturedLog.Line::text)
                    .anyMatch(text -> text.contains("eventGridAuth=none: everybody who reaches " + PATH));
        }
    }
}
