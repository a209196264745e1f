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

import java.net.http.HttpResponse;
import java.util.function.Function;

import io.acscall.camel.CallbackAuth;
import io.acscall.camel.client.CapturedLog;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.token.CallbackTokens;
import org.apache.camel.Exchange;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Who may bring events of calls. */
class CallbackSecurityTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final String PATH = "/acs-call/events";
    private static final String EVENT = Callbacks.event("CallConnected", "the-call", null);

    private static CallApp app;

    /** What is wrong with a token. */
    enum Flaw {

        EXPIRED(CallbackTokens::expired),
        NOT_YET_VALID(CallbackTokens::notYetValid),
        FOREIGN_AUDIENCE(CallbackTokens::wrongAudience),
        FOREIGN_ISSUER(CallbackTokens::wrongIssuer),
        FORGED(CallbackTokens::forged),
        UNSIGNED(CallbackTokens::unsigned),
        GARBAGE(tokens -> "abc.def.ghi"),
        EMPTY(tokens -> "");

        private final Function<CallbackTokens, String> token;

        Flaw(Function<CallbackTokens, String> token) {
            this.token = token;
        }
    }

    @BeforeAll
    static void start() throws Exception {
        app = CallApp.run(SIMULATOR.simulator(), settings -> settings.setMaxBodySize(2_000),
                routes -> routes.from("acs-call:events?bridgeErrorHandler=true").to("mock:events"));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void reset() {
        app.mock("events").reset();
    }

    private static String good() {
        return "Bearer " + SIMULATOR.simulator().tokens().valid();
    }

    private static void refused(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).as("never says why").isEmpty();
        assertThat(answer.headers().firstValue("Authorization")).isEmpty();
        app.mock("events").expectedMessageCount(0);
        app.mock("events").setAssertPeriod(20);
        app.mock("events").assertIsSatisfied();
        // nothing came, and the consumer goes on
        stillWorks();
        app.mock("events").reset();
    }

    private static void stillWorks() throws Exception {
        app.mock("events").reset();
        app.mock("events").expectedMessageCount(1);
        assertThat(app.post(PATH, Callbacks.event("CallConnected", "the-call", null), "Authorization", good()).statusCode())
                .isEqualTo(200);
        app.mock("events").assertIsSatisfied();
    }

    @ParameterizedTest
    @EnumSource(Flaw.class)
    void aCallbackWithABadTokenGets401AndReachesNoRoute(Flaw flaw) throws Exception {
        String token = flaw.token.apply(SIMULATOR.simulator().tokens());

        refused(app.post(PATH, EVENT, "Authorization", "Bearer " + token), 401);
    }

    @Test
    void aCallbackWithoutATokenGets401AndReachesNoRoute() throws Exception {
        refused(app.post(PATH, EVENT), 401);
        refused(app.post(PATH, EVENT, "Authorization", "Basic YTpi"), 401);
        refused(app.post(PATH, EVENT, "Authorization", SIMULATOR.simulator().tokens().valid()), 401);
    }

    @Test
    void aBadTokenEndsNoWait(AcsSimulator simulator) throws Exception {
        try (StubService service = StubService.taking("the-call");
             CallApp waiting = CallApp.run(simulator, settings -> settings.setConnectionString(service.connectionString()),
                     routes -> routes.from("direct:in").to(
                             "acs-call:play?file=https://a.b/c&callConnectionId=the-call&awaitEvent=true&awaitTimeout=400ms"))) {
            var result = waiting.template().asyncSend("direct:in", exchange -> {
            });
            await().until(() -> !service.requests().isEmpty());

            HttpResponse<String> answer = waiting.post(PATH,
                    Callbacks.event("PlayCompleted", "the-call", service.last().text("operationContext")), "Authorization",
                    "Bearer " + simulator.tokens().forged());

            assertThat(answer.statusCode()).isEqualTo(401);
            Exchange done = result.join();
            assertThat(done.getException()).hasMessageContaining("TIMED_OUT");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "not json|400", "{}|400", "[]|400", "[1]|400", "{\"type\":\"x\"}|400", "'{\"id\":'|400", "''|400" })
    void whatIsNoEventGets400AndReachesNoRoute(String body, int status) throws Exception {
        refused(app.post(PATH, body, "Authorization", good()), status);
    }

    @Test
    void ofABatchWithABadElementTheGoodOnesAreDelivered() throws Exception {
        app.mock("events").expectedMessageCount(1);

        HttpResponse<String> answer
                = app.post(PATH, EVENT.substring(0, EVENT.length() - 1) + ",{\"no\":\"event\"}]", "Authorization", good());

        assertThat(answer.statusCode()).isEqualTo(200);
        app.mock("events").assertIsSatisfied();
    }

    @Test
    void whatIsTooLargeGets413() throws Exception {
        refused(app.post(PATH, "[\"" + "x".repeat(3_000) + "\"]", "Authorization", good()), 413);
    }

    @Test
    void whatIsNoJsonByItsTypeGets415() throws Exception {
        refused(app.post(PATH, EVENT, "Authorization", good(), "Content-Type", "text/xml"), 415);
    }

    @ParameterizedTest
    @CsvSource({ "GET", "PUT", "DELETE", "PATCH" })
    void otherMethodsGet405(String method) {
        assertThat(app.request(method, PATH, null, "Authorization", good()).statusCode()).isEqualTo(405);
    }

    @Test
    void theHandshakeOfEventGridIsNotAnsweredHere() {
        HttpResponse<String> answer = app.request("OPTIONS", PATH, null, "WebHook-Request-Origin", "eventgrid.azure.net");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WebHook-Allowed-Origin")).isEmpty();
    }

    @Test
    void anAnswerHoldsNothingOfTheRequest() {
        HttpResponse<String> answer = app.post(PATH, EVENT, "Authorization", good(), "X-Mine", "secret");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map()).doesNotContainKeys("x-mine", "authorization", "user-agent");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void withoutTheAudienceARouteDoesNotStartAndSaysWhichOptionIsMissing(AcsSimulator simulator) {
        assertThatThrownBy(() -> CallApp.run(simulator, settings -> settings.setImmutableResourceId(null),
                routes -> routes.from("acs-call:events").to("mock:a"))).hasStackTraceContaining("Option immutableResourceId")
                .hasStackTraceContaining("JSON View");
        assertThatThrownBy(() -> CallApp.run(simulator, settings -> settings.setImmutableResourceId(null),
                routes -> routes.from("direct:a").to("acs-call:answer?awaitEvent=true")))
                .hasStackTraceContaining("Option immutableResourceId");
    }

    @Test
    void theArmPathOfTheResourceIsRefusedWithAHint(AcsSimulator simulator) {
        String arm = "/subscriptions/00000000-1111-4222-8333-444444444444/resourceGroups/rg/providers/"
                     + "Microsoft.Communication/CommunicationServices/mine";

        assertThatThrownBy(() -> CallApp.run(simulator, settings -> settings.setImmutableResourceId(arm),
                routes -> routes.from("acs-call:events").to("mock:a"))).hasStackTraceContaining("Option immutableResourceId")
                .hasStackTraceContaining("GUID").hasStackTraceContaining("JSON View");
    }

    @Test
    void withoutACheckEverybodyGetsInAndTheLogWarns(AcsSimulator simulator) throws Exception {
        try (CapturedLog log = CapturedLog.listen(); CallApp open = CallApp.run(simulator, settings -> {
            settings.setCallbackAuth(CallbackAuth.none);
            settings.setImmutableResourceId(null);
        }, routes -> routes.from("acs-call:events").to("mock:events"))) {
            open.mock("events").expectedMessageCount(1);

            assertThat(open.post(PATH, EVENT).statusCode()).isEqualTo(200);

            open.mock("events").assertIsSatisfied();
            assertThat(log.lines()).filteredOn(line -> line.level() == Level.WARN).extracting(CapturedLog.Line::text)
                    .anyMatch(text -> text.contains("callbackAuth=none: everybody who reaches /acs-call/events"));
        }
    }
}
