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
package io.acscall.examples.lobby;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import io.acscall.examples.lobby.demo.Agent;
import io.acscall.examples.lobby.demo.Caller;
import io.acscall.examples.lobby.demo.Guest;
import io.acscall.examples.lobby.demo.SimulatedLobby;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may see the page, and what counts as a click. */
class PageSecurityTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static SimulatedLobby lobby;

    @BeforeAll
    static void start() throws Exception {
        lobby = SimulatedLobby.start();
    }

    @AfterAll
    static void stop() {
        lobby.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/lobby", "/lobby/", "/lobby/lobby.js", "/lobby/events", "//lobby/", "/lobby/../lobby/" })
    void nobodySeesAnythingWithoutTheRightPassword(String path) throws Exception {
        assertThat(get(path, null).statusCode()).isIn(401, 404);
        assertThat(get(path, "ann:wrong").statusCode()).isIn(401, 404);
    }

    @Test
    void nothingButTheFilesOfThePageRunsInIt() throws Exception {
        HttpResponse<String> page = get("/lobby/", "ann:" + lobby.password());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(
                policy -> assertThat(policy).contains("default-src 'none'").contains("frame-ancestors 'none'"));
        assertThat(get("/lobby/../application.properties", "ann:" + lobby.password()).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "" })
    void aFormOfAnotherSiteClicksNothing(String type) throws Exception {
        try (Agent ann = lobby.agent("ann")) {
            String call = lobby.placeCall(Caller.IS_ADMITTED);
            Guest guest = ann.awaitGuest(Caller.IS_ADMITTED.number(), any -> true);

            for (String click : new String[] { "admit", "turn-away", "done" }) {
                assertThat(post(click, "{\"guest\": " + guest.id() + "}", type)).isBetween(400, 499);
            }

            assertThat(ann.awaitGuest(guest.phone(), any -> true).status()).isEqualTo("WAITING");
            lobby.simulator().hangUp(call, guest.phone());
            ann.awaitGone(guest.phone());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{", "[]", "{\"guest\": \"x\"}", "{}" })
    void aClickThatIsNoneIsRefused(String body) throws Exception {
        assertThat(post("admit", body, "application/json")).isBetween(400, 499);
    }

    private static HttpResponse<String> get(String path, String credentials) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(lobby.address() + path));
        return send(credentials == null ? request : request.header("Authorization", basic(credentials)));
    }

    private static int post(String click, String body, String type) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(lobby.address() + "/lobby/" + click))
                .header("Authorization", basic("ann:" + lobby.password()))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(type.isEmpty() ? request : request.header("Content-Type", type)).statusCode();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.timeout(SOON).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
