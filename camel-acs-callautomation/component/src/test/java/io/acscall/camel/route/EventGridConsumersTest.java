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
package io.acscall.camel.route;

import java.util.UUID;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acscall.camel.event.CallEvent;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Message;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * The consumers of Event Grid that are not for incoming calls.
 */
class EventGridConsumersTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final String PATH = "/acs-call/event-grid?secret=" + AcsSimulator.EVENT_GRID_SECRET;

    @Test
    void aRecordingFileComesWithWhereItsPartsAre(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.run(simulator, routes -> routes.from("acs-call:recordingFile").to("mock:files"))) {
            app.mock("files").expectedMessageCount(1);
            ObjectNode data = JsonNodeFactory.instance.objectNode().put("recordingDurationMs", 6620);
            data.putObject("recordingStorageInfo").putArray("recordingChunks")
                    .add(chunk("https://storage.example.com/1")).add(chunk("https://storage.example.com/2"));

            assertThat(post(app, "CallStarted", JsonNodeFactory.instance.objectNode().put("serverCallId", "s"))).isEqualTo(200);
            assertThat(post(app, "RecordingFileStatusUpdated", data)).isEqualTo(200);

            app.mock("files").assertIsSatisfied();
            Message file = app.mock("files").getExchanges().get(0).getMessage();
            assertThat(file.getHeader("CamelAcsCallContentLocations")).asInstanceOf(
                    InstanceOfAssertFactories.LIST)
                    .containsExactly("https://storage.example.com/1/content", "https://storage.example.com/2/content");
            assertThat(file.getBody(CallEvent.class).data()).containsEntry("recordingDurationMs", 6620);
        }
    }

    @Test
    void theSelectionOfTypesHoldsForEventGridToo(AcsSimulator simulator) throws Exception {
        try (CallApp app = CallApp.run(simulator, routes -> {
            routes.from("acs-call:eventGrid").to("mock:all");
            routes.from("acs-call:eventGrid?eventTypes=CallEnded,CallParticipantAdded").to("mock:some");
        })) {
            app.mock("all").expectedMessageCount(4);
            app.mock("some").expectedMessageCount(2);

            for (String type : new String[] { "CallStarted", "CallParticipantAdded", "CallEnded", "SomethingOfTomorrow" }) {
                assertThat(post(app, type, JsonNodeFactory.instance.objectNode().put("serverCallId", type))).isEqualTo(200);
            }

            app.mock("all").assertIsSatisfied();
            app.mock("some").assertIsSatisfied();
        }
    }

    @ParameterizedTest
    @CsvSource({
            "room, 99401, roomId, roomCallLocator",
            "group, 77777777-0000-4000-8000-000000000007, groupCallId, groupCallLocator",
            ", , serverCallId, serverCallLocator" })
    void aCallThatHasBegunCanBeJoinedWithWhatItsEventTells(String object, String id, String field, String kind)
            throws Exception {
        try (StubService service = StubService.taking("joined");
             CallApp app
                     = CallApp.run(SIMULATOR.simulator(), settings -> settings.setConnectionString(service.connectionString()),
                             routes -> routes.from("acs-call:eventGrid?eventTypes=CallStarted").to("acs-call:connect"))) {
            ObjectNode data = JsonNodeFactory.instance.objectNode().put("serverCallId", "c2VydmVy");
            if (object != null) {
                data.putObject(object).put("id", id);
            }

            assertThat(post(app, "CallStarted", data)).isEqualTo(200);

            await("the request").until(() -> !service.requests().isEmpty());
            assertThat(service.last().pathAndQuery()).contains("callConnections:connect");
            assertThat(service.last().body().path("callLocator").path("kind").asText()).isEqualTo(kind);
            assertThat(service.last().body().path("callLocator").path(field).asText()).isEqualTo(id == null ? "c2VydmVy" : id);
        }
    }

    /** The key is that of the manual's ingress node. */
    @Test
    void whatIsRelayedHasAKeyAndRejectsNoCall(AcsSimulator simulator) throws Exception {
        try (StubService service = StubService.taking("rejected");
             CallApp app = CallApp.run(simulator, settings -> {
                 settings.setConnectionString(service.connectionString());
                 settings.setRejectUnmatched("busy");
             }, routes -> routes.from("acs-call:eventGrid?relay=true")
                     .setHeader("key").simple("${header.CamelAcsCallServerCallId} ?: ${header.CamelAcsCallEventId}")
                     .to("mock:relayed"))) {
            app.mock("relayed").expectedMessageCount(3);

            for (String type : new String[] { "CallStarted", "IncomingCall" }) {
                assertThat(post(app, type, JsonNodeFactory.instance.objectNode().put("serverCallId", "of-" + type)
                        .put("incomingCallContext", "context"))).isEqualTo(200);
            }
            assertThat(post(app, "SomethingOfTomorrow", JsonNodeFactory.instance.objectNode())).isEqualTo(200);

            app.mock("relayed").assertIsSatisfied();
            assertThat(app.mock("relayed").getExchanges()).allSatisfy(relayed -> {
                CallEvent event = relayed.getMessage().getBody(CallEvent.class);
                assertThat(relayed.getMessage().getHeader("key"))
                        .isEqualTo(event.serverCallId() == null ? event.id() : event.serverCallId());
            });
            assertThat(app.mock("relayed").getExchanges()).extracting(one -> one.getMessage().getHeader("key"))
                    .contains("of-CallStarted", "of-IncomingCall");
            assertThat(service.requests()).isEmpty();
        }
    }

    @Test
    void aTypeOfTheOtherRoadIsRefusedAtStart(AcsSimulator simulator) {
        assertThatThrownBy(
                () -> CallApp.run(simulator,
                        routes -> routes.from("acs-call:eventGrid?eventTypes=CallConnected").to("mock:no")))
                .hasStackTraceContaining("CallConnected");
    }

    private static ObjectNode chunk(String at) {
        return JsonNodeFactory.instance.objectNode().put("documentId", at).put("contentLocation", at + "/content")
                .put("metadataLocation", at + "/metadata").put("deleteLocation", at);
    }

    private static int post(CallApp app, String type, ObjectNode data) {
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("id", UUID.randomUUID().toString())
                .put("topic", "/subscriptions/s/resource").put("subject", "call").put("dataVersion", "1.0")
                .put("eventType", "Microsoft.Communication." + type).put("eventTime", "2026-04-02T09:15:00Z");
        event.set("data", data);
        return app.post(PATH, "[" + event + "]").statusCode();
    }
}
