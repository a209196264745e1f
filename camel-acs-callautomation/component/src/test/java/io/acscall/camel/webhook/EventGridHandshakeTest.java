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
import java.util.List;
import java.util.Map;

import io.acscall.camel.event.CallEvent;
import io.acscall.camel.event.EventKind;
import io.acscall.camel.event.EventReader;
import io.acscall.camel.event.NotAnEventException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EventGridHandshakeTest {

    private static final Map<String, String> VALIDATION = Map.of("Aeg-Event-Type", "SubscriptionValidation");

    @Test
    void theValidationIsAnsweredWithItsCode() throws NotAnEventException {
        for (Map<String, String> headers : List.of(VALIDATION, Map.<String, String> of())) {
            HandshakeAnswer answer
                    = EventGridHandshake.validation(post(headers), validation("{\"validationCode\":\"A-\\\"1\\\"\","
                                                                              + "\"validationUrl\":\"http://127.0.0.1:1/\"}"))
                            .orElseThrow();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers()).containsEntry("Content-Type", "application/json");
            assertThat(answer.body()).isEqualTo("{\"validationResponse\":\"A-\\\"1\\\"\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{\"validationCode\":null}", "{\"validationCode\":7}", "{\"validationCode\":\" \"}" })
    void aValidationWithoutACodeIsABadRequest(String data) throws NotAnEventException {
        assertThat(EventGridHandshake.validation(post(VALIDATION), validation(data)).orElseThrow().status()).isEqualTo(400);
        assertThat(EventGridHandshake.validation(post(Map.of()), validation(data)).orElseThrow().status()).isEqualTo(400);
    }

    @Test
    void aValidationThatOnlyTheHeaderAnnouncesIsABadRequest() {
        assertThat(EventGridHandshake.isValidation(post(VALIDATION))).isTrue();
        assertThat(EventGridHandshake.validation(post(VALIDATION), List.of()).orElseThrow().status()).isEqualTo(400);
    }

    @Test
    void anEndlessCodeIsNotRepeated() throws NotAnEventException {
        HandshakeAnswer answer = EventGridHandshake
                .validation(post(VALIDATION), validation("{\"validationCode\":\"" + "x".repeat(2_000) + "\"}")).orElseThrow();
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).hasSizeLessThan(100);
    }

    @Test
    void anOrdinaryDeliveryIsNoValidation() {
        InboundRequest delivery = post(Map.of("aeg-event-type", "Notification"));
        CallEvent event = new CallEvent(
                "1", "Microsoft.Communication.IncomingCall", "/", null, null, null, null, null, null, null,
                Map.of("validationCode", "x"), EventKind.EVENT_GRID);
        assertThat(EventGridHandshake.isValidation(delivery)).isFalse();
        assertThat(EventGridHandshake.validation(delivery, List.of(event))).isEmpty();
        assertThat(EventGridHandshake.validation(delivery, List.of())).isEmpty();
    }

    @Test
    void thePermissionIsGrantedToTheOneThatAsks() {
        InboundRequest request = new InboundRequest(
                "OPTIONS", Map.of("webhook-request-origin", "eventgrid.azure.net", "WebHook-Request-Rate", "120",
                        "WebHook-Request-Callback", "http://127.0.0.1:1/"),
                null, null);
        assertThat(EventGridHandshake.isPreflight(request)).isTrue();
        HandshakeAnswer answer = EventGridHandshake.preflight(request);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("WebHook-Allowed-Origin", "eventgrid.azure.net")
                .containsEntry("WebHook-Allowed-Rate", "*").containsEntry("Allow", "POST, OPTIONS");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "a b", "evil\r\nSet-Cookie: x", "<script>", "http://eventgrid.azure.net" })
    void anOriginThatIsNoHostGetsNoPermission(String origin) {
        InboundRequest request = new InboundRequest("OPTIONS", Map.of("WebHook-Request-Origin", origin), null, null);
        assertThat(EventGridHandshake.isPreflight(request)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> EventGridHandshake.preflight(request));
    }

    @Test
    void onlyOptionsAsksForPermission() {
        Map<String, String> headers = Map.of("WebHook-Request-Origin", "eventgrid.azure.net");
        assertThat(EventGridHandshake.isPreflight(post(headers))).isFalse();
        assertThat(EventGridHandshake.isPreflight(new InboundRequest("OPTIONS", Map.of(), null, null))).isFalse();
    }

    private static InboundRequest post(Map<String, String> headers) {
        return new InboundRequest("POST", headers, null, new byte[0]);
    }

    private static List<CallEvent> validation(String data) throws NotAnEventException {
        String body = "[{\"id\":\"v-1\",\"topic\":\"/subscriptions/s\",\"subject\":\"\",\"data\":" + data
                      + ",\"eventType\":\"Microsoft.EventGrid.SubscriptionValidationEvent\","
                      + "\"eventTime\":\"2026-04-02T09:00:00Z\"}]";
        return new EventReader().read(body.getBytes(StandardCharsets.UTF_8), "application/json", EventKind.EVENT_GRID).events();
    }
}
