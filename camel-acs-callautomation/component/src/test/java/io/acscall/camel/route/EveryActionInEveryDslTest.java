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
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.camel.AcsCallEndpoint;
import io.acscall.camel.AcsCallOperation;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The same step sends the same request in each language in which it can be written. */
class EveryActionInEveryDslTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final AtomicInteger ROUTES = new AtomicInteger();

    private static StubService service;
    private static CallApp app;

    /** What must not depend on the language. */
    private record Sent(String method, String pathAndQuery, JsonNode body) {

        static Sent of(StubService.Request request) {
            return new Sent(request.method(), request.pathAndQuery(), request.body());
        }
    }

    @BeforeAll
    static void start() throws Exception {
        service = StubService.taking("the-call");
        app = CallApp.run(SIMULATOR.simulator(), settings -> settings.setConnectionString(service.connectionString()),
                routes -> routes.from("acs-call:events").to("mock:events"));
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

    static Stream<ActionSample> samples() {
        return ActionSample.all().stream()
                .map(sample -> service == null ? sample : sample.storedAt(service.address()));
    }

    static Stream<Arguments> otherLanguages() {
        return samples().flatMap(sample -> Arrays.stream(RouteLanguage.values())
                .filter(language -> language != RouteLanguage.JAVA).map(language -> Arguments.of(sample, language)));
    }

    static Stream<Arguments> dynamicLanguages() {
        return samples().flatMap(sample -> Arrays.stream(RouteLanguage.values()).filter(RouteLanguage::isDynamic)
                .map(language -> Arguments.of(sample, language)));
    }

    private static long endpoints() {
        return app.context().getEndpoints().stream().filter(AcsCallEndpoint.class::isInstance).count();
    }

    /** A route of the step, and a message with the values where the route has none. */
    private static String route(RouteLanguage language, ActionSample sample, Map<String, String> options) throws Exception {
        String id = "dsl-" + ROUTES.incrementAndGet();
        Map<String, String> written = new LinkedHashMap<>(options);
        if (language.isDynamic()) {
            List<String> names = List.copyOf(options.keySet());
            written.replaceAll((name, value) -> "${header.value" + names.indexOf(name) + "}");
        }
        language.route(app.context(), id, "acs-call:" + sample.action(), written);
        return "direct:" + id;
    }

    private static Map<String, Object> message(Map<String, String> options) {
        Map<String, Object> headers = new HashMap<>();
        options.values().forEach(value -> headers.put("value" + headers.size(), value));
        return headers;
    }

    private static Sent sent(String route, Map<String, String> options) {
        Exchange done = app.send(route, "the body", message(options));
        assertThat(done.getException()).isNull();
        return Sent.of(service.last());
    }

    private static Sent sentByJava(ActionSample sample, String value) throws Exception {
        Map<String, String> options = sample.options(value);
        return sent(route(RouteLanguage.JAVA, sample, options), options);
    }

    @Test
    void noActionIsForgotten() {
        assertThat(samples().map(ActionSample::action)).as("a new action needs a row in ActionSample")
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(AcsCallOperation.values())
                        .filter(one -> one.action().isPresent()).map(Enum::name).toList());
    }

    @ParameterizedTest
    @EnumSource(RouteLanguage.class)
    void eachValueOfAStepArrives(RouteLanguage language) throws Exception {
        ActionSample transfer = samples().filter(sample -> sample.action().equals("transfer")).findFirst().orElseThrow();
        Map<String, String> options = transfer.options("+16045550100");

        JsonNode body = sent(route(language, transfer, options), options).body();

        assertThat(body.at("/targetParticipant/rawId").asText()).isEqualTo("4:+16045550100");
        assertThat(body.at("/transferee/rawId").asText()).isEqualTo("4:+16045550109");
        assertThat(body.at("/customCallingContext/voipHeaders/customer").asText()).isEqualTo("C-17");
        assertThat(body.at("/customCallingContext/sipHeaders/X-MS-Custom-order").asText()).isEqualTo("A-1");
        assertThat(body.at("/customCallingContext/sipHeaders/User-To-User").asText()).isEqualTo("616263;encoding=hex");
        assertThat(body.path("operationContext").asText()).isEqualTo("order-4711");
    }

    /** The YAML language makes camel case of a dash in the name of a parameter, but not in a URI. */
    @ParameterizedTest
    @EnumSource(value = WayToWrite.class, names = { "JAVA_TO", "XML", "YAML_URI" })
    void aNameWithADashArrivesWhereItStandsInTheUri(WayToWrite way) throws Exception {
        String id = "dash-" + way;
        way.route(app.context(), id, "acs-call:transfer", "voipHeader.customer-id", "C-17&sipHeader.X-Tier=gold");

        Exchange done = app.send("direct:" + id, null,
                Map.of("CamelAcsCallConnectionId", "call-1", "CamelAcsCallTarget", "8:acs:r_u"));

        assertThat(done.getException()).isNull();
        JsonNode context = service.last().body().path("customCallingContext");
        assertThat(context.at("/voipHeaders/customer-id").asText()).isEqualTo("C-17");
        assertThat(context.at("/sipHeaders/X-Tier").asText()).isEqualTo("gold");
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("otherLanguages")
    void theRequestIsThatOfJava(ActionSample sample, RouteLanguage language) throws Exception {
        Map<String, String> options = sample.options(sample.values().get(0));

        Sent expected = sentByJava(sample, sample.values().get(0));
        Sent actual = sent(route(language, sample, options), options);

        assertThat(service.requests()).hasSize(2);
        assertThat(actual).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("dynamicLanguages")
    void oneEndpointServesAllValues(ActionSample sample, RouteLanguage language) throws Exception {
        List<Sent> expected = new ArrayList<>();
        for (String value : sample.values()) {
            expected.add(sentByJava(sample, value));
        }
        String route = route(language, sample, sample.options("any"));
        long before = endpoints();

        List<Sent> actual = sample.values().stream().map(value -> sent(route, sample.options(value))).toList();

        assertThat(actual).isEqualTo(expected).doesNotHaveDuplicates();
        assertThat(endpoints()).as("endpoints").isLessThanOrEqualTo(before + 1);
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("dynamicLanguages")
    void aValueThatAddsAnOptionIsRefused(ActionSample sample, RouteLanguage language) throws Exception {
        for (String injected : List.of("&throwExceptionOnFailure=false", "&" + sample.dynamic() + "=another")) {
            Map<String, String> options = sample.options(sample.values().get(0) + injected);

            Exchange refused = app.send(route(language, sample, options), null, message(options));

            assertThat(refused.getException()).hasStackTraceContaining("A dynamic value has changed the options");
        }
        assertThat(service.requests()).isEmpty();
    }
}
