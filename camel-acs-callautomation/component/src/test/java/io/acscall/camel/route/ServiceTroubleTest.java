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
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.acscall.camel.AcsCallConfiguration;
import io.acscall.camel.AcsCallException;
import io.acscall.camel.CallRequestException;
import io.acscall.camel.outcome.Outcome;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** A service that refuses, fails, or is not there: the promised error, and the context goes on. */
class ServiceTroubleTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final String PLAY = "acs-call:play?file=https://media.example.com/a.wav&callConnectionId=the-call";
    private static final String CREATE = "acs-call:createCall?target=8:acs:r_u";

    private static CallApp app(String connectionString, Consumer<AcsCallConfiguration> settings) throws Exception {
        return CallApp.run(SIMULATOR.simulator(), configuration -> {
            configuration.setConnectionString(connectionString);
            configuration.setRetryDelay(Duration.ofMillis(1));
            settings.accept(configuration);
        }, routes -> {
            routes.from("acs-call:events").to("mock:events");
            routes.from("direct:play").to(PLAY);
            routes.from("direct:create").to(CREATE);
        });
    }

    private static CallApp app(StubService service) throws Exception {
        return app(service.connectionString(), settings -> {
        });
    }

    private static AcsCallException failure(Exchange exchange) {
        assertThat(exchange.getException()).isInstanceOf(CallRequestException.class);
        return exchange.getException(AcsCallException.class);
    }

    private static void stillWorks(CallApp app) throws Exception {
        assertThat(app.context().getStatus().isStarted()).isTrue();
        app.mock("events").expectedMessageCount(1);
        app.deliver(Callbacks.event("CallConnected", "another-call", null));
        app.mock("events").assertIsSatisfied();
    }

    @Test
    void aWrongKeyGetsUnauthorized(AcsSimulator simulator) throws Exception {
        String wrong = Base64.getEncoder().encodeToString("a wrong key".getBytes());
        try (CallApp app = app("endpoint=" + simulator.endpoint() + "/;accesskey=" + wrong, settings -> {
        })) {
            AcsCallException failure = failure(app.send("acs-call:createCall?target=+16045550100"));

            assertThat(failure.getOutcome()).isEqualTo(Outcome.UNAUTHORIZED);
            assertThat(failure.getStatusCode()).isEqualTo(401);
            assertThat(failure).hasMessageContaining("connectionString").hasMessageNotContaining(wrong);
            assertThat(failure.isRetryable()).isFalse();
            stillWorks(app);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "direct:create", "direct:play" })
    void aServiceThatIsNotThereWasSentNothing(String route) throws Exception {
        try (CallApp app = app("endpoint=http://127.0.0.1:1/;accesskey=" + AcsSimulator.DEVELOPMENT_KEY, settings -> {
        })) {
            Exchange failed = app.send(route);

            assertThat(failure(failed).getOutcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(failure(failed).isRetryable()).isTrue();
            assertThat(failure(failed).getStatusCode()).isZero();
            assertThat(failed.getMessage().getHeader("CamelAcsCallOutcome")).isEqualTo(Outcome.NOT_SENT);
            assertThat(failed.getMessage().getHeaders()).doesNotContainKey("CamelAcsCallResultCode");
            stillWorks(app);
        }
    }

    @ParameterizedTest
    @CsvSource({ "direct:create, 429", "direct:play, 429", "direct:play, 503" })
    void aRefusalThatNamesATimeIsRepeatedAfterIt(String route, int status) throws Exception {
        AtomicInteger tries = new AtomicInteger();
        try (StubService service = new StubService(
                request -> tries.incrementAndGet() == 1
                        ? StubService.Reply.error(status, "8516", "slow down").withHeader("Retry-After", "1")
                        : StubService.Reply.call("the-call"));
             CallApp app = app(service)) {
            long start = System.nanoTime();

            assertThat(app.send(route).getException()).isNull();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(900));
            assertThat(service.requests()).hasSize(2);
        }
    }

    @Test
    void aRefusalThatNeverEndsIsTheOutcome() throws Exception {
        try (StubService service
                = new StubService(request -> StubService.Reply.error(429, "8516", "slow down").withHeader("Retry-After", "0"));
             CallApp app = app(service)) {
            AcsCallException failure = failure(app.send("direct:play"));

            assertThat(failure.getOutcome()).isEqualTo(Outcome.THROTTLED);
            assertThat(failure.isRetryable()).isTrue();
            assertThat(service.requests()).hasSize(4);
            stillWorks(app);
        }
    }

    @Test
    void aServerErrorOfWhatCanNotBeRepeatedIsInDoubt() throws Exception {
        try (StubService service = new StubService(request -> StubService.Reply.error(500, "9999", "oh dear"));
             CallApp app = app(service)) {
            AcsCallException failure = failure(app.send("direct:play"));

            assertThat(failure.getOutcome()).isEqualTo(Outcome.IN_DOUBT);
            assertThat(failure.getStatusCode()).isEqualTo(500);
            assertThat(failure).hasMessageContaining("look at the call before you repeat");
            assertThat(service.requests()).as("nobody hears it twice because of a retry").hasSize(1);
            stillWorks(app);
        }
    }

    @Test
    void aServerErrorOfWhatTheServiceRecognisesIsRepeatedUnderTheSameId() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        try (StubService service = new StubService(
                request -> tries.incrementAndGet() < 3
                        ? StubService.Reply.error(500, "9999", "oh dear") : StubService.Reply.call("the-call"));
             CallApp app = app(service)) {
            Exchange made = app.send("direct:create");

            assertThat(made.getException()).isNull();
            List<StubService.Request> requests = service.requests();
            assertThat(requests).hasSize(3);
            assertThat(requests).extracting(request -> request.headers().get("repeatability-request-id")).doesNotContainNull()
                    .containsOnly(requests.get(0).headers().get("repeatability-request-id"));
            assertThat(requests).extracting(request -> request.headers().get("repeatability-first-sent")).doesNotContainNull()
                    .containsOnly(requests.get(0).headers().get("repeatability-first-sent"));
            assertThat(requests).extracting(StubService.Request::body).containsOnly(requests.get(0).body());
        }
    }

    @Test
    void eachInvocationHasAnIdOfItsOwn() throws Exception {
        try (StubService service = StubService.taking("the-call"); CallApp app = app(service)) {
            app.send("direct:create");
            app.send("direct:create");

            assertThat(service.requests()).extracting(request -> request.headers().get("repeatability-request-id"))
                    .doesNotContainNull().doesNotHaveDuplicates();
        }
    }

    @Test
    void anAnswerThatIsNoJsonFailsTheStepAndNothingElse() throws Exception {
        try (StubService service = new StubService(
                request -> new StubService.Reply(
                        200, Map.of("Content-Type", "application/json"), "{broken"));
             CallApp app = app(service)) {
            assertThat(app.send("direct:create").getException()).isInstanceOf(AcsCallException.class);
            stillWorks(app);
        }
    }

    @Test
    void anErrorWithoutAnEnvelopeIsStillAnOutcome() throws Exception {
        try (StubService service = new StubService(request -> new StubService.Reply(403, Map.of(), "<html>no</html>"));
             CallApp app = app(service)) {
            assertThat(failure(app.send("direct:create")).getOutcome()).isEqualTo(Outcome.NOT_ALLOWED);
            stillWorks(app);
        }
    }

    @Test
    void aServiceThatAnswersTooLateIsInDoubt() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (StubService service = new StubService(request -> {
            assertThatNoException().isThrownBy(over::await);
            return StubService.Reply.of(202);
        }); CallApp app = app(service.connectionString(), settings -> settings.setRequestTimeout(Duration.ofMillis(150)))) {
            assertThat(failure(app.send("direct:play")).getOutcome()).isEqualTo(Outcome.IN_DOUBT);
            stillWorks(app);
            over.countDown();
        }
    }
}
