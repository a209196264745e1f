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
package io.acscall.camel.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.acscall.camel.event.CallEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Both ways in, without a server: which answer, which count, and what reaches the sink. */
class EventDoorTest {

    private static final String EVENT
            = "{\"id\":\"1\",\"source\":\"calling/callConnections/c\",\"type\":\"Microsoft.Communication.CallConnected\","
              + "\"specversion\":\"1.0\",\"data\":{}}";
    private static final String VALIDATION
            = "[{\"id\":\"1\",\"topic\":\"/t\",\"eventType\":\"Microsoft.EventGrid.SubscriptionValidationEvent\","
              + "\"data\":{\"validationCode\":\"c0de\",\"validationUrl\":\"https://evil.invalid/\"}}]";

    private final List<CallEvent> taken = new ArrayList<>();
    private final RefusalCounts counts = new RefusalCounts();
    private Handover handover = new Handover(true, CompletableFuture.completedFuture(true));
    private AuthResult verdict = AuthResult.ok();
    private final EventSink sink = (events, newWork) -> {
        taken.addAll(events);
        return handover;
    };
    private final Door callbacks = callbacks(sink, null);
    private final Door eventGrid = new EventGridDoor(
            request -> verdict, sink, Acknowledgement.received(), counts, 1_000);

    @Test
    void takesEvents() {
        assertThat(answer(callbacks, post(EVENT)).status()).isEqualTo(200);
        assertThat(answer(callbacks, post("[" + EVENT + "," + EVENT + "]")).status()).isEqualTo(200);
        assertThat(answer(eventGrid, post(EVENT)).status()).isEqualTo(200);
        assertThat(taken).hasSize(4);
        assertThat(counts.snapshot()).isEmpty();
    }

    @Test
    void takesPackedEvents() {
        InboundRequest request = new InboundRequest(
                "POST", Map.of("content-type", "application/json", "content-encoding", "gzip"), null,
                InflationTest.gzip(EVENT.getBytes(StandardCharsets.UTF_8)));
        assertThat(answer(callbacks, request).status()).isEqualTo(200);
        assertThat(taken).hasSize(1);
    }

    @Test
    void takesTheGoodOnesOfABatchAndCountsTheOthers() {
        assertThat(answer(callbacks, post("[" + EVENT + ",7,{}]")).status()).isEqualTo(200);
        assertThat(taken).hasSize(1);
        assertThat(counts.snapshot()).containsOnly(Map.entry("callback.element", 2L));
    }

    @Test
    void refusesWhatIsNoEvent() {
        assertRefused(callbacks, post("hello"), 400, "callback.not_an_event");
        assertRefused(callbacks, post("[]"), 400, "callback.not_an_event");
        assertRefused(callbacks, post(""), 400, "callback.not_an_event");
        assertRefused(eventGrid, post("{}"), 400, "eventGrid.not_an_event");
    }

    @Test
    void refusesOtherMethodsContentTypesAndSizes() {
        assertRefused(callbacks, new InboundRequest("OPTIONS", Map.of(), null, null), 405, "callback.method");
        assertRefused(callbacks,
                new InboundRequest("OPTIONS", Map.of("WebHook-Request-Origin", "eventgrid.azure.net"), null, null),
                405, "callback.method");
        assertRefused(callbacks, new InboundRequest(null, Map.of(), null, null), 405, "callback.method");
        assertRefused(callbacks, new InboundRequest("POST", Map.of("Content-Type", "text/xml"), null, bytes(EVENT)), 415,
                "callback.content_type");
        assertRefused(callbacks, post(EVENT + " ".repeat(1_000)), 413, "callback.size");
        assertRefused(callbacks, packed(bytes(EVENT + " ".repeat(1_000))), 413, "callback.size");
        assertRefused(callbacks, new InboundRequest("POST", Map.of("Content-Encoding", "br"), null, bytes(EVENT)), 400,
                "callback.encoding");
    }

    @ParameterizedTest
    @EnumSource
    void everyRefusalIsCountedAndNoneIsTold(Refusal refusal) {
        verdict = AuthResult.refused(refusal, "why");
        int status = refusal == Refusal.KEYS_UNAVAILABLE ? 503 : 401;
        HttpAnswer answer = assertRefused(callbacks, post(EVENT), status, "callback." + refusal.name().toLowerCase());
        assertThat(answer.body()).isNull();
        assertThat(answer.headers().keySet()).isEqualTo(status == 503 ? Map.of("Retry-After", "").keySet() : Map.of().keySet());
        assertRefused(eventGrid, post(EVENT), status, "eventGrid." + refusal.name().toLowerCase());
        assertRefused(eventGrid, post(VALIDATION), status, "eventGrid." + refusal.name().toLowerCase());
        assertRefused(eventGrid, preflight(), status, "eventGrid." + refusal.name().toLowerCase());
    }

    @Test
    void tellsNobodyWithoutAProofWhatElseIsWrong() {
        verdict = AuthResult.refused(Refusal.MISSING, "nothing");
        assertRefused(callbacks, post("hello"), 401, "callback.missing");
        assertRefused(callbacks, new InboundRequest("OPTIONS", Map.of(), null, null), 401, "callback.missing");
    }

