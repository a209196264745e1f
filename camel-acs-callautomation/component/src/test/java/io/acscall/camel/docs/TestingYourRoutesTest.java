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

import java.net.URI;
import java.time.Duration;
import java.util.Properties;

import io.acscall.camel.AcsCallComponent;
import io.acscall.camel.AcsCallException;
import io.acscall.camel.outcome.Outcome;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.eventgrid.EventGridSchema;
import io.acscall.simulator.eventgrid.EventGridSubscription;
import io.acscall.simulator.fault.CallbackFault;
import io.acscall.simulator.fault.CallbackRule;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.main.MainConfigurationProperties;
import org.apache.camel.test.junit5.CamelContextConfiguration;
import org.apache.camel.test.main.junit5.CamelMainTestSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The test of docs/testing.md and of docs/simulator.md, word for word; and the component with camel-test-main-junit5.
 */
class TestingYourRoutesTest extends CamelMainTestSupport {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final Duration SOON = Duration.ofSeconds(30);

    @Override
    protected void configure(MainConfigurationProperties main) {
        main.addRoutesBuilder(new Desk());
        main.httpServer().withEnabled(true).withHost("127.0.0.1").withPort(0);
    }

    @Override
    public void configureContext(CamelContextConfiguration configuration) {
        super.configureContext(configuration);
        AcsSimulator simulator = SIMULATOR.simulator();
        Properties properties = new Properties();
        properties.put("camel.main.shutdown-timeout", "10");
        properties.put("silence", "1s");
        properties.put("camel.component.acs-call.connection-string", simulator.connectionString());
        properties.put("camel.component.acs-call.immutable-resource-id", simulator.resourceId());
        properties.put("camel.component.acs-call.open-id-configuration-uri", simulator.openIdConfigurationUri());
        properties.put("camel.component.acs-call.event-grid-secret", AcsSimulator.EVENT_GRID_SECRET);
        properties.put("camel.component.acs-call.cognitive-services-endpoint", "https://speech.example.com/");
        configuration.withUseOverridePropertiesWithPropertiesComponent(properties);
    }

    @BeforeEach
    void tellWhereTheApplicationIs() {
        CamelContext camel = context();
        int port = camel.getComponent("platform-http", PlatformHttpComponent.class).getEngine().getServerPort();
        String application = "http://127.0.0.1:" + port;
        camel.getComponent("acs-call", AcsCallComponent.class).getConfiguration().setCallbackBaseUri(application);
        SIMULATOR.simulator().subscribeEventGrid(EventGridSubscription.to(
                URI.create(application + "/acs-call/event-grid?secret=" + AcsSimulator.EVENT_GRID_SECRET),
                EventGridSchema.EVENT_GRID));
    }

    // CHECKSTYLE:OFF
    static class Desk extends RouteBuilder {

        @Override
        public void configure() {
            from("acs-call:incomingCall?to=+18005550100").routeId("desk")
                .to("acs-call:answer?awaitEvent=true")
                .to("acs-call:recognize?inputType=dtmf&maxTones=1&initialSilenceTimeout={{silence:10s}}&text=For sales press one"
                    + "&voice=en-US-JennyNeural&awaitEvent=true&throwExceptionOnFailure=false")
                .choice()
                    .when(header("CamelAcsCallTones").isEqualTo("1")).to("acs-call:transfer?target=+16045550101")
                    .otherwise().to("acs-call:hangUp?forEveryone=true");

            from("direct:remind").routeId("remind")
                .to("acs-call:createCall?target=+16045550102&sourceCallerId=+18005550100&awaitEvent=true")
                .to("acs-call:play?text=Your table is free&voice=en-US-JennyNeural&awaitEvent=true")
                .to("acs-call:hangUp?forEveryone=true");
        }
    }
    // CHECKSTYLE:ON

    @Test
    void asksForAKey(AcsSimulator simulator) {
        simulator.person("+16045550100").presses("1").hangsUpAfter(Duration.ofSeconds(5));
        simulator.placeCall("+16045550100", "+18005550100");

        simulator.awaitRequest("recognize", Duration.ofSeconds(30));
        simulator.awaitCallback("RecognizeCompleted", Duration.ofSeconds(30));
    }

    @Test
    void whoPressesOneIsPutThrough(AcsSimulator simulator) {
        simulator.person("+16045550100").presses("1");

        simulator.placeCall("+16045550100", "+18005550100");

        simulator.awaitRequest("transferCallToParticipant", SOON);
    }

    @Test
    void whoSaysNothingIsHungUp(AcsSimulator simulator) {
        simulator.person("+16045550100").staysSilent();

        simulator.placeCall("+16045550100", "+18005550100");

        simulator.awaitCallback("RecognizeFailed", SOON);
        simulator.awaitRequest("terminateCall", SOON);
    }

    @Test
    void whoAnswersAfterAWhileIsReminded(AcsSimulator simulator) {
        simulator.person("+16045550102").answersAfter(Duration.ofSeconds(2));

        Exchange reminded = template.send("direct:remind", exchange -> {
        });

        assertThat(reminded.getException()).isNull();
        assertThat(simulator.timeline().requests("play")).hasSize(1);
    }

    @Test
    void whoIsBusyIsNotReminded(AcsSimulator simulator) {
        simulator.person("+16045550102").busy();

        Exchange reminded = template.send("direct:remind", exchange -> {
        });

        assertThat(reminded.getException(AcsCallException.class).getOutcome()).isEqualTo(Outcome.BUSY);
        assertThat(simulator.timeline().requests("play")).isEmpty();
    }

    @Test
    void anEventThatComesTwiceIsTakenOnce(AcsSimulator simulator) {
        simulator.faults().callbacks(CallbackRule.every().always(CallbackFault.TWICE));

        Exchange reminded = template.send("direct:remind", exchange -> {
        });

        assertThat(reminded.getException()).isNull();
        assertThat(simulator.timeline().requests("play")).hasSize(1);
    }
}
