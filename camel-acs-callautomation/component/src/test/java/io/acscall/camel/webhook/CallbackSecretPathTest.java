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

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;

import io.acscall.camel.CallbackAuth;
import io.acscall.camel.client.CapturedLog;
import org.apache.camel.Endpoint;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.HttpEndpointModel;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** The secret part of the path of callbacks, over HTTP. */
class CallbackSecretPathTest {

    private static final String SECRET = "u5Zk0bXvQ2rT8mWc";

    @ParameterizedTest
    @ValueSource(strings = { "/", "/api" })
    void callbacksComeInAtTheAddressWithTheSecretOnly(String serverPath) throws Exception {
        String prefix = "/".equals(serverPath) ? "" : serverPath;
        try (KnockApp app = KnockApp.start(serverPath, configuration -> {
            configuration.setCallbackSecret(SECRET);
            configuration.setCallbackAuth(CallbackAuth.none);
        })) {
            List<String> others
                    = List.of("", "/", "/wrong", "/" + SECRET.toLowerCase(), "/" + SECRET + "/", "/" + SECRET + "/x",
                            "/x/" + SECRET, "2", "2/" + SECRET, "?" + SECRET, "/?a=/acs-call/events/" + SECRET);
            for (String other : others) {
                HttpResponse<String> answer = app.post(prefix + KnockApp.CALLBACKS + other, KnockApp.callback("bad"));
                assertThat(answer.statusCode()).as(other).isEqualTo(404);
                assertThat(answer.body()).as(other).isEmpty();
            }
            assertThat(app.refusals()).containsEntry("callback.path", (long) others.size()).hasSize(1);

            assertThat(app.post(prefix + KnockApp.CALLBACKS + "/" + SECRET, KnockApp.callback("1")).statusCode())
                    .isEqualTo(200);
            assertThat(app.post(prefix + KnockApp.CALLBACKS + "/" + SECRET + "?a=b", KnockApp.callback("2")).statusCode())
                    .isEqualTo(200);
            await().untilAsserted(() -> assertThat(app.eventIds()).containsExactlyInAnyOrder("1", "2"));
        }
    }

    @Test
    void theSecretDoesNotReplaceTheToken() throws Exception {
        try (KnockApp app = KnockApp.start(configuration -> configuration.setCallbackSecret(SECRET))) {
            assertThat(app.post(KnockApp.CALLBACKS + "/" + SECRET, KnockApp.callback("1")).statusCode()).isEqualTo(401);
            assertThat(app.refusals()).containsOnlyKeys("callback.missing");
        }
    }

    @Test
    void withoutASecretThePathAloneIsThere() throws Exception {
        try (KnockApp app
                = KnockApp.start(configuration -> configuration.setCallbackAuth(CallbackAuth.none))) {
            for (String other : List.of("/x", "/x/y", "2", "/" + SECRET)) {
                assertThat(app.post(KnockApp.CALLBACKS + other, KnockApp.callback("bad")).statusCode()).as(other)
                        .isEqualTo(404);
            }
            assertThat(app.post(KnockApp.CALLBACKS, KnockApp.callback("1")).statusCode()).isEqualTo(200);
            await().untilAsserted(() -> assertThat(app.eventIds()).containsExactly("1"));
        }
    }

    @Test
    void theEventGridPathKnowsNothingBelowIt() throws Exception {
        try (KnockApp app = KnockApp.start(configuration -> configuration.setCallbackSecret(SECRET))) {
            for (String other : List.of("/x", "/" + SECRET, "/event-grid-secret", "2")) {
                assertThat(app.post(KnockApp.EVENT_GRID + other + "?secret=event-grid-secret", KnockApp.delivery("bad"))
                        .statusCode())
                        .as(other).isEqualTo(404);
            }
            assertThat(app.post(KnockApp.EVENT_GRID + "?secret=event-grid-secret", KnockApp.delivery("1")).statusCode())
                    .isEqualTo(200);
            await().untilAsserted(() -> assertThat(app.eventIds()).containsExactly("1"));
        }
    }

