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

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallTracesTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final String ANN = "+16045550100";
    private static final String CONSUMER = "acs-call:events";
    private static final String CALL = "CamelAcsCallConnectionId";
    private static final String CALL_ATTRIBUTE = "acs.call.connection.id";
    private static final String CORRELATION_ATTRIBUTE = "acs.call.correlation.id";
    private static final String EVENT = "acs.call.event.type";
    private static final String OUTCOME = "acs.call.outcome";
    private static final String CONTEXT = "CamelAcsCallOperationContext";
    private static final String RING = "acs-call:createCall?target=" + ANN + "&hangUpOn=none&operationContext=mine"
                                       + "&cognitiveServicesEndpoint=https://cog.example.com/";

    private final Traces traces = new Traces();
    private CallApp app;

    private static final class Routes extends RouteBuilder {

        @Override
        public void configure() {
            from(CONSUMER).to("mock:events");
            from("direct:ring").to(RING + "&awaitEvent=true").to("mock:up");
            from("direct:tell").to("acs-call:play?text=Your table is free&voice=en-US-JennyNeural&awaitEvent=true")
                    .to("mock:told");
            from("direct:forget").to(RING);
            from("direct:elsewhere").to(RING + "&callbackUri=https://other.example.com/events");
        }
    }

    @BeforeAll
    void start(AcsSimulator simulator) throws Exception {
        app = CallApp.start(simulator, traces.tracing(), new Routes());
    }

    @AfterEach
    void carryNoMoreThanByDefault() {
        app.component().getConfiguration().setPropagateTrace(false);
    }

    @AfterAll
    void stop() {
        app.close();
        traces.close();
    }

    private String send(String uri, Map<String, Object> headers) {
        Exchange done = app.send(uri, null, headers);
        assertThat(done.getException()).isNull();
        return done.getMessage().getHeader(CALL, String.class);
    }

    private static String wireContext(AcsSimulator simulator, String operation) {
        JsonNode context = simulator.timeline().requests(operation).get(0).body().path("operationContext");
        return context.isMissingNode() ? null : context.asText();
    }

    private SpanData step(String action, String call) {
        return traces.span("acs-call:" + action, CALL_ATTRIBUTE, call);
    }

    private SpanData event(String type, String call) {
        return traces.span(CONSUMER, Map.of(EVENT, type, CALL_ATTRIBUTE, call));
    }

    private static void assertFollows(SpanData event, SpanData step) {
        assertThat(event.getTraceId()).isEqualTo(step.getTraceId());
        assertThat(event.getParentSpanId()).isEqualTo(step.getSpanId());
    }

    @Test
    void oneTraceGoesFromTheStepThatRingsOverItsEventToTheConsumer(AcsSimulator simulator) {
        String call = send("direct:ring", Map.of());

        SpanData connected = event("CallConnected", call);
        SpanData rings = step("createCall", call);
        assertFollows(connected, rings);
        assertThat(traces.spans()).as("what comes after").anySatisfy(after -> {
            assertThat(Traces.attribute(after, "camel.uri")).isEqualTo("mock://up");
            assertThat(after.getTraceId()).isEqualTo(rings.getTraceId());
        });
        assertThat(new Conversation(app).consumed("CallConnected", call).getHeader(CONTEXT)).isEqualTo("mine");
        assertThat(wireContext(simulator, "createCall")).startsWith("acs2.").contains(rings.getTraceId()).endsWith(".mine");
    }

    @Test
    void aStepSaysWhichCallItMadeAndAnEventWhichItIsAbout() {
        String call = send("direct:ring", Map.of());

        SpanData connected = event("CallConnected", call);
        SpanData rings = step("createCall", call);
        for (SpanData span : List.of(connected, rings)) {
            assertThat(Traces.attribute(span, CALL_ATTRIBUTE)).isEqualTo(call);
            assertThat(Traces.attribute(span, CORRELATION_ATTRIBUTE)).isNotBlank();
            assertThat(Traces.attribute(span, OUTCOME)).isNull();
        }
        assertThat(Traces.attribute(rings, "acs.call.action")).isEqualTo("createCall");
    }

    @Test
    void playedPromptsAreInTheTraceOfTheirRoute() {
        String call = send("direct:ring", Map.of());

        send("direct:tell", Map.of(CALL, call));

        SpanData play = step("play", call);
        SpanData completed = event("PlayCompleted", call);
        assertFollows(completed, play);
        assertThat(traces.span("mock", "url.path", "told").getTraceId()).isEqualTo(play.getTraceId());
        assertThat(play.getTraceId()).as("another message, another trace")
                .isNotEqualTo(step("createCall", call).getTraceId());
    }

    @Test
    void anotherNodeFindsTheTraceAndTheContextWithoutHavingSentAnything(AcsSimulator simulator) throws Exception {
        String call = send("direct:ring", Map.of());
        String wire = wireContext(simulator, "createCall");

        try (CallApp other = CallApp.start(simulator, traces.tracing(), new Routes())) {
            other.deliver(Callbacks.event("CallDisconnected", "a-leg", wire));

            SpanData disconnected = event("CallDisconnected", "a-leg");
            assertFollows(disconnected, step("createCall", call));
            assertThat(new Conversation(other).consumed("CallDisconnected", "a-leg").getHeader(CONTEXT)).isEqualTo("mine");
        }
    }

    @Test
    void anEventWithoutAContextBeginsATraceOfItsOwn() {
        String call = send("direct:ring", Map.of());

        SpanData updated = event("ParticipantsUpdated", call);

        assertThat(updated.getParentSpanId()).isEqualTo(SpanId.getInvalid());
        assertThat(updated.getTraceId()).isNotEqualTo(step("createCall", call).getTraceId());
    }

    @Test
    void aGarbledContextIsAPlainOneAndGivesNoTrace(AcsSimulator simulator) {
        send("direct:ring", Map.of());
        String garbled = wireContext(simulator, "createCall").replace(".mine", ".hers");

        app.deliver(Callbacks.event("PlayCompleted", "garbled", garbled));

        assertThat(event("PlayCompleted", "garbled").getParentSpanId()).isEqualTo(SpanId.getInvalid());
        assertThat(new Conversation(app).consumed("PlayCompleted", "garbled").getHeader(CONTEXT)).isEqualTo(garbled);
    }

    @Test
    void aContextThatNobodyWaitsForGoesOutAsItIs(AcsSimulator simulator) {
        String call = send("direct:forget", Map.of());

        assertThat(event("CallConnected", call).getParentSpanId()).isEqualTo(SpanId.getInvalid());
        assertThat(wireContext(simulator, "createCall")).isEqualTo("mine");
    }

    @Test
    void withPropagateTraceItCarriesTheTrace(AcsSimulator simulator) {
        app.component().getConfiguration().setPropagateTrace(true);

        String call = send("direct:forget", Map.of());

        assertFollows(event("CallConnected", call), step("createCall", call));
        assertThat(new Conversation(app).consumed("CallConnected", call).getHeader(CONTEXT)).isEqualTo("mine");
        assertThat(wireContext(simulator, "createCall")).startsWith("acs2.").endsWith(".mine");
    }

    @Test
    void withPropagateTraceAContextThatGoesElsewhereStaysAsItIs(AcsSimulator simulator) {
        app.component().getConfiguration().setPropagateTrace(true);

        send("direct:elsewhere", Map.of());

        assertThat(wireContext(simulator, "createCall")).isEqualTo("mine");
    }

    @Test
    void aFailureSaysItsOutcomeAndNoNumber(AcsSimulator simulator) {
        simulator.person(ANN).busy();

        Exchange failed = app.send("direct:ring");

        assertThat(failed.getException()).isNotNull();
        SpanData rings = traces.span("acs-call:createCall", OUTCOME, "BUSY");
        assertThat(rings.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(rings.getAttributes().asMap().values()).extracting(Objects::toString)
                .noneMatch(value -> value.contains("6045550100"));
        assertThat(rings.getEvents().toString()).contains("createCall").doesNotContain("6045550100");
        assertThat(URI.create(Traces.attribute(rings, "camel.uri")).getSchemeSpecificPart()).isEqualTo("createCall");
    }
}
