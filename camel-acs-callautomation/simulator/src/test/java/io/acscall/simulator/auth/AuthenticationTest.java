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
package io.acscall.simulator.auth;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.ServiceClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class AuthenticationTest {

    @RegisterExtension
    static final AcsSimulatorExtension LENIENT = new AcsSimulatorExtension();

    private static final String PATH = "/calling/callConnections/unknown?api-version=2026-03-12";

    /** A request that got past authentication is about a call that does not exist. */
    private static final int ACCEPTED = 404;

    @Test
    void takesARequestThatIsRightlySigned() {
        assertThat(new ServiceClient(LENIENT.simulator()).get("/calling/callConnections/unknown").status()).isEqualTo(ACCEPTED);
    }

    @Test
    void takesAHostThatWasSignedWithoutItsPort() {
        assertThat(send(signed("127.0.0.1", Instant.now(), "GET")).status()).isEqualTo(ACCEPTED);
    }

    @Test
    void refusesAnotherKey() {
        String other = Base64.getEncoder().encodeToString(new byte[32]);
        ServiceClient.Answer answer
                = new ServiceClient(LENIENT.simulator(), other, "2026-03-12").get("/calling/callConnections/unknown");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.errorCode()).isEqualTo("7509");
        assertThat(answer.body().at("/error/innererror/code").asText()).isEqualTo("SignatureMismatch");
    }

    @Test
    void refusesAnotherHost() {
        assertThat(inner(send(signed("elsewhere:1", Instant.now(), "GET")))).isEqualTo("SignatureMismatch");
    }

    @Test
    void refusesAnotherVerbThanTheOneThatWasSigned() {
        assertThat(inner(send(signed("127.0.0.1", Instant.now(), "DELETE")))).isEqualTo("SignatureMismatch");
    }

    @Test
    void refusesADateThatIsMoreThanFiveMinutesOff() {
        assertThat(send(signed("127.0.0.1", Instant.now().minusSeconds(290), "GET")).status()).isEqualTo(ACCEPTED);
        assertThat(inner(send(signed("127.0.0.1", Instant.now().minusSeconds(310), "GET")))).isEqualTo("RequestTimeTooSkewed");
        assertThat(inner(send(signed("127.0.0.1", Instant.now().plusSeconds(310), "GET")))).isEqualTo("RequestTimeTooSkewed");
    }

    @Test
    void refusesABodyThatIsNotTheOneThatWasSigned() {
        Map<String, String> headers = signed("127.0.0.1", Instant.now(), "GET");
        ServiceClient.Answer answer
                = new ServiceClient(LENIENT.simulator()).sendRaw("POST", PATH, new byte[] { '{', '}' }, headers);

        assertThat(inner(answer)).isEqualTo("ContentHashMismatch");
    }

    @Test
    void refusesMissingAndMalformedHeaders() {
        Map<String, String> noDate = signed("127.0.0.1", Instant.now(), "GET");
        noDate.remove("x-ms-date");
        Map<String, String> badDate = signed("127.0.0.1", Instant.now(), "GET");
        badDate.put("x-ms-date", "yesterday");

        assertThat(inner(send(noDate))).isEqualTo("MissingHeader");
        assertThat(inner(send(badDate))).isEqualTo("MalformedDate");
        assertThat(inner(send(Map.of("Authorization", "HMAC-SHA256 nonsense")))).isEqualTo("MalformedAuthorization");
        assertThat(inner(send(Map.of("Authorization", "Basic eDp5")))).isEqualTo("UnknownScheme");
        assertThat(inner(send(Map.of()))).isEqualTo("MissingAuthorization");
    }

    @Test
    void takesAnyBearerTokenThatIsNotEmpty() {
        assertThat(send(Map.of("Authorization", "Bearer anything")).status()).isEqualTo(ACCEPTED);
        assertThat(send(Map.of("Authorization", "bearer anything")).status()).isEqualTo(ACCEPTED);
        assertThat(send(Map.of("Authorization", "Bearer ")).status()).isEqualTo(401);
    }

    @Test
    void aStrictSimulatorLooksIntoBearerTokens() {
        try (AcsSimulator strict = AcsSimulator.builder().strict(true).start()) {
            ServiceClient client = new ServiceClient(strict);
            assertThat(inner(send(client, "anything"))).isEqualTo("MalformedToken");
            assertThat(inner(send(client, token("https://communication.azure.com", -60)))).isEqualTo("ExpiredToken");
            assertThat(inner(send(client, token("https://graph.example.com", 60)))).isEqualTo("WrongAudience");
            assertThat(send(client, token("https://communication.azure.com", 60)).status()).isEqualTo(ACCEPTED);
        }
    }

    @Test
    void aRefusalHasTheEnvelopeAndEchoesTheRequestId() {
        ServiceClient.Answer answer = send(Map.of("x-ms-client-request-id", "my-id"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("x-ms-client-request-id")).isEqualTo("my-id");
        assertThat(answer.body().at("/error/code").isTextual()).isTrue();
        assertThat(answer.errorMessage()).isNotBlank();
    }

    private static String token(String audience, int seconds) {
        return new PlainJWT(
                new JWTClaimsSet.Builder().audience(audience)
                        .expirationTime(Date.from(Instant.now().plusSeconds(seconds))).build())
                .serialize();
    }

    private static ServiceClient.Answer send(ServiceClient client, String token) {
        return client.sendRaw("GET", PATH, new byte[0], Map.of("Authorization", "Bearer " + token));
    }

    private static ServiceClient.Answer send(Map<String, String> headers) {
        return new ServiceClient(LENIENT.simulator()).sendRaw("GET", PATH, new byte[0], headers);
    }

    private static String inner(ServiceClient.Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        return answer.body().at("/error/innererror/code").asText();
    }

    private static Map<String, String> signed(String host, Instant date, String method) {
        String text = DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC));
        String hash = HmacSignature.contentHash(new byte[0]);
        String signature = new HmacSignature(AcsSimulator.DEVELOPMENT_KEY).sign(method, PATH, text, host, hash);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("x-ms-date", text);
        headers.put("x-ms-content-sha256", hash);
        headers.put("Authorization",
                "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=" + signature);
        return headers;
    }
}
