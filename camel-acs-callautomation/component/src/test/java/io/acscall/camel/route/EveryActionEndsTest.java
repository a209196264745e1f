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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.camel.AcsCallOperation;
import io.acscall.camel.CallOperationFailedException;
import io.acscall.camel.CallRequestException;
import io.acscall.camel.event.DisconnectMeaning;
import io.acscall.camel.event.Ending;
import io.acscall.camel.route.StubService.Reply;
import io.acscall.camel.route.StubService.Request;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Made of the action table: each action in a route, with each event that ends it well or badly posted over HTTP, and
 * with a service that refuses it.
 */
class EveryActionEndsTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String CALL = "call-1";
    private static final String PERSON = "+16045550100";
    private static final String RECORDING = "cmVj";
    /** Where the events would not come to us. */
    private static final Set<String> ELSEWHERE = Set.of("callbackUri", "operationCallbackUri", "recordingStateCallbackUri");

    private volatile boolean refusing;
    private StubService service;
    private CallApp app;

    @BeforeEach
    void start() throws Exception {
        service = new StubService(this::reply);
        app = CallApp.run(SIMULATOR.simulator(), settings -> {
            settings.setConnectionString(service.connectionString());
            settings.setMaxRetries(0);
        }, routes -> routes.from("acs-call:events").to("mock:events"));
    }

    @AfterEach
    void stop() {
        app.close();
        service.close();
    }

    private Reply reply(Request request) {
        if (refusing) {
            return Reply.error(409, "9999", "refused");
        }
        return request.pathAndQuery().startsWith("/calling/recordings") ? Reply.recording(RECORDING) : Reply.call(CALL);
    }

    private static Stream<ActionSample> waiting() {
        return ActionSample.all().stream().filter(sample -> !ending(sample).isNone());
    }

    private static Ending ending(ActionSample sample) {
        return AcsCallOperation.valueOf(sample.action()).action().orElseThrow().ending();
    }

    static Stream<Arguments> good() {
        return waiting().flatMap(sample -> (ending(sample).disconnect() == DisconnectMeaning.SUCCESS
                ? Set.of("CallDisconnected") : ending(sample).success()).stream()
                .map(type -> Arguments.of(sample, type)));
    }

    static Stream<Arguments> bad() {
        return waiting().flatMap(sample -> ending(sample).failure().stream().map(type -> Arguments.of(sample, type)));
    }

    static List<ActionSample> actions() {
        return ActionSample.all();
    }

    /** A step that says nothing of where events go, about one person or one recording. */
    private static String uri(ActionSample sample) {
        Map<String, String> options = new LinkedHashMap<>(sample.options(sample.values().get(0)));
        options.keySet().removeAll(ELSEWHERE);
        options.computeIfPresent("target", (name, target) -> PERSON);
        options.computeIfPresent("recordingId", (name, id) -> RECORDING);
        options.remove("pauseOnStart");
        return options.entrySet().stream().map(option -> option.getKey() + "=RAW(" + option.getValue() + ")")
                .collect(Collectors.joining("&", "acs-call:" + sample.action() + "?", ""));
    }

    private Exchange ended(ActionSample sample, String type, int code) throws Exception {
        String uri = uri(sample) + "&awaitEvent=true" + (takesHangUpOn(sample) ? "&hangUpOn=none" : "");
        app.add(routes -> routes.from("direct:step").to(uri));
        CompletableFuture<Exchange> step
                = app.template().asyncSend("direct:step", exchange -> exchange.getMessage().setBody("as it was"));
        await().atMost(SOON).until(() -> !service.requests().isEmpty());

        app.deliver(event(sample, type, code));

        return step.get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    private static boolean takesHangUpOn(ActionSample sample) {
        return Set.of("createCall", "answer").contains(sample.action());
    }

    private String event(ActionSample sample, String type, int code) throws Exception {
        if (ending(sample).byRecording()) {
            return Callbacks.recording(type, RECORDING, code >= 400 ? null
                    : Set.of("startRecording", "resumeRecording").contains(sample.action()) ? "active" : "inactive");
        }
        Request request = service.requests().get(0);
        String context = request.body() == null ? null : request.text("operationContext");
        ObjectNode event = (ObjectNode) JSON.readTree(Callbacks.event(type, CALL, context, code, 0)).get(0);
        event.withObjectProperty("data").putArray("participants").addObject().put("isOnHold", sample.action().equals("hold"))
                .putObject("identifier").put("rawId", "4:" + PERSON);
        return event.toString();
    }

    @ParameterizedTest(name = "{0} ends with {1}")
    @MethodSource("good")
    void theRouteGoesOnWithTheEventThatEndsTheAction(ActionSample sample, String type) throws Exception {
        Exchange done = ended(sample, type, 200);

        assertThat(Conversation.event(done, type).shortType()).isEqualTo(type);
    }

    @ParameterizedTest(name = "{0} fails with {1}")
    @MethodSource("bad")
    void theRouteFailsWithTheEventThatTellsOfTheFailure(ActionSample sample, String type) throws Exception {
        CallOperationFailedException failed = Conversation.failure(ended(sample, type, 400));

        assertThat(failed.getEvent().shortType()).isEqualTo(type);
        assertThat(failed.getAction()).isEqualTo(sample.action());
    }

    @ParameterizedTest(name = "{0} is refused")
    @MethodSource("actions")
    void theRouteFailsWithTheAnswerOfAServiceThatRefuses(ActionSample sample) throws Exception {
        refusing = true;
        String uri = uri(sample.storedAt(service.address()));
        app.add(routes -> routes.from("direct:step").to(uri));

        Exchange done = app.send("direct:step", "as it was", Map.of());

        assertThat(done.getException()).isInstanceOf(CallRequestException.class);
        CallRequestException refused = done.getException(CallRequestException.class);
        assertThat(refused.getAction()).isEqualTo(sample.action());
        assertThat(refused.getStatusCode()).isEqualTo(409);
        assertThat(refused.getErrorCode()).isEqualTo("9999");
        assertThat(done.getMessage().getBody()).isEqualTo("as it was");
    }
}
