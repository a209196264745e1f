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

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.acscall.camel.CallInputException;
import io.acscall.camel.client.CapturedLog;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Nobody is rung who must not be, wherever the target comes from. */
class AllowedTargetsRouteTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final String PREMIUM = "+19005550100";

    private StubService service;
    private CallApp app;

    @BeforeEach
    void start(AcsSimulator simulator) throws Exception {
        service = StubService.taking("call");
        app = CallApp.run(simulator, settings -> {
            settings.setConnectionString(service.connectionString());
            settings.setAllowedTargets("+1604*,8:acs:*");
        }, routes -> {
            routes.from("direct:header").to("acs-call:createCall");
            routes.from("direct:override").to("acs-call:createCall?target=+16045550100&allowHeaderOverride=true");
            routes.from("direct:toD").toD("acs-call:createCall?target=${header.to}");
            routes.from("direct:body").to("acs-call:createCall?bodyAsRequest=true");
            routes.from("direct:group").to("acs-call:createGroupCall");
            routes.from("direct:redirect").to("acs-call:redirect?incomingCallContext=abc");
        });
    }

    @AfterEach
    void stop() {
        app.close();
        service.close();
    }

    private void refused(Exchange exchange) {
        assertThat(exchange.getException()).isInstanceOf(CallInputException.class).hasMessageContaining("allowedTargets")
                .hasMessageContaining("must not ring").hasMessageContaining("allowedTargets=+1604*,8:acs:*")
                .hasMessageNotContaining(PREMIUM);
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void aTargetOfTheUriIsChecked() {
        refused(app.send("acs-call:createCall?target=" + PREMIUM));
    }

    @Test
    void aTargetOfAHeaderIsChecked() {
        refused(app.send("direct:header", null, Map.of("CamelAcsCallTarget", PREMIUM)));
        refused(app.send("direct:override", null, Map.of("CamelAcsCallTarget", PREMIUM)));
        refused(app.send("direct:redirect", null, Map.of("CamelAcsCallTarget", PREMIUM)));
    }

    @Test
    void eachOfSeveralTargetsIsChecked() {
        refused(app.send("direct:group", null, Map.of("CamelAcsCallTarget", List.of("+16045550100", PREMIUM))));
    }

    @Test
    void aDynamicTargetIsChecked() {
        refused(app.send("direct:toD", null, Map.of("to", PREMIUM)));
    }

    @Test
    void aTargetOfTheBodyIsCheckedInAllItsParts() {
        refused(app.send("direct:body", Map.of("targets", List.of(Map.of("rawId", "4:" + PREMIUM))), Map.of()));
        Exchange mixed = app.send("direct:body",
                "{\"targets\":[{\"rawId\":\"4:+16045550100\",\"phoneNumber\":{\"value\":\"" + PREMIUM + "\"}}]}", Map.of());
        assertThat(mixed.getException()).isInstanceOf(CallInputException.class);
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void allowedTargetsAreRungWhereverTheyComeFrom() {
        List<Exchange> done = List.of(app.send("direct:header", null, Map.of("CamelAcsCallTarget", "+16045550100")),
                app.send("direct:toD", null, Map.of("to", "8:acs:r_u")),
                app.send("direct:body", Map.of("targets", List.of(Map.of("rawId", "4:+16045550100"))), Map.of()),
                app.send("direct:group", null, Map.of("CamelAcsCallTarget", "+16045550100,8:acs:r_u")));

        assertThat(done).allSatisfy(exchange -> assertThat(exchange.getException()).isNull());
        assertThat(service.requests()).hasSize(4);
    }

    @Test
    void aMisplacedWildcardFailsAtStart(AcsSimulator simulator) {
        assertThatThrownBy(() -> CallApp.run(simulator, settings -> settings.setAllowedTargets("+16*04"),
                routes -> routes.from("direct:a").to("acs-call:createCall?target=+16045550100")))
                .hasStackTraceContaining("Option 'allowedTargets' has the pattern '+16*04'")
                .hasStackTraceContaining("allowedTargets=+1604*,8:acs:*");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "acs-call:createCall", "acs-call:createGroupCall", "acs-call:redirect", "acs-call:transfer",
            "acs-call:addParticipant", "acs-call:createCall?target=+16045550100&allowHeaderOverride=true" })
    void aTargetThatIsLeftToAHeaderWithoutALimitIsSaidOnceAtStart(String uri, AcsSimulator simulator) throws Exception {
        assertThat(warnings(simulator, null, uri, uri)).singleElement().asString().contains("allowedTargets=+1604*,8:acs:*");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "acs-call:createCall?target=+16045550100", "acs-call:play?file=https://a.b/c", "acs-call:hangUp",
            "acs-call:removeParticipant" })
    void aTargetThatNoHeaderChoosesNeedsNoWarning(String uri, AcsSimulator simulator) throws Exception {
        assertThat(warnings(simulator, null, uri)).isEmpty();
    }

    @Test
    void aLimitNeedsNoWarning(AcsSimulator simulator) throws Exception {
        assertThat(warnings(simulator, "+1604*", "acs-call:createCall")).isEmpty();
        assertThat(warnings(simulator, "*", "acs-call:createCall")).as("said on purpose").isEmpty();
    }

    private static List<String> warnings(AcsSimulator simulator, String allowed, String... uris) throws Exception {
        try (CapturedLog log = CapturedLog.listen();
             CallApp started = CallApp.run(simulator, settings -> settings.setAllowedTargets(allowed), routes -> {
                 for (String uri : uris) {
                     routes.from("direct:" + UUID.randomUUID()).to(uri);
                 }
             })) {
            assertThat(started.context().getStatus().isStarted()).isTrue();
            return log.lines().stream().map(CapturedLog.Line::text).filter(text -> text.contains("allowedTargets is not set"))
                    .toList();
        }
    }
}
