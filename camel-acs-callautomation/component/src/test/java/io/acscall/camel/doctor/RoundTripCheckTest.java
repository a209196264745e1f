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
package io.acscall.camel.doctor;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import io.acscall.camel.webhook.Door;
import io.acscall.camel.webhook.HttpAnswer;
import io.acscall.camel.webhook.InboundRequest;
import io.acscall.camel.webhook.ProbeSeal;
import io.acscall.camel.webhook.ProbedDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RoundTripCheckTest {

    private static final ProbeSeal SEAL = new ProbeSeal("our key".getBytes(StandardCharsets.UTF_8));

    private static List<Finding> look(URI address, ProbeSeal seal) throws Exception {
        return new RoundTripCheck(
                new PublicPath("callbacks", address, "/hidden", "callbackPath"), seal, Answering.knock(), Clock.systemUTC(),
                () -> "n1").examine();
    }

    /** An application behind a proxy that takes some headers away. */
    private static Answering application(Clock clock, String stripped) throws IOException {
        ProbedDoor door = new ProbedDoor(new Closed(), SEAL, clock);
        return Answering.with(exchange -> {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
            headers.keySet().removeIf(stripped::equalsIgnoreCase);
            answer(exchange, door.answer(new InboundRequest(
                    exchange.getRequestMethod(), "/hidden", headers, null,
                    exchange.getRequestBody().readAllBytes())).join());
        });
    }

    private static void answer(HttpExchange exchange, HttpAnswer answer) throws IOException {
        Answering.write(exchange, answer.status(), answer.body() == null ? "" : answer.body());
    }

    private record Closed() implements Door {

        @Override
        public CompletableFuture<HttpAnswer> answer(InboundRequest request) {
            return CompletableFuture.completedFuture(new HttpAnswer(401, Map.of(), null));
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    @Test
    void aProbeThatComesBackIsOk() throws Exception {
        try (Answering app = application(Clock.systemUTC(), "none")) {
            List<Finding> found = look(app.address("/events/hidden"), SEAL);

            assertThat(found).singleElement().returns(Verdict.OK, Finding::verdict)
                    .extracting(Finding::text).asString().contains("/events/***").doesNotContain("hidden");
        }
    }

    @Test
    void anAuthorizationHeaderThatIsTakenAwayIsAFault() throws Exception {
        try (Answering app = application(Clock.systemUTC(), "Authorization")) {
            List<Finding> found = look(app.address("/events/hidden"), SEAL);

            assertThat(found).extracting(Finding::verdict).containsExactly(Verdict.OK, Verdict.FAULT);
            assertThat(found.get(1).text()).contains("The Authorization header does not come through");
        }
    }

    @Test
    void aClockOfTheApplicationThatIsWrongIsAFault() throws Exception {
        try (Answering app = application(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(200)), "none")) {
            assertThat(look(app.address("/events/hidden"), SEAL)).last().returns(Verdict.FAULT, Finding::verdict)
                    .returns("clock", Finding::about);
        }
    }

    @Test
    void anApplicationWithAnotherKeyIsNotOurs() throws Exception {
        try (Answering app = application(Clock.systemUTC(), "none")) {
            List<Finding> found
                    = look(app.address("/events/hidden"), new ProbeSeal("another".getBytes(StandardCharsets.UTF_8)));

            assertThat(found).singleElement().returns(Verdict.FAULT, Finding::verdict);
            assertThat(found.get(0).mend()).contains("properties of the running application");
        }
    }

    @ParameterizedTest
    @CsvSource({
            "200, something else answers", "302, a login page", "401, refuses the probe", "403, forbids it",
            "404, not known there",
            "405, POST is not allowed", "413, too much", "418, no answer of this application",
            "502, no answer from the application",
            "503, the path is closed" })
    void whateverElseAnswersIsAFaultWithItsMend(int status, String text) throws Exception {
        try (Answering other = Answering.with(status, "<html>Welcome</html>")) {
            List<Finding> found = look(other.address("/events/hidden"), SEAL);

            assertThat(found).singleElement().returns(Verdict.FAULT, Finding::verdict);
            assertThat(found.get(0).text()).contains("/events/*** answers with " + status, text);
            assertThat(found.get(0).mend()).isNotBlank();
        }
    }

    @Test
    void withoutASecretNobodyIsProbed() throws Exception {
        assertThat(look(URI.create("http://127.0.0.1:1/events/hidden"), null)).singleElement()
                .returns(Verdict.UNPROVED, Finding::verdict).extracting(Finding::mend).asString().contains("callbackSecret");
    }

    @Test
    void whoeverSaysNothingIsNotReached() throws Exception {
        try (ServerSocket silent = new ServerSocket(0)) {
            Knock hasty = new Knock(Duration.ofMillis(200), SSLContext.getDefault());
            PublicPath path
                    = new PublicPath("callbacks", URI.create("http://127.0.0.1:" + silent.getLocalPort()), "", "callbackPath");

            assertThat(new RoundTripCheck(path, SEAL, hasty, Clock.systemUTC(), () -> "n1").examine()).singleElement()
                    .extracting(Finding::text).asString().contains("nothing came back in time");
        }
    }

    @Test
    void aNameThatNobodyKnowsIsSaidToBeOne() throws Exception {
        assertThat(look(URI.create("http://no-such-host.invalid/hidden"), SEAL)).singleElement().extracting(Finding::text)
                .asString().contains("its name is not known here").doesNotContain("hidden");
    }
}
