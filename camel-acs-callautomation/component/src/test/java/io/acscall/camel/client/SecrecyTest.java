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
package io.acscall.camel.client;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static io.acscall.camel.client.TestClient.KEY;
import static io.acscall.camel.client.TestClient.answer;
import static io.acscall.camel.client.TestClient.failure;
import static io.acscall.camel.client.TestClient.repeatable;
import static org.assertj.core.api.Assertions.assertThat;

class SecrecyTest {

    private static final String NUMBER = "14255550101";
    private static final String SECRET_BODY = "secret-context-of-the-call";
    private static final String TOKEN = "secret-token-of-the-tenant";
    private static final TokenCredential CREDENTIAL
            = context -> Mono.just(new AccessToken(TOKEN, OffsetDateTime.now().plusHours(1)));

    private final ScriptedServer server = new ScriptedServer();
    private final QuickTimer timer = new QuickTimer();

    @AfterEach
    void stop() {
        timer.close();
        server.close();
    }

    @Test
    void neitherLogNorExceptionShowsKeysTokensBodiesOrNumbers() throws Exception {
        List<String> texts = new ArrayList<>();
        try (CapturedLog log = CapturedLog.open()) {
            for (Credential credential : List.of(new Credential.AccessKey(KEY), new Credential.Token(CREDENTIAL))) {
                texts.addAll(troubleOf(TestClient.to(server.endpoint()).credential(credential)));
            }
            texts.addAll(log.lines().stream().map(CapturedLog.Line::text).toList());
        }

        assertThat(texts).hasSizeGreaterThan(10).noneMatch(text -> text.contains(KEY) || text.contains(TOKEN)
                || text.contains(SECRET_BODY) || text.contains(NUMBER) || text.contains("Signature=abc")
                || text.contains("Bearer secret"));
    }

    @Test
    void logsOneLinePerTryAndNoWarning() throws Exception {
        server.reply(429, "").reply(201, "{}");
        try (CapturedLog log = CapturedLog.open();
             ServiceClient client = TestClient.to(server.endpoint()).timer(timer).build()) {
            String id = answer(client.send(repeatable())).clientRequestId();

            assertThat(log.linesOf(ServiceClient.class)).containsExactly(
                    "POST /calling/callConnections: 429 after 0 ms, try 1, client request id " + id,
                    "POST /calling/callConnections: 201 after 0 ms, try 2, client request id " + id);
            assertThat(log.lines()).noneMatch(line -> line.level().isMoreSpecificThan(Level.WARN));
        }
    }

    @Test
    void logsNoStackForAServerThatIsAway() throws Exception {
        URI away;
        try (ScriptedServer gone = new ScriptedServer()) {
            away = gone.endpoint();
        }
        try (CapturedLog log = CapturedLog.open(); ServiceClient client = TestClient.to(away).timer(timer).build()) {
            failure(client.send(repeatable()));

            assertThat(log.linesOf(ServiceClient.class)).hasSize(4).allMatch(line -> line.contains("ConnectException"));
            assertThat(log.lines()).noneMatch(line -> line.level().isMoreSpecificThan(Level.WARN));
        }
    }

    @Test
    void nothingThatHoldsASecretShowsIt() {
        Credential.AccessKey key = new Credential.AccessKey(KEY);
        ConnectionString connection
                = ConnectionString.parse("endpoint=https://contoso.communication.azure.com/;accesskey=" + KEY);
        ServiceClientOptions options = TestClient.to(server.endpoint()).options();
        ServiceRequest request = ServiceRequest.post("/calling/callConnections/1/participants/4%3A%2B" + NUMBER,
                TestClient.body().put("x", SECRET_BODY));
        ServiceResponse response = new ServiceResponse(200, null, TestClient.body().put("x", SECRET_BODY), "id");

        for (Object holder : List.of(key, connection, options, request, response, new Credential.Token(CREDENTIAL))) {
            assertThat(holder.toString()).doesNotContain(KEY, NUMBER, SECRET_BODY);
        }
        assertThat(request).hasToString("POST /calling/callConnections/1/participants/4:+1***01");
    }

    private List<String> troubleOf(ServiceClientBuilder builder) throws Exception {
        List<String> texts = new ArrayList<>();
        String participant = "/calling/callConnections/1/participants/" + PathSegment.encode("4:+" + NUMBER);
        try (ServiceClient client = builder.timer(timer).maxRetries(1).build()) {
            server.reply(404,
                    "{\"error\":{\"code\":\"8522\",\"message\":\"Participant 4:+" + NUMBER + " (+1 425-555-0101, " + NUMBER
                              + ") not found.\"}}");
            texts.add(text(failure(client.send(ServiceRequest.get(participant)))));
            server.reply(401, "Bad Authorization: HMAC-SHA256 Signature=abc= or Bearer " + TOKEN + " with accesskey=" + KEY);
            texts.add(text(failure(client.send(repeatableWithSecret()))));
            server.reply(200, "{\"to\":\"" + NUMBER);
            texts.add(text(failure(client.send(repeatableWithSecret()))));
            texts.add(answer(client.send(repeatableWithSecret())).toString());
        }
        try (RawServer broken = new RawServer(RawServer::resetInTheAnswer);
             ServiceClient client = builder.endpoint(broken.endpoint()).build()) {
            texts.add(text(failure(client.send(ServiceRequest.delete(participant)))));
        }
        builder.endpoint(server.endpoint());
        return texts;
    }

    private static ServiceRequest repeatableWithSecret() {
        return ServiceRequest
                .post(TestClient.CREATE, TestClient.body().put("incomingCallContext", SECRET_BODY).put("to", NUMBER))
                .withRepeatability(TestClient.REPEATABILITY);
    }

    private static String text(Exception e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text, true));
        return text.append(e.toString()).toString();
    }
}
