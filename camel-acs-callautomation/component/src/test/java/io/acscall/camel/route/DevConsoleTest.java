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

import io.acscall.camel.console.ConsoleSection;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.acscall.camel.route.Conversation.ANN;
import static io.acscall.camel.route.Conversation.CAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What the dev console shows of an application.
 */
class DevConsoleTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private CallApp app;

    @BeforeEach
    void start(AcsSimulator simulator) throws Exception {
        app = CallApp.run(simulator, routes -> {
            routes.getContext().setDevConsole(true);
            routes.from("acs-call:events").to("mock:events");
            routes.from("direct:menu").to(
                    "acs-call:recognize?inputType=dtmf&maxTones=4&awaitEvent=true&text=Your code&voice=en-US-JennyNeural");
        });
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void aCallIsLiveUntilItEnds() {
        String call = app.call(ANN);

        await().untilAsserted(() -> assertThat(rows("calls")).singleElement().satisfies(
                row -> assertThat(row).containsEntry("callConnectionId", call)));

        app.send("acs-call:hangUp?awaitEvent=true&forEveryone=true", null, Map.of("CamelAcsCallConnectionId", call));

        await().untilAsserted(() -> assertThat(rows("calls")).isEmpty());
        assertThat(rows("actions")).extracting("action").containsExactly("hangUp", "createCall");
    }

    @Test
    void aWaitIsShownWhileItIsOpen(AcsSimulator simulator) {
        simulator.person(ANN).staysSilent();
        String call = app.call(ANN);
        app.template().asyncRequestBodyAndHeaders("direct:menu", null, Map.of(
                "CamelAcsCallConnectionId", call, "CamelAcsCallRemoteParty", ANN));

        await().untilAsserted(() -> assertThat(rows("waits")).singleElement().satisfies(
                row -> assertThat(row).containsEntry("action", "recognize").containsEntry("callConnectionId", call)));

        app.send("acs-call:hangUp?awaitEvent=true&forEveryone=true", null, Map.of("CamelAcsCallConnectionId", call));

        await().untilAsserted(() -> assertThat(rows("waits")).isEmpty());
    }

    @Test
    void neitherNumbersNorTonesAreShown(AcsSimulator simulator) {
        simulator.person(ANN).presses("4711");
        String call = app.call(ANN);
        app.send("direct:menu", null, Map.of("CamelAcsCallConnectionId", call, "CamelAcsCallRemoteParty", ANN));

        await().untilAsserted(() -> assertThat(rows("events")).extracting("type").contains("RecognizeCompleted"));
        assertThat(text(Map.of()) + json(Map.of())).doesNotContain("4711").doesNotContain(ANN.substring(1))
                .doesNotContain("four");
    }

    @Test
    void refusalsAreShownWithTheirReason() {
        app.post("/acs-call/events", Callbacks.event("PlayCompleted", "call", null));

        assertThat(rows("refusals")).singleElement().satisfies(
                row -> assertThat(row).containsEntry("door", "callback").containsEntry("reason", "missing")
                        .containsEntry("status", 401));
    }

    @Test
    void aTableCanBeShortAndOfOneCall() {
        String first = app.call(ANN);
        String second = app.call(CAT);

        assertThat((List<?>) part(Map.of("limit", "1")).get("actions")).hasSize(1);
        await().untilAsserted(() -> assertThat(text(Map.of("callConnectionId", first))).contains(first));
        assertThat(text(Map.of("callConnectionId", first))).doesNotContain(second);
    }

    @Test
    void partsThatOthersFillAreShown() {
        app.component().consoleSections().add(new ConsoleSection() {
            @Override
            public String name() {
                return "recorder";
            }

            @Override
            public Map<String, Object> content(Map<String, Object> options) {
                return Map.of("recordings", 3);
            }
        });

        assertThat(text(Map.of())).contains("recorder:").contains("recordings: 3");
    }

    @Test
    void theNumbersAreThoseOfTheGauges() {
        assertThat(((Map<?, ?>) part(Map.of()).get("numbers")).keySet()).extracting(Object::toString).contains("waits.open",
                "events.queued", "streams.mediaStream",
                "dropped.incomingCall.stale");
    }

    private DevConsole console() {
        DevConsoleRegistry registry = app.context().getCamelContextExtension().getContextPlugin(DevConsoleRegistry.class);
        return registry.resolveById("acs-call");
    }

    private Map<?, ?> json(Map<String, Object> options) {
        return (Map<?, ?>) console().call(DevConsole.MediaType.JSON, options);
    }

    private String text(Map<String, Object> options) {
        return (String) console().call(DevConsole.MediaType.TEXT, options);
    }

    private Map<?, ?> part(Map<String, Object> options) {
        return (Map<?, ?>) json(options).get("acs-call");
    }

    @SuppressWarnings("unchecked") // the console's own form
    private List<Map<String, Object>> rows(String table) {
        return (List<Map<String, Object>>) part(Map.of()).get(table);
    }
}
