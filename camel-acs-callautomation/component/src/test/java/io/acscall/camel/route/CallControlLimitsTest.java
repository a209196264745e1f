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

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.acscall.camel.CallInputException;
import io.acscall.camel.outcome.Outcome;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is known to be wrong is never sent: refused at start where the URI holds it, else on the exchange. */
class CallControlLimitsTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final String PREMIUM = "+19005550100";

    private static StubService service;
    private static CallApp app;

    @BeforeAll
    static void start() throws Exception {
        service = StubService.taking("the-call");
        app = CallApp.run(SIMULATOR.simulator(), settings -> {
            settings.setConnectionString(service.connectionString());
            settings.setAllowedTargets("+1604*,8:acs:*");
        }, routes -> {
            for (String action : List.of("addParticipant", "transfer")) {
                routes.from("direct:" + action).to("acs-call:" + action);
                routes.from("direct:" + action + "-body").to("acs-call:" + action + "?bodyAsRequest=true");
                routes.from("direct:" + action + "-toD").toD("acs-call:" + action + "?target=${header.to}");
            }
        });
    }

    @AfterAll
    static void stop() {
        app.close();
        service.close();
    }

    @BeforeEach
    void forget() {
        service.requests().clear();
    }

    private static Exchange send(String uri, Object body, Map<String, Object> headers) {
        Map<String, Object> all = new HashMap<>(headers);
        all.put("CamelAcsCallConnectionId", "the-call");
        return app.send(uri, body, all);
    }

    @ParameterizedTest
    @CsvSource({
            "addParticipant?target=+16045550100&invitationTimeout=181s, 'is not from 0s to 180s'",
            "addParticipant?target=+16045550100&invitationTimeout=4m, invitationTimeout=60s",
            "'addParticipant?target=+16045550100,+16045550101', one participant is added at a time",
            "'transfer?target=+16045550100,+16045550101', a call is transferred to one",
            "'transfer?target=+16045550100&transferee=+16045550101,8:acs:r_u', names 2 participants",
            "'removeParticipant?target=+16045550100,8:acs:r_u', one participant is removed at a time",
            "'getParticipant?target=+16045550100,8:acs:r_u', acs-call:listParticipants reads all",
            "'mute?target=8:acs:a,8:acs:b', one participant is muted at a time",
            "connect?roomId=1&groupCallId=29228d3e-040e-4656-a70e-890ab4e173e5, exactly one of the options",
            "connect?serverCallId=abc&roomId=1, exactly one of the options",
            "transfer?target=+16045550100&sourceCallerId=8:acs:r_u, sourceCallerId",
            "moveParticipants?target=nobody&fromCallConnectionId=one, target",
            "addParticipant?target=+16045550100&transferee=+16045550101, addParticipant does not use the option transferee",
            "redirect?target=+16045550100&sourceCallerId=+18005550100, redirect does not use the option sourceCallerId",
            "redirect?target=+16045550100&voipHeader.a=b, redirect does not use the option voipHeader" })
    void aUriThatIsWrongDoesNotStart(String uri, String why) {
        assertThatThrownBy(() -> app.add(routes -> routes.from("direct:wrong").to("acs-call:" + uri)))
                .hasStackTraceContaining(why);
    }

    @ParameterizedTest
    @ValueSource(strings = { "addParticipant", "transfer" })
    void customHeadersOverTheLimitsDoNotStart(String action) {
        String uri = "acs-call:" + action + "?target=+16045550100";
        for (String over : List.of("&sipHeader.a=1&sipHeader.b=1&sipHeader.c=1&sipHeader.d=1&sipHeader.e=1&sipHeader.f=1",
                "&sipHeader.a=" + "v".repeat(257), "&sipHeader." + "n".repeat(53) + "=1", "&voipHeader.a=" + "v".repeat(1025),
                "&voipHeader." + "n".repeat(65) + "=1")) {
            assertThatThrownBy(() -> app.add(routes -> routes.from("direct:wrong").to(uri + over)))
                    .hasStackTraceContaining("the service takes");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "mute", "getParticipant", "listParticipants" })
    void whatNoEventEndsCanNotBeAwaited(String action) {
        assertThatThrownBy(() -> app.add(routes -> routes.from("direct:wrong").to("acs-call:" + action + "?awaitEvent=true")))
                .hasStackTraceContaining("acs-call:" + action + " can't have awaitEvent=true");
    }

    @Test
    void valuesOfAMessageAreCheckedByTheSameRules() {
        List<Exchange> refused = List.of(
                send("acs-call:addParticipant?target=+16045550100", null, Map.of("CamelAcsCallInvitationTimeout", "181s")),
                send("acs-call:addParticipant", null, Map.of("CamelAcsCallTarget", "+16045550100,+16045550101")),
                send("acs-call:transfer", null, Map.of("CamelAcsCallTarget", List.of("8:acs:a", "8:acs:b"))),
                send("acs-call:mute", null, Map.of("CamelAcsCallTarget", "8:acs:a,8:acs:b")),
                send("acs-call:removeParticipant", null, Map.of("CamelAcsCallTarget", "8:acs:a,8:acs:b")),
                send("acs-call:getParticipant", null, Map.of("CamelAcsCallTarget", "8:acs:a,8:acs:b")));

        assertThat(refused).allSatisfy(exchange -> {
            assertThat(exchange.getException()).isInstanceOf(CallInputException.class).hasMessageContaining("acs-call:")
                    .hasMessageNotContaining("16045550100");
            assertThat(exchange.getException(CallInputException.class).getOutcome()).isEqualTo(Outcome.INVALID_REQUEST);
        });
        assertThat(service.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            "addParticipant, target", "transfer, target", "removeParticipant, target", "getParticipant, target",
            "moveParticipants?fromCallConnectionId=one, target", "moveParticipants?target=8:acs:a, fromCallConnectionId",
            "mute, target", "cancelAddParticipant, invitationId", "connect, serverCallId" })
    void aMissingValueIsNamedWithOptionHeaderAndExample(String uri, String option) {
        Exchange done = send("acs-call:" + uri, null, Map.of());

        String header = "CamelAcsCall" + option.substring(0, 1).toUpperCase(Locale.ROOT) + option.substring(1);
        assertThat(done.getException()).isInstanceOf(CallInputException.class)
                .hasMessageContaining("needs a value for option '" + option + "'").hasMessageContaining(header)
                .hasMessageContaining("for example " + option + "=");
        assertThat(service.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "addParticipant", "transfer" })
    void nobodyIsRungWhoMustNotBe(String action) {
        String field = action.equals("transfer") ? "targetParticipant" : "participantToAdd";
        List<Exchange> refused = List.of(send("acs-call:" + action + "?target=" + PREMIUM, null, Map.of()),
                send("direct:" + action, null, Map.of("CamelAcsCallTarget", PREMIUM)),
                send("direct:" + action + "-toD", null, Map.of("to", PREMIUM)),
                send("direct:" + action + "-body", Map.of(field, Map.of("rawId", "4:" + PREMIUM)), Map.of()));

        assertThat(refused).allSatisfy(exchange -> assertThat(exchange.getException()).isInstanceOf(CallInputException.class)
                .hasMessageContaining("allowedTargets").hasMessageNotContaining(PREMIUM));
        assertThat(service.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "addParticipant", "transfer" })
    void whoMayBeRungIsRungWhereverTheTargetComesFrom(String action) {
        String field = action.equals("transfer") ? "targetParticipant" : "participantToAdd";
        List<Exchange> done = List.of(send("direct:" + action, null, Map.of("CamelAcsCallTarget", "+16045550100")),
                send("direct:" + action + "-toD", null, Map.of("to", "+16045550100")),
                send("direct:" + action + "-body", Map.of(field, Map.of("rawId", "4:+16045550100")), Map.of()));

        assertThat(done).allSatisfy(exchange -> assertThat(exchange.getException()).isNull());
        assertThat(service.requests()).extracting(request -> request.body().path(field).path("rawId").asText())
                .containsOnly("4:+16045550100").hasSize(3);
    }

    @Test
    void whoIsInTheCallAlreadyIsNotRungAndMayBeAnybody() {
        Exchange transferred = send("acs-call:transfer?target=+16045550100&transferee=" + PREMIUM, null, Map.of());
        Exchange removed = send("acs-call:removeParticipant?target=" + PREMIUM, null, Map.of());

        assertThat(transferred.getException()).isNull();
        assertThat(removed.getException()).isNull();
    }
}