    @Test
    void theSecretIsInNoLogNoEndpointAndNoMapping() throws Exception {
        try (CapturedLog log = CapturedLog.open(); KnockApp app = KnockApp.start(configuration -> {
            configuration.setCallbackSecret(SECRET);
            configuration.setCallbackBaseUri("https://app.example.com");
        })) {
            app.post(KnockApp.CALLBACKS + "/" + SECRET, KnockApp.callback("1"));
            app.post(KnockApp.CALLBACKS + "/" + SECRET + "/x", KnockApp.callback("1"));
            assertThat(app.refusals()).containsOnlyKeys("callback.missing", "callback.path");
            String endpoints
                    = app.context().getEndpoints().stream().map(Endpoint::getEndpointUri).collect(Collectors.joining());
            assertThat(endpoints).contains("acs-call/events").doesNotContain(SECRET);
            assertThat(app.context().getComponent("platform-http", PlatformHttpComponent.class).getHttpEndpoints())
                    .extracting(HttpEndpointModel::getUri).contains(KnockApp.CALLBACKS).noneMatch(uri -> uri.contains(SECRET));
            assertThat(log.lines()).anyMatch(line -> line.logger().startsWith("io.acscall"));
            assertThat(log.lines()).filteredOn(
                    line -> line.logger().startsWith("io.acscall") || line.level().isMoreSpecificThan(Level.INFO))
                    .noneMatch(line -> line.text().contains(SECRET));
        }
    }

    @Test
    void anAddressThatDoesNotFitTheWaitIsNamedWithoutTheSecret() throws Exception {
        try (KnockApp app = KnockApp.start(configuration -> {
            configuration.setConnectionString("endpoint=https://name.communication.azure.com/;accesskey=a2V5");
            configuration.setCallbackSecret(SECRET);
            configuration.setCallbackBaseUri("https://app.example.com");
        })) {
            assertThatThrownBy(() -> app.context().addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:a").to("acs-call:answer?awaitEvent=true&callbackUri=https://other.example.com/" + SECRET);
                }
            })).hasStackTraceContaining("is not the address of this component")
                    .rootCause().satisfies(e -> assertThat(e.getMessage()).doesNotContain(SECRET));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "a/b", "..", "topSecret%20" })
    void aSecretThatIsNoPartOfAnAddressFailsTheStart(String secret) {
        assertThatThrownBy(() -> KnockApp.start(configuration -> configuration.setCallbackSecret(secret)).close())
                .hasStackTraceContaining("Option 'callbackSecret'").hasStackTraceContaining("Example: callbackSecret=")
                .satisfies(e -> assertThat(e.toString()).doesNotContain("topSecret"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/calls", "/calls/incoming", "/callsToo" })
    void aPathThatBeginsLikeTheOneWithTheSecretFailsTheStart(String eventGridPath) {
        assertThatThrownBy(() -> KnockApp.start(configuration -> {
            configuration.setCallbackSecret(SECRET);
            configuration.setCallbackPath("/calls");
            configuration.setEventGridPath(eventGridPath);
        }).close()).hasStackTraceContaining(eventGridPath).hasStackTraceContaining("callbackPath=/second/events")
                .satisfies(e -> assertThat(e.toString()).doesNotContain(SECRET));
    }

    @Test
    void withoutASecretOnePathMayBeginLikeTheOther() throws Exception {
        try (KnockApp app = KnockApp.start(configuration -> {
            configuration.setCallbackAuth(CallbackAuth.none);
            configuration.setCallbackPath("/calls");
            configuration.setEventGridPath("/calls/incoming");
        })) {
            assertThat(app.post("/calls", KnockApp.callback("1")).statusCode()).isEqualTo(200);
            assertThat(app.post("/calls/incoming?secret=event-grid-secret", KnockApp.delivery("2")).statusCode())
                    .isEqualTo(200);
            await().untilAsserted(() -> assertThat(app.eventIds()).containsExactlyInAnyOrder("1", "2"));
        }
    }

    @Test
    void aSecondComponentBelowThePathWithTheSecretIsRefused() throws Exception {
        try (KnockApp app = KnockApp.start(configuration -> configuration.setCallbackSecret(SECRET))) {
            app.add("second", configuration -> {
                configuration.setCallbackPath("/acs-call/events/second");
                configuration.setEventGridPath("/second/event-grid");
            });
            assertThatThrownBy(() -> app.context().addRoutes(app.routes("second")))
                    .hasStackTraceContaining("/acs-call/events/second").hasStackTraceContaining("'acs-call'");
        }
    }
}
