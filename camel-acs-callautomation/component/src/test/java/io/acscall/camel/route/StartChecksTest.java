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

import java.util.Map;
import java.util.function.Consumer;

import io.acscall.camel.AcsCallComponent;
import io.acscall.camel.AcsCallConfiguration;
import io.acscall.camel.CallInputException;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

/** What can be known to be wrong before a message comes fails the start, and says what is good. */
class StartChecksTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static Throwable start(AcsSimulator simulator, Consumer<AcsCallConfiguration> settings, String from, String to) {
        return catchThrowable(() -> CallApp.run(simulator, settings, routes -> routes.from(from).to(to)).close());
    }

    private static Throwable start(AcsSimulator simulator, String to) {
        return start(simulator, settings -> {
        }, "direct:in", to);
    }

    @Test
    void anUnknownActionIsRefusedWithAListOfTheKnownOnes(AcsSimulator simulator) {
        assertThat(start(simulator, "acs-call:teleport?target=+16045550100"))
                .hasStackTraceContaining("Unknown action 'teleport'").hasStackTraceContaining("createCall, createGroupCall")
                .hasStackTraceContaining("answer, reject, redirect").hasStackTraceContaining("hangUp")
                .hasStackTraceContaining("events, incomingCall").hasStackTraceContaining("For example acs-call:play");
    }

    @ParameterizedTest
    @CsvSource({
            "acs-call:mediaStream, mock:frames", "acs-call:transcription, mock:frames",
            "direct:in, acs-call:sendAudio", "direct:in, acs-call:stopAudio" })
    void aStreamWithoutAServerForWebSocketsNamesTheArtifactThatHasOne(String from, String to, AcsSimulator simulator) {
        assertThat(start(simulator, settings -> {
        }, from, to)).hasStackTraceContaining("for WebSockets: add the artifact io.acscall:camel-acs-callautomation-vertx")
                .hasStackTraceContaining("camel-platform-http-vertx").hasStackTraceContaining("a WebSocketHost of your own");
    }

    @Test
    void theCaseOfAnActionDoesNotMatter(AcsSimulator simulator) {
        assertThat(start(simulator, "acs-call:HANGUP?forEveryone=true")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
            "'play?reason=busy', reason, 'file'", "'reject?target=+16045550100', target, 'incomingCallContext, reason'",
            "'hangUp?text=Hi', text, 'callConnectionId, forEveryone'", "'getCallProperties?loop=true', loop, callConnectionId",
            "'answer?sourceCallerId=+18005550100', sourceCallerId, callbackUri",
            "'createCall?file=https://a.b/c', file, target",
            "'redirect?awaitTimeout=5s&voice=x', voice, target" })
    void anOptionThatTheActionDoesNotUseIsRefusedWithAListOfThoseItTakes(
            String action, String unused, String known, AcsSimulator simulator) {
        assertThat(start(simulator, "acs-call:" + action)).hasStackTraceContaining("does not use the option " + unused)
                .hasStackTraceContaining("It takes: ").hasStackTraceContaining(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "play?file=https://a.b/c&eventTypes=PlayCompleted", "play?file=https://a.b/c&to=+18005550100",
            "hangUp?from=+18005550100" })
    void anOptionOfConsumersIsRefusedForAnAction(String action, AcsSimulator simulator) {
        assertThat(start(simulator, "acs-call:" + action)).hasStackTraceContaining("does not use the option");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "awaitEvent=true", "bodyAsRequest=true", "allowHeaderOverride=true", "throwExceptionOnFailure=false",
            "hangUpOn=failure", "awaitTimeout=5s", "target=+16045550100" })
    void anOptionOfActionsIsRefusedForAConsumer(String option, AcsSimulator simulator) {
        assertThat(start(simulator, settings -> {
        }, "acs-call:events?" + option, "mock:never"))
                .hasStackTraceContaining("acs-call:events does not use the option " + option.substring(0, option.indexOf('=')));
    }

    @Test
    void anOptionThatDoesNotExistIsRefusedByCamel(AcsSimulator simulator) {
        assertThat(start(simulator, "acs-call:play?txet=Hi")).hasStackTraceContaining("txet");
    }

    @ParameterizedTest
    @CsvSource({
            "'createCall?target=16045550100', target, +16041234567", "'createCall?target=+160A', target, +16041234567",
            "'createCall?target=nobody', target, +16041234567",
            "'createCall?target=+16045550100&sourceCallerId=8:acs:r_u', sourceCallerId, +18005550100",
            "'reject?reason=rude', reason, 'none, busy, forbidden'", "'hangUp?forEveryone=perhaps', forEveryone, true",
            "'play?file=not an address', file, https://media.example.com/hello.wav",
            "'play?file=hello.wav', file, https://media.example.com/hello.wav",
            "'play?loop=2&file=https://a.b/c', loop, loop=2",
            "'play?file=https://a.b/c&awaitEvent=true&awaitTimeout=soon', awaitTimeout, 30s",
            "'createCall?target=8:acs:a&callbackUri=/events', callbackUri, https://app.example.com/acs-call/events" })
    void aValueOfTheUriThatIsWrongInFormIsRefusedWithAGoodOne(
            String action, String option, String good, AcsSimulator simulator) {
        assertThat(start(simulator, "acs-call:" + action)).hasStackTraceContaining(option).hasStackTraceContaining(good);
    }

    @Test
    void aBlankInAnAddressIsRefusedWithTheHintToRaw(AcsSimulator simulator) {
        assertThat(start(simulator, "acs-call:play?file=https://media.example.com/a+b.wav"))
                .hasStackTraceContaining("write RAW(…) around the value or use the header");
    }

    @Test
    void aBadNumberInTheUriIsNotShownInFull(AcsSimulator simulator) {
        Throwable failed = start(simulator, "acs-call:createCall?target=16045550100");

        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        assertThat(root).hasMessageContaining("option 'target'").hasMessageNotContaining("16045550100");
    }

    @Test
    void ruleBetweenOptionsAreCheckedToo(AcsSimulator simulator) {
        assertThat(start(simulator, "acs-call:play?file=https://a.b/c&text=Hi&voice=v"))
                .hasStackTraceContaining("only one of the options 'file', 'text' and 'ssml'");
        assertThat(start(simulator, "acs-call:createCall?target=+16045550100,+16045550111"))
                .hasStackTraceContaining("acs-call:createGroupCall rings several");
    }

    @ParameterizedTest
    @ValueSource(strings = { "reject", "redirect", "getCallProperties" })
    void whatNoEventEndsCanNotBeAwaited(String action, AcsSimulator simulator) {
        assertThat(start(simulator, "acs-call:" + action + "?awaitEvent=true"))
                .hasStackTraceContaining("acs-call:" + action + " can't have awaitEvent=true")
                .hasStackTraceContaining("Leave awaitEvent away");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "createCall?target=8:acs:a&awaitEvent=true&callbackUri=https://elsewhere.example.com/secret-path",
            "answer?awaitEvent=true&callbackUri=https://elsewhere.example.com/secret-path",
            "play?file=https://a.b/c&awaitEvent=true&operationCallbackUri=https://elsewhere.example.com/secret-path" })
    void anEventThatGoesElsewhereCanNotBeAwaited(String action, AcsSimulator simulator) {
        assertThat(start(simulator, settings -> settings.setCallbackBaseUri("https://app.example.com"), "direct:in",
                "acs-call:" + action))
                .hasStackTraceContaining("can't have awaitEvent=true")
                .hasStackTraceContaining("callbackBaseUri=https://app.example.com");
    }

    @Test
    void anEventThatComesToOurOwnAddressWithAQueryCanBeAwaited(AcsSimulator simulator) {
        assertThat(start(simulator, settings -> settings.setCallbackBaseUri("https://app.example.com"), "direct:in",
                "acs-call:answer?awaitEvent=true&callbackUri=https://app.example.com/acs-call/events?call=42")).isNull();
    }

    @Test
    void anAddressOfAHeaderThatIsElsewhereFailsTheExchange(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.run(simulator, routes -> routes.from("acs-call:events").to("mock:events"))) {
            Exchange failed = app.send("acs-call:createCall?target=8:acs:a&awaitEvent=true", null,
                    Map.of("CamelAcsCallCallbackUri", "https://elsewhere.example.com/"));

            assertThat(failed.getException()).hasStackTraceContaining("can't have awaitEvent=true");
            assertThat(simulator.timeline().requests()).isEmpty();
        }
    }

    @Test
    void anAwaitedCallWithoutACallbackAddressSaysWhichOptionIsMissing(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.run(simulator, routes -> routes.from("acs-call:events").to("mock:events"))) {
            app.component().getConfiguration().setCallbackBaseUri(null);

            Exchange failed = app.send("acs-call:createCall?target=8:acs:a&awaitEvent=true");

            assertThat(failed.getException()).isInstanceOf(CallInputException.class)
                    .hasMessageContaining("'callbackUri'").hasMessageContaining("component's option 'callbackBaseUri'");
        }
    }

    @ParameterizedTest
    @CsvSource({
            "acs-call:play?file=https://a.b/c, direct:in, connectionString",
            "acs-call:createCall?target=8:acs:a, direct:in, connectionString" })
    void withoutCredentialsAnActionDoesNotStart(String to, String from, String option, AcsSimulator simulator) {
        assertThat(start(simulator, settings -> settings.setConnectionString(null), from, to))
                .hasStackTraceContaining("acs-call has no credentials").hasStackTraceContaining(option)
                .hasStackTraceContaining("endpoint=https://NAME.communication.azure.com/;accesskey=KEY");
    }

    @Test
    void withoutAnHttpServerNothingThatNeedsEventsStarts() {
        for (String[] route : new String[][] {
                { "acs-call:events", "mock:a" }, { "direct:a", "acs-call:answer?awaitEvent=true" } }) {
            CamelContext context = new DefaultCamelContext();
            AcsCallComponent component = new AcsCallComponent(context);
            component.getConfiguration().setConnectionString(SIMULATOR.simulator().connectionString());
            component.getConfiguration().setImmutableResourceId(AcsSimulator.RESOURCE_ID);
            context.addComponent("acs-call", component);
            assertThatThrownBy(() -> {
                RouteBuilder.addRoutes(context, routes -> routes.from(route[0]).to(route[1]));
                context.start();
            }).hasStackTraceContaining("there is no HTTP server").hasStackTraceContaining("camel.server.enabled=true");
            context.stop();
        }
    }
}