    @Test
    void answersBothHandshakesOnTheEventGridPathOnly() {
        HttpAnswer validation = answer(eventGrid, post(VALIDATION));
        assertThat(validation.status()).isEqualTo(200);
        assertThat(validation.body()).isEqualTo("{\"validationResponse\":\"c0de\"}");
        HttpAnswer allowed = answer(eventGrid, preflight());
        assertThat(allowed.status()).isEqualTo(200);
        assertThat(allowed.headers()).containsEntry("WebHook-Allowed-Origin", "eventgrid.azure.net");
        assertThat(taken).isEmpty();
        assertThat(answer(callbacks, post(VALIDATION)).body()).isNull();
        assertThat(taken).as("elsewhere it is an event like any other").hasSize(1);
    }

    @Test
    void sendsAwayWhatIsNotTakenAndCountsIt() {
        handover = Handover.BUSY;
        HttpAnswer answer = answer(callbacks, post(EVENT));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers()).containsKey("Retry-After");
        assertThat(counts.snapshot()).containsOnly(Map.entry("callback.busy", 1L));
    }

    @Test
    void aSinkThatFailsIsAnsweredAndNoExceptionGetsFurther() {
        Door throwing = callbacks((events, newWork) -> {
            throw new IllegalStateException("no repository");
        }, null);
        Door failing
                = callbacks(
                        (events, newWork) -> new Handover(true, CompletableFuture.failedFuture(new IllegalStateException("x"))),
                        null,
                        Acknowledgement.completed(Duration.ofMinutes(1), 1));
        assertThat(answer(throwing, post(EVENT)).status()).isEqualTo(500);
        assertThat(answer(failing, post(EVENT)).status()).isEqualTo(500);
        assertThat(answer(failing, post(EVENT)).status()).isEqualTo(500);
        assertThat(counts.snapshot()).containsOnly(Map.entry("callback.failed", 3L));
    }

    @Test
    void anAuthenticatorThatFailsLetsNobodyIn() {
        Door door = new CallbackDoor(request -> {
            throw new IllegalStateException("bug");
        }, sink, Acknowledgement.received(), counts, 1_000, null);
        assertThat(answer(door, post(EVENT)).status()).isEqualTo(500);
        assertThat(taken).isEmpty();
    }

    @Test
    void withASecretOnlyTheAddressThatEndsWithItIsThere() {
        Door secret = callbacks(sink, CallbackSecret.of("s3cr3t"));
        assertThat(answer(secret, postTo("/s3cr3t", EVENT)).status()).isEqualTo(200);
        assertThat(taken).hasSize(1);
        taken.clear();
        assertRefused(secret, postTo("", EVENT), 404, "callback.path");
        assertRefused(secret, postTo("/other", EVENT), 404, "callback.path");
        verdict = AuthResult.refused(Refusal.MISSING, "nothing");
        assertRefused(secret, postTo("/other", "x".repeat(2_000)), 404, "callback.path");
        assertRefused(secret, postTo("/s3cr3t", EVENT), 401, "callback.missing");
    }

    @Test
    void closesWhatItsAuthenticatorHolds() {
        List<String> closed = new ArrayList<>();
        RequestAuthenticator authenticator = new RequestAuthenticator() {
            @Override
            public AuthResult authenticate(InboundRequest request) {
                return AuthResult.ok();
            }

            @Override
            public void close() {
                closed.add("keys");
            }
        };
        new CallbackDoor(authenticator, sink, Acknowledgement.received(), counts, 1, null).close();
        assertThat(closed).containsExactly("keys");
    }

    private Door callbacks(EventSink to, CallbackSecret secret) {
        return callbacks(to, secret, Acknowledgement.received());
    }

    private Door callbacks(EventSink to, CallbackSecret secret, Acknowledgement acknowledgement) {
        return new CallbackDoor(request -> verdict, to, acknowledgement, counts, 1_000, secret);
    }

    private HttpAnswer assertRefused(Door door, InboundRequest request, int status, String count) {
        Map<String, Long> expected = new HashMap<>(counts.snapshot());
        expected.merge(count, 1L, Long::sum);
        HttpAnswer answer = answer(door, request);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(counts.snapshot()).isEqualTo(expected);
        assertThat(taken).isEmpty();
        return answer;
    }

    private static HttpAnswer answer(Door door, InboundRequest request) {
        CompletableFuture<HttpAnswer> answer = door.answer(request);
        assertThat(answer).isDone();
        return answer.join();
    }

    private static InboundRequest post(String body) {
        return postTo("", body);
    }

    private static InboundRequest postTo(String below, String body) {
        return new InboundRequest("POST", below, Map.of("Content-Type", "application/json"), null, bytes(body));
    }

    private static InboundRequest packed(byte[] body) {
        return new InboundRequest("POST", Map.of("Content-Encoding", "gzip"), null, InflationTest.gzip(body));
    }

    private static InboundRequest preflight() {
        return new InboundRequest("OPTIONS", Map.of("WebHook-Request-Origin", "eventgrid.azure.net"), null, null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
