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
package io.acscall.camel.vertx;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import io.acscall.camel.CallbackAuth;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.token.TokenKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who may open a WebSocket, over a real server. */
class HandshakeTest {

    private static final String CALL = "401f0000-0000-4000-8000-000000000001";

    private static AcsSimulator simulator;
    private static StreamApp app;

    @BeforeAll
    static void start() throws Exception {
        simulator = AcsSimulator.builder().start();
        app = StreamApp.run(simulator, routes -> {
            routes.from("acs-call:mediaStream").to("mock:media");
            routes.from("acs-call:transcription").to("mock:transcription");
        });
    }

    @AfterAll
    static void stop() {
        app.close();
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { StreamApp.MEDIA, StreamApp.TRANSCRIPTION })
    void aGoodTokenOpensBothPaths(String path) {
        try (Caller caller = app.connect(path, CALL)) {
            assertThat(caller.closed()).isNotDone();
        }
    }

    @ParameterizedTest
    @EnumSource(value = TokenKind.class, names = "VALID", mode = EnumSource.Mode.EXCLUDE)
    void aBadTokenIsRefusedBeforeTheUpgrade(TokenKind kind) {
        long before = refusals();
        String authorization = simulator.tokens().of(kind);

        assertThat(Caller
                .refusal(() -> app.connect(StreamApp.MEDIA, authorization == null ? null : "Bearer " + authorization, CALL)))
                .isEqualTo(401);
        assertThat(refusals()).isEqualTo(before + 1);
    }

    @Test
    void noTokenIsRefused() {
        assertThat(Caller.refusal(() -> app.connect(StreamApp.MEDIA, null, CALL))).isEqualTo(401);
        assertThat(app.component().getRefusals()).containsKey("mediaStream.missing");
    }

    @Test
    void aRefusalDoesNotSayWhy() throws Exception {
        HttpResponse<String> answer = get("Upgrade", "websocket");

        assertThat(answer.statusCode()).isIn(401, 426);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aPlainRequestIsToldToUpgrade() throws Exception {
        HttpResponse<String> answer = get("Accept", "*/*");

        assertThat(answer.statusCode()).isEqualTo(426);
        assertThat(answer.headers().firstValue("Upgrade")).contains("websocket");
    }

    private static HttpResponse<String> get(String name, String value) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + StreamApp.MEDIA));
        if (!"Upgrade".equals(name)) {
            request.header(name, value);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void everybodyIsLetInWhenTheCheckIsSwitchedOff() throws Exception {
        try (StreamApp open = StreamApp.run(simulator, configuration -> configuration.setCallbackAuth(CallbackAuth.none),
                routes -> routes.from("acs-call:mediaStream").to("mock:media"));
             Caller caller = open.connect(StreamApp.MEDIA, null, CALL)) {
            assertThat(caller.closed()).isNotDone();
        }
    }

    @Test
    void aRouteWithoutAnAudienceDoesNotStart() {
        assertThatThrownBy(() -> StreamApp.run(simulator, configuration -> configuration.setImmutableResourceId(null),
                routes -> routes.from("acs-call:mediaStream").to("mock:media")))
                .hasStackTraceContaining("immutableResourceId");
    }

    @Test
    void moreStreamsThanAllowedAreRefusedWith503() throws Exception {
        try (StreamApp small = StreamApp.run(simulator, configuration -> configuration.setMaxStreams(1),
                routes -> routes.from("acs-call:mediaStream").to("mock:media"));
             Caller first = small.connect(StreamApp.MEDIA, CALL)) {
            assertThat(Caller.refusal(() -> small.connect(StreamApp.MEDIA, CALL))).isEqualTo(503);
            assertThat(first.closed()).isNotDone();
            assertThat(small.component().getRefusals()).containsEntry("mediaStream.busy", 1L);
        }
    }

    @Test
    void twoComponentsOnOnePathAreRefused() throws Exception {
        assertThatThrownBy(() -> StreamApp.run(simulator,
                configuration -> configuration.setTranscriptionPath(configuration.getMediaStreamPath()),
                routes -> {
                    routes.from("acs-call:mediaStream").to("mock:media");
                    routes.from("acs-call:transcription").to("mock:transcription");
                }))
                .hasStackTraceContaining("/acs-call/media-stream is used for other streams already");
    }

    private static long refusals() {
        return app.component().getRefusals().values().stream().mapToLong(Long::longValue).sum();
    }
}
