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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import io.acscall.camel.CallbackAuth;
import io.acscall.camel.event.CallEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The forms in which events come over HTTP, at both paths.
 */
class WireFormsTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final String EVENT_GRID = KnockApp.EVENT_GRID + "?secret=event-grid-secret";
    /** Of Event Grid, in the schema of CloudEvents. */
    private static final String CLOUD_EVENT
            = """
                    {"id":"%s","source":"/subscriptions/s/resource","subject":"call","type":"Microsoft.Communication.CallStarted",
                    "time":"2026-04-02T09:15:00.1234567Z","specversion":"1.0","data":{"serverCallId":"server"}}""";

    private static KnockApp app;

    @BeforeAll
    static void start() throws Exception {
        app = KnockApp.start(configuration -> configuration.setCallbackAuth(CallbackAuth.none));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource({
            "application/json, 1, false", "application/json, 1, true", "application/json, 3, true",
            "application/cloudevents+json, 1, false", "application/cloudevents-batch+json, 1, true",
            "application/cloudevents-batch+json, 3, true", "application/cloudevents+json; charset=utf-8, 1, true" })
    void callbacksAreTakenOneByOneInBatchesAndAsTheServiceSendsThem(String contentType, int count, boolean array)
            throws Exception {
        List<String> ids = ids(count);

        assertTaken(KnockApp.CALLBACKS, body(ids.stream().map(KnockApp::element).toList(), array), contentType, ids);
    }

    @ParameterizedTest
    @CsvSource({
            "application/json, 1, false", "application/json, 1, true", "application/json, 3, true",
            "application/json; charset=utf-8, 3, true" })
    void deliveriesInTheSchemaOfEventGridAreTaken(String contentType, int count, boolean array) throws Exception {
        List<String> ids = ids(count);
        List<String> elements = ids.stream().map(KnockApp::delivery).map(each -> each.substring(1, each.length() - 1)).toList();

        assertTaken(EVENT_GRID, body(elements, array), contentType, ids);
    }

    @ParameterizedTest
    @CsvSource({
            "application/cloudevents+json; charset=utf-8, 1, false",
            "application/cloudevents-batch+json; charset=utf-8, 1, true",
            "application/cloudevents-batch+json, 3, true", "application/json, 1, false" })
    void deliveriesInTheSchemaOfCloudEventsAreTaken(String contentType, int count, boolean array) throws Exception {
        List<String> ids = ids(count);

        assertTaken(EVENT_GRID, body(ids.stream().map(CLOUD_EVENT::formatted).toList(), array), contentType, ids);
    }

    @Test
    void deliveriesMayBePackedToo() throws Exception {
        List<String> ids = ids(1);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(KnockApp.delivery(ids.get(0)).getBytes(StandardCharsets.UTF_8));
        }

        assertThat(app.send("POST", EVENT_GRID, packed.toByteArray(), "Content-Encoding", "gzip", "Content-Type",
                KnockApp.JSON).statusCode()).isEqualTo(200);

        await().until(() -> app.eventIds().containsAll(ids));
    }

    @ParameterizedTest
    @CsvSource({
            "2026-04-02T09:15:00Z, 2026-04-02T09:15:00Z", "2026-04-02T09:15:00.1234567+00:00, 2026-04-02T09:15:00.123456700Z",
            "2026-04-02T11:15:00.1234567+02:00, 2026-04-02T09:15:00.123456700Z",
            "2026-04-02T04:45:00-04:30, 2026-04-02T09:15:00Z" })
    void timesAreReadWithSevenDigitsAndAnyOffset(String wire, String instant) throws Exception {
        String id = ids(1).get(0);
        String element = KnockApp.element(id).replace("2026-04-02T09:15:00.1234567+00:00", wire);

        assertTaken(KnockApp.CALLBACKS, body(List.of(element), true), KnockApp.JSON, List.of(id));

        assertThat(event(id).time().toInstant()).isEqualTo(instant);
    }

    @Test
    void fieldsMayBeMissingAndOthersBeThere() throws Exception {
        String id = ids(1).get(0);
        String bare = """
                {"id":"%s","source":"somebody","type":"Microsoft.Communication.CallConnected","tomorrow":{"a":[1]},
                "data":{"callConnectionId":"call","surprise":true}}""".formatted(id);

        assertTaken(KnockApp.CALLBACKS, body(List.of(bare), false), KnockApp.JSON, List.of(id));

        assertThat(event(id).time()).isNull();
        assertThat(event(id).result()).isNull();
        assertThat(event(id).data()).containsEntry("surprise", true);
    }

    @Test
    void aServerMayHaveAPrefixInFrontOfBothPaths() throws Exception {
        try (KnockApp prefixed = KnockApp.start("/voice", configuration -> configuration.setCallbackAuth(CallbackAuth.none))) {
            assertThat(prefixed.post("/voice" + KnockApp.CALLBACKS, KnockApp.callback("1")).statusCode()).isEqualTo(200);
            assertThat(prefixed.post("/voice" + EVENT_GRID, KnockApp.delivery("2")).statusCode()).isEqualTo(200);
            assertThat(prefixed.post(KnockApp.CALLBACKS, KnockApp.callback("3")).statusCode()).isEqualTo(404);

            await().untilAsserted(() -> assertThat(prefixed.eventIds()).containsExactlyInAnyOrder("1", "2"));
        }
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(each -> "event-" + NUMBERS.incrementAndGet()).toList();
    }

    private static String body(List<String> elements, boolean array) {
        return array ? elements.toString() : elements.get(0);
    }

    private static void assertTaken(String path, String body, String contentType, List<String> ids)
            throws IOException, InterruptedException {
        assertThat(app.post(path, body, "Content-Type", contentType).statusCode()).isEqualTo(200);
        await().until(() -> app.eventIds().containsAll(ids));
    }

    private static CallEvent event(String id) {
        return app.events().stream().filter(event -> event.id().equals(id)).findFirst().orElseThrow();
    }
}
