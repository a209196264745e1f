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
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.acscall.camel.client.CapturedLog;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.apache.camel.builder.Builder.constant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Each rule of the start-up lint with routes that break it and routes that don't. */
class StartUpLintTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    static final String TRANSFER = "acs-call:transfer?target=+16045550100";
    static final String PLAY = "acs-call:play?file=https://media.example.com/a.wav";

    /** Nothing that a route could rely on: no caller id, no service that speaks. */
    private static CallApp app;

    @BeforeAll
    static void start(AcsSimulator simulator) throws Exception {
        app = CallApp.run(simulator, settings -> {
            settings.setSourceCallerId(null);
            settings.setAllowedTargets("+1604*,8:acs:*");
            settings.setCallbackBaseUri("https://app.example.com");
        }, routes -> routes.from("direct:first").to("acs-call:hangUp"));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    /** The findings of a route that starts. */
    private static List<String> findings(CallApp in, Consumer<RouteDefinition> steps) throws Exception {
        String id = "r" + UUID.randomUUID();
        try (CapturedLog log = CapturedLog.listen()) {
            in.add(routes -> steps.accept(routes.from("direct:" + id).routeId(id)));
            return of(id, log);
        }
    }

    /** What was logged of a route. */
    static List<String> of(String route, CapturedLog log) {
        return log.lines().stream().map(CapturedLog.Line::text).filter(text -> text.startsWith("Route '" + route + "'"))
                .toList();
    }

    /** The finding of a route that does not start, an empty text when it starts. */
    private static String refusal(Consumer<RouteDefinition> steps) {
        String id = "r" + UUID.randomUUID();
        try {
            app.add(routes -> steps.accept(routes.from("direct:" + id).routeId(id)));
            return "";
        } catch (Exception e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            assertThat(root).hasMessageStartingWith("Route '" + id + "', ");
            return root.getMessage();
        }
    }

    private static Arguments steps(String what, Consumer<RouteDefinition> steps) {
        return arguments(what, steps);
    }

    static Stream<Arguments> routesThatActAfterATransfer() {
        return Stream.of(
                steps("straight on", route -> route.to(TRANSFER).to(PLAY)),
                steps("awaited", route -> route.to(TRANSFER + "&awaitEvent=true").to(PLAY)),
                steps("to wherever", route -> route.toD("acs-call:transfer?target=${header.agent}").to(PLAY)),
                steps("a dynamic step", route -> route.to(TRANSFER).toD("acs-call:play?text=${body}&voice=en-US-JennyNeural")),
                steps("in both ways of a choice", route -> route.choice().when(constant(true)).to(TRANSFER)
                        .otherwise().to(TRANSFER).end().to(PLAY)),
                steps("in one way of a choice", route -> route.choice().when(constant(true)).to(TRANSFER).end().to(PLAY)),
                steps("behind a filter", route -> route.to(TRANSFER).filter(constant(true)).to(PLAY)),
                steps("in doFinally", route -> route.doTry().to(TRANSFER).doFinally().to(PLAY)),
                steps("in a pipeline", route -> route.pipeline().to(TRANSFER).end().to(PLAY)),
                steps("in a copy", route -> route.to(TRANSFER).wireTap(PLAY)),
                steps("in multicast", route -> route.to(TRANSFER).multicast().to("mock:a").to(PLAY)),
                steps("by enrich", route -> route.to(TRANSFER).enrich("acs-call:getCallProperties")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routesThatActAfterATransfer")
    void warnsOfAnActionAfterATransfer(String what, Consumer<RouteDefinition> steps) throws Exception {
        assertThat(findings(app, steps)).singleElement().asString()
                .contains("it follows a transfer of a 1:1 call", "throwExceptionOnFailure=false",
                        "ignoredFindings=after-transfer@")
                .containsPattern("step '\\w+'").contains("acs-call:");
    }

    static Stream<Arguments> routesThatAreNotAfterATransfer() {
        return Stream.of(
                steps("before", route -> route.to(PLAY).to(TRANSFER)),
                steps("only the end of the call", route -> route.to(TRANSFER).to("acs-call:hangUp?forEveryone=true")),
                steps("a call of several", route -> route.to("acs-call:addParticipant?target=8:acs:r_u").to(TRANSFER).to(PLAY)),
                steps("with a transferee", route -> route.to(TRANSFER + "&transferee=+16045550111").to(PLAY)),
                steps("with a transferee in a header",
                        route -> route.setHeader("CamelAcsCallTransferee", constant("8:acs:a")).to(TRANSFER).to(PLAY)),
                steps("a failure is looked at", route -> route.to(TRANSFER + "&awaitEvent=true&throwExceptionOnFailure=false")
                        .choice().when(constant(true)).to(PLAY)),
                steps("in the other way of a choice",
                        route -> route.choice().when(constant(true)).to(TRANSFER).otherwise().to(PLAY)),
                steps("after a way that stops",
                        route -> route.choice().when(constant(true)).to(TRANSFER).stop().end().to(PLAY)),
                steps("after a way that fails", route -> route.choice().when(constant(true)).to(TRANSFER)
                        .throwException(new IllegalStateException("done")).end().to(PLAY)),
                steps("when it failed", route -> route.doTry().to(TRANSFER).doCatch(Exception.class).to(PLAY)),
                steps("in onException", route -> route.onException(Exception.class).to(PLAY).end().to(TRANSFER)),
                steps("of another call", route -> route.to(TRANSFER).to(PLAY + "&callConnectionId=other")),
                steps("of another call in a header", route -> route.to(TRANSFER)
                        .setHeader("CamelAcsCallConnectionId", constant("other")).to(PLAY)),
                steps("in several headers", route -> route.to(TRANSFER)
                        .setHeaders("CamelAcsCallConnectionId", constant("other")).to(PLAY)),
                steps("of a new call", route -> route.to(TRANSFER)
                        .to("acs-call:createCall?target=8:acs:a&awaitEvent=true").to(PLAY)),
                steps("a step that is switched off", route -> route.to(TRANSFER).to(PLAY).disabled()),
                steps("in a copy that goes its own way", route -> route.wireTap(TRANSFER).to(PLAY)),
                steps("other components", route -> route.to(TRANSFER).to("mock:a").log("done")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routesThatAreNotAfterATransfer")
    void saysNothingOfATransferThatDoesNoHarm(String what, Consumer<RouteDefinition> steps) throws Exception {
        assertThat(findings(app, steps)).isEmpty();
    }

    @Test
    void warnsOfAnActionAfterHangUp() throws Exception {
        assertThat(findings(app, route -> route.to("acs-call:hangUp").to(PLAY))).singleElement().asString()
                .contains("it follows hangUp", "after-hang-up");
        assertThat(findings(app, route -> route.to(PLAY).to("acs-call:hangUp"))).isEmpty();
        assertThat(findings(app, route -> route.to("acs-call:hangUp?callConnectionId=other").to(PLAY))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "createCall?target=+16045550100", "createGroupCall?target=8:acs:a,+16045550100",
            "addParticipant?target=+16045550100" })
    void warnsOfAPhoneThatIsRungWithoutANumber(String step) throws Exception {
        assertThat(findings(app, route -> route.to("acs-call:" + step))).singleElement().asString()
                .contains("without a number that it sees as the caller", "sourceCallerId=+18005550100", "no-caller-id")
                .doesNotContain("+16045550100");
        assertThat(findings(app, route -> route.toD("acs-call:" + step + "&operationContext=${body}"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "createCall?target=8:acs:a", "createCall?target=+16045550100&sourceCallerId=+18005550100",
            "createCall?target=+16045550100&bodyAsRequest=true", "transfer?target=+16045550100",
            "removeParticipant?target=+16045550100" })
    void saysNothingWhereNoNumberIsNeededOrOneIsGiven(String step) throws Exception {
        assertThat(findings(app, route -> route.to("acs-call:" + step))).isEmpty();
    }

    @Test
    void aNumberOfAHeaderOrOfTheMessageIsANumber() throws Exception {
        assertThat(findings(app, route -> route.setHeader("CamelAcsCallSourceCallerId", constant("+18005550100"))
                .to("acs-call:createCall?target=+16045550100"))).isEmpty();
        assertThat(findings(app, route -> route.toD("acs-call:createCall?target=+16045550100&sourceCallerId=${header.own}")))
                .isEmpty();
    }

    @Test
    void warnsOfSpeechInACallThatWasMadeWithoutTheServiceForIt() throws Exception {
        String speech = "acs-call:play?text=Hello&voice=en-US-JennyNeural";
        assertThat(findings(app, route -> route.to("acs-call:answer?awaitEvent=true").to(speech))).singleElement().asString()
                .contains("without cognitiveServicesEndpoint", "no-speech-service");
        assertThat(findings(app, route -> route.to("acs-call:createCall?target=8:acs:a")
                .to("acs-call:recognize?inputType=speech"))).hasSize(1);

        assertThat(findings(app,
                route -> route.to("acs-call:answer?cognitiveServicesEndpoint=https://ai.example.com/").to(speech)))
                .isEmpty();
        assertThat(findings(app, route -> route.to("acs-call:answer").to(PLAY).to("acs-call:recognize?inputType=dtmf")))
                .isEmpty();
        assertThat(findings(app, route -> route.to(speech))).as("the call was made elsewhere").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            "'&loop=true&awaitEvent=true', awaited-loop", "'&awaitTimeout=5s', no-wait", "'&onDisconnect=stop', no-wait" })
    void warnsOfWaitsThatMakeNoSense(String options, String code) throws Exception {
        assertThat(findings(app, route -> route.to(PLAY + options))).singleElement().asString().contains(code + "@");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "&loop=true", "&awaitEvent=true&awaitTimeout=5s&onDisconnect=stop", "&loop=false&awaitEvent=true" })
    void saysNothingOfWaitsThatMakeSense(String options) throws Exception {
        assertThat(findings(app, route -> route.to(PLAY + options))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "acs-call:teleport?target=${body} | Unknown action 'teleport'",
            "acs-call:play?text=${body}&reason=busy | acs-call:play does not use the option reason",
            "acs-call:play?reason=${body} | acs-call:play does not use the option reason",
            "acs-call:play?txet=${body} | acs-call:play does not use the option txet",
            "acs-call:play?text=${body}&txet=Hi | acs-call:play does not use the option txet",
            "acs-call:reject?reason=${body}&awaitEvent=true | acs-call:reject can't have awaitEvent=true",
            "acs-call:recognize?text=${body}&inputType=dance | option 'inputType'",
            "acs-call:dispatch?target=${body} | does not use the option target" })
    void refusesADynamicStepThatNoMessageCanGetThrough(String uri, String why) {
        assertThat(refusal(route -> route.toD(uri))).contains("no message can get through this step", why, "unusable-step@");
        assertThat(refusal(route -> route.choice().when(constant(true)).wireTap(uri))).contains(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "acs-call:play?text=${body}&voice=en-US-JennyNeural&awaitEvent=true", "acs-call:${header.action}?target=${body}",
            "acs-call:addParticipant?target=8:acs:a&voipHeader.X=${body}",
            "acs-call:play?text=${body.replace('&','and')}&voice=v",
            "acs-call:transfer?target=8:acs:a&voipHeader.case=${header.id}", "acs-call:hangUp?forEveryone=${body}",
            "acs-call:play?text=RAW(${body})&voice=v", "mock:${body}?txet=1", "acs-call:hangUp" })
    void letsDynamicStepsStartThatAMessageMayGetThrough(String uri) {
        assertThat(refusal(route -> route.toD(uri))).isEmpty();
    }

    @Test
    void refusesATargetThatIsNotAllowed() {
        assertThat(refusal(route -> route.to("acs-call:transfer?target=+19005550100")))
                .contains("is in no pattern of the component option allowedTargets", "target-not-allowed@")
                .doesNotContain("+19005550100");
        assertThat(refusal(route -> route.to("acs-call:transfer?target=+16045550100"))).isEmpty();
        assertThat(refusal(route -> route.to("acs-call:removeParticipant?target=+19005550100"))).isEmpty();
        assertThat(refusal(route -> route.to("acs-call:transfer?target=+19005550100&allowHeaderOverride=true"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "lint.xml", "lint.yaml" })
    void theLanguageOfTheRouteDoesNotMatter(String file) throws Exception {
        String id = "r" + UUID.randomUUID();
        String text = file.endsWith("xml")
                ? """
                        <routes><route id="%1$s"><from uri="direct:%1$s"/><choice><when><constant>true</constant>
                        <to uri="%2$s"/></when></choice><to id="late" uri="%3$s"/></route></routes>"""
                : """
                        - route:
                            id: %1$s
                            from:
                              uri: direct:%1$s
                              steps:
                                - choice:
                                    when: [ { constant: "true", steps: [ { to: { uri: "%2$s" } } ] } ]
                                - to: { id: late, uri: "%3$s" }
                        """;
        try (CapturedLog log = CapturedLog.listen()) {
            PluginHelper.getRoutesLoader(app.context())
                    .loadRoutes(ResourceHelper.fromString(id + file, text.formatted(id, TRANSFER, PLAY)));

            assertThat(of(id, log)).singleElement().asString()
                    .startsWith("Route '" + id + "', step 'late', acs-call:play: it follows a transfer");
        }
    }

    @Test
    void placeholdersOfATemplateStandForTheValuesOfItsRoute() throws Exception {
        String id = "r" + UUID.randomUUID();
        try (CapturedLog log = CapturedLog.listen()) {
            app.add(routes -> routes.routeTemplate(id).templateParameter("who").templateParameter("options")
                    .from("direct:" + id).to("acs-call:createCall?target={{who}}")
                    .toD("acs-call:play?{{options}}&operationContext=${body}"));
            app.context().addRouteFromTemplate(id, id,
                    Map.of("who", "+16045550100", "options", "file=https://a.b/c&awaitTimeout=5s"));

            assertThat(of(id, log)).hasSize(2).anyMatch(text -> text.contains("no-caller-id"))
                    .anyMatch(text -> text.contains("no-wait"));
        }
    }

    @Test
    void placeholdersOfATemplateAreKnownWhenTheContextStartsToo(AcsSimulator simulator) throws Exception {
        RouteBuilder template = new RouteBuilder() {
            @Override
            public void configure() {
                routeTemplate("ring").templateParameter("options").from("direct:ring")
                        .toD("acs-call:play?{{options}}&text=${body}");
            }
        };
        RouteBuilder route = new RouteBuilder() {
            @Override
            public void configure() {
                TemplatedRouteBuilder.builder(getContext(), "ring").routeId("ringing")
                        .parameter("options", "voice=v&awaitTimeout=5s").add();
            }
        };
        try (CapturedLog log = CapturedLog.listen(); CallApp own = CallApp.start(simulator, template, route)) {
            assertThat(own.context().getRoutes()).hasSize(1);
            assertThat(of("ringing", log)).singleElement().asString().contains("no-wait");
        }
    }

    @Test
    void aRouteIsLookedAtOnceHoweverOftenItStarts() throws Exception {
        String id = "r" + UUID.randomUUID();
        try (CapturedLog log = CapturedLog.listen()) {
            app.add(routes -> routes.from("direct:" + id).routeId(id).to(TRANSFER).to(PLAY));
            app.context().getRouteController().stopRoute(id);
            app.context().getRouteController().startRoute(id);

            assertThat(of(id, log)).hasSize(1);
        }
    }

    // what the component says: an application for each
}
