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

import io.acscall.camel.AcsCallEndpoint;
import io.acscall.camel.CallInputException;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DynamicTargetTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private StubService service;
    private CallApp app;

    @BeforeEach
    void start() throws Exception {
        service = StubService.taking("the-call");
        app = CallApp.run(SIMULATOR.simulator(), settings -> settings.setConnectionString(service.connectionString()),
                routes -> {
                    routes.from("direct:plain").toD("acs-call:createCall?target=${header.who}&operationContext=${header.what}");
                    routes.from("direct:raw").toD("acs-call:createCall?target=RAW(${header.who})&awaitEvent=false");
                    routes.from("direct:then").toD("acs-call:createCall?target=${header.who}&operationContext=first")
                            .to("acs-call:createGroupCall");
                    routes.from("direct:many").toD("acs-call:createGroupCall?target=${header.who}");
                });
    }

    @AfterEach
    void stop() {
        app.close();
        service.close();
    }

    private long endpoints() {
        return app.context().getEndpoints().stream().filter(AcsCallEndpoint.class::isInstance).count();
    }

    private static Map<String, Object> to(String who) {
        return Map.of("who", who, "what", "order");
    }

    @Test
    void oneEndpointServesAllTargets() {
        long before = endpoints();
        List<String> targets = List.of("+16045550100", "+16045550111", "8:acs:a_b", "4:+16045550122");

        targets.forEach(target -> {
            assertThat(app.send("direct:plain", null, to(target)).getException()).isNull();
            assertThat(app.send("direct:raw", null, to(target)).getException()).isNull();
        });

        assertThat(endpoints()).as("one for each of the two steps").isLessThanOrEqualTo(before + 2);
        assertThat(service.requests()).extracting(r -> r.body().path("targets").get(0).path("rawId").asText())
                .containsExactly("4:+16045550100", "4:+16045550100", "4:+16045550111", "4:+16045550111", "8:acs:a_b",
                        "8:acs:a_b",
                        "4:+16045550122", "4:+16045550122");
    }

    @Test
    void noEndpointHoldsANumber() {
        app.send("direct:plain", null, to("+16045550100"));
        app.send("direct:raw", null, to("+16045550100"));

        assertThat(app.context().getEndpoints()).extracting(endpoint -> endpoint.getEndpointUri())
                .noneMatch(uri -> uri.contains("6045550100"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "+16045550100&awaitEvent=true", "+16045550100&sourceCallerId=+18005559999", "+16045550100&target=+19005550100",
            "+16045550100&allowHeaderOverride=true", "+16045550100&callbackUri=https://evil.example.com/" })
    void aValueThatAddsAnOptionIsRefused(String injected) {
        Exchange plain = app.send("direct:plain", null, to(injected));

        assertThat(plain.getException()).hasStackTraceContaining("A dynamic value has changed the options")
                .hasStackTraceContaining("Use setHeader for values from outside, or RAW(${…})");
        assertThat(plain.getException().toString()).doesNotContain("16045550100");
        assertThat(service.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "+16045550100&awaitEvent=true", "+16045550100)&awaitEvent=true&x=RAW(", "+16045550100)&target=RAW(+19005550100",
            "+16045550100)&sourceCallerId=(+18005559999", "RAW(+16045550100)&target=+19005550100" })
    void aValueInRawAddsNothing(String injected) {
        Exchange raw = app.send("direct:raw", null, to(injected));

        assertThat(raw.getException()).isNotNull();
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void theOptionsOfADynamicStepAreGoneAfterIt() {
        Exchange done = app.send("direct:then", null, Map.of("who", "+16045550100", "CamelAcsCallTarget", "8:acs:a,8:acs:b"));

        assertThat(done.getException()).isNull();
        assertThat(service.requests()).hasSize(2);
        assertThat(service.last().body().path("targets").findValuesAsText("rawId")).containsExactly("8:acs:a", "8:acs:b");
        assertThat(service.last().text("operationContext")).isNull();
        assertThat(done.getProperties()).doesNotContainKey("CamelAcsCallDynamicOptions");
        assertThat(done.getMessage().getHeader("CamelAcsCallTarget")).isEqualTo("8:acs:a,8:acs:b");
    }

    @Test
    void theOptionsOfADynamicStepThatFailedAreGone() {
        Exchange failed = app.send("direct:plain", null, to("nobody"));

        assertThat(failed.getException()).isInstanceOf(CallInputException.class);
        assertThat(failed.getProperties()).doesNotContainKey("CamelAcsCallDynamicOptions");
    }

    @Test
    void aHeaderFromOutsideDoesNotReplaceADynamicValue() {
        Exchange done = app.send("direct:plain", null,
                Map.of("who", "+16045550100", "what", "order", "CamelAcsCallTarget", "+19005550100",
                        "CamelAcsCallDynamicOptions", Map.of("target", "+19005550100")));

        assertThat(done.getException()).isNull();
        assertThat(service.last().body().path("targets").get(0).path("rawId").asText()).isEqualTo("4:+16045550100");
        assertThat(service.last().text("operationContext")).isEqualTo("order");
    }

    @Test
    void oneDynamicValueMayNameSeveral() {
        assertThat(app.send("direct:many", null, Map.of("who", "+16045550100,+16045550111")).getException()).isNull();

        assertThat(service.last().body().path("targets")).hasSize(2);
    }
}
