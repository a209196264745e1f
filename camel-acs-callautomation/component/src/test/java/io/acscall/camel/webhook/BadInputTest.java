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

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.acscall.camel.CallbackAuth;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Bad input over HTTP: refused, counted, never at a route, and a good event comes in afterwards. */
class BadInputTest {

    private static KnockApp app;

    private Map<String, Long> before;

    @BeforeAll
    static void start() throws Exception {
        app = KnockApp.start(configuration -> configuration.setCallbackAuth(CallbackAuth.none));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void begin() {
        app.events().clear();
        before = app.refusals();
    }

    @Test
    void deepNestingIsRefused() throws Exception {
        assertRefused(KnockApp.callback("bad").replace("\"correlation\"", "[".repeat(200) + "]".repeat(200)), 400,
                "not_an_event");
        assertRefused("[".repeat(400_000), 400, "not_an_event");
        assertRefused("{\"a\":".repeat(100_000), 400, "not_an_event");
    }

    @Test
    void hugeNumbersAreRefused() throws Exception {
        assertRefused(KnockApp.callback("bad").replace("\"correlation\"", "9".repeat(5_000)), 400, "not_an_event");
        assertRefused(KnockApp.callback("bad").replace("\"correlation\"", "1e999999999"), 400, "not_an_event");
        assertRefused(KnockApp.callback("bad").replace("\"correlation\"", "-1e400"), 400, "not_an_event");
    }

    @Test
    void aNameTwiceIsRefused() throws Exception {
        assertRefused(KnockApp.callback("bad").replace("{\"id\"", "{\"id\":\"other\",\"id\""), 400, "not_an_event");
        assertRefused(KnockApp.callback("bad").replace("\"data\":{", "\"data\":{\"serverCallId\":\"x\","), 400, "not_an_event");
    }

    @Test
    void invalidUtf8IsRefused() throws Exception {
        byte[] body = KnockApp.callback("bad").replace("correlation\"", "\u00e4\"").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(app.send("POST", KnockApp.CALLBACKS, body, "Content-Type", KnockApp.JSON).statusCode()).isEqualTo(400);
        byte[] overlong = KnockApp.callback("bad").getBytes(StandardCharsets.UTF_8);
        overlong[8] = (byte) 0xc0;
        overlong[9] = (byte) 0x80;
        assertThat(app.send("POST", KnockApp.CALLBACKS, overlong, "Content-Type", KnockApp.JSON).statusCode()).isEqualTo(400);
        assertThat(counted()).isEqualTo(Map.of("callback.not_an_event", 2L));
        assertGoodOnesStillComeIn();
    }

    @Test
    void aByteOrderMarkIsSkipped() throws Exception {
        assertThat(app.post(KnockApp.CALLBACKS, "\ufeff" + KnockApp.callback("marked")).statusCode()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(app.eventIds()).containsExactly("marked"));
    }

    @Test
    void anEmptyArrayIsNoEvent() throws Exception {
        assertRefused("[]", 400, "not_an_event");
        assertRefused("", 400, "not_an_event");
        assertRefused("[[]]", 400, "not_an_event");
    }

    @Test
    void tenThousandEventsInOneBodyAreRefused() throws Exception {
        assertRefused(batch(10_000), 413, "size");
        try (KnockApp large = KnockApp.start(configuration -> {
            configuration.setCallbackAuth(CallbackAuth.none);
            configuration.setMaxBodySize(8 * 1024 * 1024);
        })) {
            assertThat(large.post(KnockApp.CALLBACKS, batch(10_000)).statusCode()).isEqualTo(400);
            assertThat(large.refusals()).containsOnlyKeys("callback.not_an_event");
            assertThat(large.events()).isEmpty();
        }
    }

    @Test
    void aThousandEventsInOneBodyAreTaken() throws Exception {
        assertThat(app.post(KnockApp.CALLBACKS, batch(1_000)).statusCode()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(app.events()).hasSize(1_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "text/plain", "text/xml", "application/octet-stream", "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x", "multipart/form-data", "/", ";" })
    void anotherContentTypeIsRefused(String contentType) throws Exception {
        assertThat(app.post(KnockApp.CALLBACKS, KnockApp.callback("bad"), "Content-Type", contentType).statusCode())
                .isEqualTo(415);
        assertThat(counted()).isEqualTo(Map.of("callback.content_type", 1L));
        assertGoodOnesStillComeIn();
    }

    @Test
    void aFileInAFormIsNoEventWhateverItSays() throws Exception {
        String form
                = "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"e.json\"\r\nContent-Type: application/json\r\n\r\n"
                  + KnockApp.callback("bad") + "\r\n--x--\r\n";
        assertThat(app.post(KnockApp.CALLBACKS, form, "Content-Type", "multipart/form-data; boundary=x").statusCode())
                .isEqualTo(415);
        assertGoodOnesStillComeIn();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "application/json", "application/cloudevents+json", "application/cloudevents-batch+json; charset=utf-8",
            "APPLICATION/JSON;charset=UTF-8" })
    void jsonUnderAnyOfItsNamesIsTaken(String contentType) throws Exception {
        assertThat(app.post(KnockApp.CALLBACKS, KnockApp.callback(contentType.replace('/', '-')), "Content-Type", contentType)
                .statusCode())
                .isEqualTo(200);
        await().untilAsserted(() -> assertThat(app.eventIds()).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = { "GET", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS" })
    void anotherMethodIsRefused(String method) throws Exception {
        assertThat(app.send(method, KnockApp.CALLBACKS, KnockApp.callback("bad").getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(405);
        assertGoodOnesStillComeIn();
    }

    @Test
    void aPackedEventIsTakenAndABombIsNot() throws Exception {
        byte[] good = InflationTest.gzip(KnockApp.callback("packed").getBytes(StandardCharsets.UTF_8));
        assertThat(app.send("POST", KnockApp.CALLBACKS, good, "Content-Encoding", "gzip").statusCode()).isEqualTo(200);
        byte[] bomb = InflationTest.gzip(new byte[64 * 1024 * 1024]);
        assertThat(app.send("POST", KnockApp.CALLBACKS, bomb, "Content-Encoding", "gzip").statusCode()).isEqualTo(413);
        byte[] cut = Arrays.copyOf(good, good.length - 9);
        assertThat(app.send("POST", KnockApp.CALLBACKS, cut, "Content-Encoding", "gzip").statusCode()).isEqualTo(400);
        assertThat(
                app.send("POST", KnockApp.CALLBACKS, good, "Content-Encoding", "gzip", "Content-Encoding", "gzip").statusCode())
                .isEqualTo(400);
        await().untilAsserted(() -> assertThat(app.eventIds()).containsExactly("packed"));
        assertThat(counted()).isEqualTo(Map.of("callback.size", 1L, "callback.encoding", 2L));
    }

    @Test
    void slowBodiesDoNotKeepGoodRequestsWaiting() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            String body = KnockApp.callback("slow");
            for (int each = 0; each < 60; each++) {
                Socket socket = app.connect();
                slow.add(socket);
                KnockApp.write(socket, "POST " + KnockApp.CALLBACKS + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                                       + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                                       + body.substring(0, each));
            }
            for (int each = 0; each < 50; each++) {
                assertThat(app.post(KnockApp.CALLBACKS, KnockApp.callback("good" + each)).statusCode()).isEqualTo(200);
            }
            await().untilAsserted(() -> assertThat(app.events()).hasSize(50));
            for (int each = 0; each < slow.size(); each++) {
                KnockApp.write(slow.get(each), body.substring(each));
                assertThat(KnockApp.status(slow.get(each))).isEqualTo(200);
            }
            await().untilAsserted(() -> assertThat(app.events()).hasSize(51));
            assertThat(counted()).isEqualTo(Map.of("event.duplicate", 59L));
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private void assertRefused(String body, int status, String reason) throws Exception {
        before = app.refusals();
        assertThat(app.post(KnockApp.CALLBACKS, body, "Content-Type", KnockApp.JSON).statusCode()).isEqualTo(status);
        assertThat(counted()).isEqualTo(Map.of("callback." + reason, 1L));
        assertGoodOnesStillComeIn();
    }

    private void assertGoodOnesStillComeIn() throws Exception {
        app.events().clear();
        String id = "good-" + System.nanoTime();
        assertThat(app.post(KnockApp.CALLBACKS, KnockApp.callback(id)).statusCode()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(app.eventIds()).containsExactly(id));
    }

    private Map<String, Long> counted() {
        Map<String, Long> counted = app.refusals();
        before.forEach(
                (reason, count) -> counted.computeIfPresent(reason, (same, now) -> now.equals(count) ? null : now - count));
        return counted;
    }

    private static String batch(int size) {
        return IntStream.range(0, size).mapToObj(each -> KnockApp.element("e" + each))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
