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

import java.time.Duration;
import java.util.Map;

import io.acscall.camel.CallDisconnectedException;
import io.acscall.camel.CallOperationFailedException;
import io.acscall.camel.outcome.Outcome;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.timeline.TimelineListening;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Menus: routes that ask a caller for keys, words or a choice, and go on with what they got. */
class RecognizeTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final String PERSON = "+16045550100";
    private static final String MENU
            = "acs-call:recognize?inputType=dtmf&maxTones=1&text=Press 1 for sales&voice=en-US-JennyNeural&awaitEvent=true";
    private static final String CHOICES = "acs-call:recognize?inputType=choices&speechLanguage=en-US&awaitEvent=true"
                                          + "&choices=Sales:sales|new order:1;Support:support|help:2";

    private static CallApp app;

    @BeforeAll
    static void start() throws Exception {
        app = CallApp.run(SIMULATOR.simulator(), routes -> {
            routes.from("acs-call:events").to("mock:events");
            routes.from("direct:menu").errorHandler(routes.noErrorHandler())
                    .to(MENU)
                    .choice()
                    .when(routes.header("CamelAcsCallTones").isEqualTo("1")).setProperty("went", routes.constant("sales"))
                    .otherwise().setProperty("went", routes.constant("ticket"))
                    .end();
            routes.from("direct:patient")
                    .onException(CallOperationFailedException.class).maximumRedeliveries(2).redeliveryDelay(0).end()
                    .to(MENU);
        });
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    /** Who is asked is who was called: the header that createCall leaves. */
    private static Exchange inCall(String uri) {
        return app.send(uri, null,
                Map.of("CamelAcsCallConnectionId", app.call(PERSON), "CamelAcsCallRemoteParty", PERSON));
    }

    private static Outcome failure(Exchange exchange) {
        CallOperationFailedException failed = exchange.getException(CallOperationFailedException.class);
        assertThat(failed).isNotNull();
        assertThat(exchange.getMessage().getHeader("CamelAcsCallOutcome")).isEqualTo(failed.getOutcome());
        return failed.getOutcome();
    }

    @ParameterizedTest
    @CsvSource({ "1,sales", "2,ticket", "#,ticket" })
    void aMenuGoesByTheKey(String pressed, String went, AcsSimulator simulator) {
        simulator.person(PERSON).presses(pressed);

        Exchange asked = inCall("direct:menu");

        assertThat(asked.getException()).isNull();
        assertThat(asked.getMessage().getHeader("CamelAcsCallTones")).isEqualTo(pressed);
        assertThat(asked.getProperty("went")).isEqualTo(went);
    }

    @Test
    void severalKeysEndWithTheStopTone(AcsSimulator simulator) {
        simulator.person(PERSON).presses("4711#");

        Exchange asked = inCall("acs-call:recognize?inputType=dtmf&stopTones=RAW(#)&awaitEvent=true");

        assertThat(asked.getException()).isNull();
        assertThat(asked.getMessage().getHeader("CamelAcsCallTones")).isEqualTo("4711#");
    }

    @Test
    void nothingPressedIsSilence() {
        Exchange asked = inCall("direct:menu");

        assertThat(failure(asked)).isEqualTo(Outcome.SILENCE);
        assertThat(asked.getMessage().getHeader("CamelAcsCallTones")).isNull();
        assertThat(asked.getProperty("went")).isNull();
    }

    @Test
    void redeliveryAsksAgainAfterSilence(AcsSimulator simulator) {
        simulator.person(PERSON).staysSilent().presses("1");

        Exchange asked = inCall("direct:patient");

        assertThat(asked.getException()).isNull();
        assertThat(asked.getMessage().getHeader("CamelAcsCallTones")).isEqualTo("1");
        assertThat(simulator.timeline().requests("recognize")).hasSize(2);
    }

    @Test
    void tooFewKeysAreATimeOutOfTheInput(AcsSimulator simulator) {
        simulator.person(PERSON).presses("12");

        Exchange asked = inCall("acs-call:recognize?inputType=dtmf&maxTones=4&awaitEvent=true");

        assertThat(failure(asked)).isEqualTo(Outcome.INPUT_TIMEOUT);
    }

    @ParameterizedTest
    @CsvSource({ "1,,Sales", "2,,Support", ",New order.,Sales", ",help,Support" })
    void aChoiceIsMadeByKeyOrPhrase(String pressed, String said, String label, AcsSimulator simulator) {
        if (pressed == null) {
            simulator.person(PERSON).says(said);
        } else {
            simulator.person(PERSON).presses(pressed);
        }

        Exchange asked = inCall(CHOICES);

        assertThat(asked.getException()).isNull();
        assertThat(asked.getMessage().getHeader("CamelAcsCallChoice")).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource({ "9,", ",the weather", ",''" })
    void aChoiceThatIsNotOfferedDoesNotMatch(String pressed, String said, AcsSimulator simulator) {
        if (pressed == null) {
            simulator.person(PERSON).says(said);
        } else {
            simulator.person(PERSON).presses(pressed);
        }

        Exchange asked = inCall(CHOICES);

        assertThat(failure(asked)).isEqualTo(Outcome.NO_MATCH);
        assertThat(asked.getMessage().getHeader("CamelAcsCallChoice")).isNull();
    }

    @Test
    void speechIsTakenDown(AcsSimulator simulator) {
        simulator.person(PERSON).says("I want to pay my bill");

        Exchange asked = inCall("acs-call:recognize?inputType=speech&speechLanguage=en-US&awaitEvent=true");

        assertThat(asked.getException()).isNull();
        assertThat(asked.getMessage().getHeader("CamelAcsCallSpeech")).isEqualTo("I want to pay my bill");
    }

    @Test
    void aHangUpDuringThePromptEndsTheWait(AcsSimulator simulator) {
        TimelineListening prompts = simulator.timeline().onEntry(entry -> {
            if (simulator.timeline().isCallback("PlayStarted").test(entry)) {
                simulator.hangUp(entry.callId(), PERSON);
            }
        });

        Exchange asked = inCall(MENU.replace("Press 1 for sales", "x".repeat(5000)));
        prompts.close();

        simulator.awaitCallback("RecognizeCanceled", Duration.ofSeconds(5));
        assertThat(asked.getException()).isInstanceOf(CallDisconnectedException.class);
    }
}
