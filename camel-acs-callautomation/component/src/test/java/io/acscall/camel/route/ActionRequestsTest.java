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
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.acscall.simulator.fixtures.WireComparer;
import io.acscall.simulator.fixtures.WireSample;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The request of each action, through a route, against what the service's own clients send. */
class ActionRequestsTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final String CALL = "401f0000-0000-4000-8000-000000000001";
    private static final AtomicInteger ROUTES = new AtomicInteger();

    private static StubService service;
    private static CallApp app;

    @BeforeAll
    static void start() throws Exception {
        service = StubService.taking(CALL);
        app = CallApp.run(SIMULATOR.simulator(), settings -> {
            settings.setConnectionString(service.connectionString());
            settings.setSourceCallerId(null);
        }, routes -> {
        });
        // a request has nothing that the step does not say
        app.component().getConfiguration().setCallbackBaseUri(null);
    }

    @AfterAll
    static void stop() {
        app.close();
        service.close();
    }

    static Stream<SampleStep> steps() {
        return SampleStep.all();
    }

    static Stream<RequestVariant> variants() {
        return RequestVariant.all();
    }

    /** What a route with this one step sends. */
    private static StubService.Request sent(String uri, Object body, Map<String, Object> headers) throws Exception {
        service.requests().clear();
        String in = "direct:in" + ROUTES.incrementAndGet();
        app.add(routes -> routes.from(in).to("acs-call:" + uri));

        Exchange done = app.send(in, body, headers);

        assertThat(done.getException()).isNull();
        return service.last();
    }

    private static List<String> differences(WireSample sample, StubService.Request sent) {
        return WireComparer.differences(sample, sent.method(), sent.pathAndQuery(), sent.headers(), sent.body());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void theRequestIsThatOfTheServicesOwnClients(SampleStep step) throws Exception {
        assertThat(differences(SampleStep.SAMPLES.sample(step.sample()), sent(step.uri(), step.body(), Map.of()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void eachFieldOfTheServiceCanBeSent(RequestVariant variant) throws Exception {
        WireSample like = SampleStep.SAMPLES.sample(variant.like());
        WireSample expected = new WireSample(
                variant.toString(), like.method(), like.path(), like.repeatable(), variant.sends());

        assertThat(differences(expected, sent(variant.uri(), variant.body(), variant.headers()))).isEmpty();
    }

    @Test
    void noSampleIsForgotten() {
        Set<String> steps = SampleStep.all().map(SampleStep::sample).collect(Collectors.toSet());

        assertThat(SampleStep.SAMPLES.all()).extracting(WireSample::name).as("a new sample needs a row in SampleStep")
                .filteredOn(sample -> !sample.equals("deleteRecording")).isSubsetOf(steps);
    }

    /** The file lies elsewhere, at an address with a query of its own and without an api-version. */
    @Test
    void aRecordingIsDeletedAsTheServicesOwnClientsDeleteIt() throws Exception {
        String file = "/v1/objects/0-eus-d1-00000000000000000000000000000001/content/acsaudio?sig=abc%2Bdef";

        StubService.Request sent = sent("deleteRecording?location=RAW(" + service.address() + file + ")", null, Map.of());

        assertThat(sent.method()).isEqualTo("DELETE");
        assertThat(sent.pathAndQuery()).isEqualTo(file);
        assertThat(sent.body()).isNull();
        assertThat(sent.headers()).doesNotContainKeys("content-type", "repeatability-request-id");
    }
}
