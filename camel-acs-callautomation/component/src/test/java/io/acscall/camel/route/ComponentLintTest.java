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

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.acscall.camel.AcsCallConfiguration;
import io.acscall.camel.CallbackAuth;
import io.acscall.camel.EventGridAuth;
import io.acscall.camel.client.CapturedLog;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.acscall.camel.route.StartUpLintTest.PLAY;
import static io.acscall.camel.route.StartUpLintTest.TRANSFER;
import static io.acscall.camel.route.StartUpLintTest.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the start-up lint says of the options of a component, and how findings are silenced. */
class ComponentLintTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    /** All findings of a component with routes of one step each. */
    private static List<String> all(AcsSimulator simulator, Consumer<AcsCallConfiguration> settings, String from, String... to)
            throws Exception {
        try (CapturedLog log = CapturedLog.listen(); CallApp own = CallApp.run(simulator, configuration -> {
            configuration.setCallbackBaseUri("https://app.example.com");
            configuration.setCognitiveServicesEndpoint("https://ai.example.com/");
            settings.accept(configuration);
        }, routes -> {
            for (int i = 0; i < to.length; i++) {
                routes.from(from.equals("direct") ? "direct:in" + i : from).routeId("route" + i).to(to[i]);
            }
        })) {
            assertThat(own.context().getStatus().isStarted()).isTrue();
            return log.lines().stream().map(CapturedLog.Line::text).filter(text -> text.contains("ignoredFindings=")).toList();
        }
    }

    @Test
    void warnsOnceOfTargetsThatTheMessageChooses(AcsSimulator simulator) throws Exception {
        assertThat(all(simulator, settings -> {
        }, "direct", "acs-call:createCall", "acs-call:transfer")).singleElement().asString()
                .startsWith("Route 'route0', step 'to").contains("acs-call:createCall: it takes its target from the message")
                .contains("allowedTargets=+1604*,8:acs:*", "open-targets@route0");
        assertThat(all(simulator, settings -> settings.setAllowedTargets("*"), "direct", "acs-call:createCall")).isEmpty();
    }

    @Test
    void warnsOfATargetOfToDAtStart(AcsSimulator simulator) throws Exception {
        try (CapturedLog log = CapturedLog.listen();
             CallApp own = CallApp.run(simulator,
                     routes -> routes.from("direct:in").routeId("dynamic").toD("acs-call:transfer?target=${header.to}"))) {
            assertThat(own.context().getRoutes()).hasSize(1);
            assertThat(of("dynamic", log)).singleElement().asString().contains("open-targets");
        }
    }

    @Test
    void warnsOfCallbacksOverPlainHttpButNotToThisMachine(AcsSimulator simulator) throws Exception {
        assertThat(all(simulator, settings -> settings.setCallbackBaseUri("http://app.example.com:8080/secret"), "direct",
                "acs-call:answer", "acs-call:connect?roomId=1")).singleElement().asString()
                .contains("http://app.example.com:8080/…", "callback-not-https").doesNotContain("secret");
        assertThat(all(simulator, settings -> {
        }, "direct", PLAY + "&operationCallbackUri=http://other.example.com/events?token=abc")).singleElement().asString()
                .contains("http://other.example.com/…").doesNotContain("abc");

        for (String own : List.of("http://127.0.0.1:8080", "http://localhost", "http://[::1]:80", "HTTPS://app.example.com")) {
            assertThat(all(simulator, settings -> settings.setCallbackBaseUri(own), "direct", "acs-call:answer")).isEmpty();
        }
    }

    @Test
    void warnsWhenNothingSaysWhereEventsGo(AcsSimulator simulator) throws Exception {
        List<String> lines = new ArrayList<>(
                all(simulator, settings -> settings.setCallbackBaseUri(null), "direct",
                        "acs-call:answer", "acs-call:startRecording?awaitEvent=true", "acs-call:startRecording", PLAY,
                        "acs-call:answer?callbackUri=https://app.example.com/acs-call/events"));

        assertThat(lines).hasSize(2).allMatch(text -> text.contains("no-callback-address"))
                .anyMatch(text -> text.contains("acs-call:answer")).anyMatch(text -> text.contains("acs-call:startRecording"));
    }

    @Test
    void warnsOfPathsThatAreOpenToEverybodyOnceWithTheRoute(AcsSimulator simulator) throws Exception {
        Consumer<AcsCallConfiguration> open = settings -> {
            settings.setCallbackAuth(CallbackAuth.none);
            settings.setEventGridAuth(EventGridAuth.none);
        };

        assertThat(all(simulator, open, "acs-call:events", "mock:a", "mock:b")).singleElement().asString()
                .startsWith("Route 'route0', acs-call:events: callbackAuth=none: everybody who reaches /acs-call/events")
                .contains("callback-auth-off");
        assertThat(all(simulator, open, "acs-call:incomingCall", "mock:a")).singleElement().asString()
                .contains("everybody who reaches /acs-call/event-grid", "event-grid-auth-off");
        assertThat(all(simulator, open, "direct", PLAY + "&awaitEvent=true")).singleElement().asString()
                .contains("callback-auth-off");
        assertThat(all(simulator, open, "direct", PLAY)).isEmpty();
        assertThat(all(simulator, settings -> {
        }, "acs-call:events", "mock:a")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            "after-transfer, 0", "after-transfer@route0, 0", "*, 0", "'no-wait, after-transfer@route0', 0", "*@route0, 0",
            "after-transfer@other, 1", "no-wait, 1" })
    void aFindingIsSilencedByItsCodeForAllRoutesOrForOne(String ignored, int left, AcsSimulator simulator) throws Exception {
        try (CapturedLog log = CapturedLog.listen();
             CallApp own = CallApp.run(simulator, settings -> settings.setIgnoredFindings(ignored),
                     routes -> routes.from("direct:in").routeId("route0").to(TRANSFER).to(PLAY))) {
            assertThat(own.context().getRoutes()).hasSize(1);
            assertThat(of("route0", log)).hasSize(left);
        }
    }

    @Test
    void aRefusalIsSilencedToo(AcsSimulator simulator) throws Exception {
        CallApp.run(simulator, settings -> {
            settings.setAllowedTargets("8:acs:*");
            settings.setIgnoredFindings("target-not-allowed,unusable-step");
        }, routes -> routes.from("direct:in").to("acs-call:transfer?target=+16045550100").toD("acs-call:play?txet=${body}"))
                .close();
    }

    @Test
    void aCodeThatThereIsNotIsRefusedWithThoseThereAre(AcsSimulator simulator) {
        assertThatThrownBy(() -> CallApp.run(simulator, settings -> settings.setIgnoredFindings("after-transfers"),
                routes -> routes.from("direct:in").to(PLAY))).hasStackTraceContaining("'after-transfers', which there is not")
                .hasStackTraceContaining("after-transfer, after-hang-up");
    }
}
