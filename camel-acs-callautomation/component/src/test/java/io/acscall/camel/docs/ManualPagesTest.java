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
package io.acscall.camel.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import com.fasterxml.jackson.databind.JsonNode;
import io.acscall.camel.route.CallApp;
import io.acscall.camel.spi.WebSocketHost;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.timeline.TimelineEntry;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockComponent;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the manual shows in Java is compiled, and its media routes run. */
class ManualPagesTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String CALLER = "+16045550100";
    private static final String CALLED = "+18001234567";

    private static String withoutIndent(String code) {
        return code.lines().map(String::strip).collect(Collectors.joining("\n"));
    }

    static List<RoutesBuilder> builders() {
        return List.of(new ManualRoutes.Media(), new ManualRoutes.Streams(), new ManualRoutes.Waiting(),
                new ManualRoutes.Pacing(), new ManualRoutes.Outcomes(), new ManualRoutes.Scaling());
    }

    @ParameterizedTest
    @ValueSource(strings = { "media.md", "waiting.md", "pacing.md", "outcomes.md", "scaling.md" })
    void aPageShowsWhatIsCompiled(String page) throws IOException {
        String source = withoutIndent(Files.readString(Path.of("src/test/java/io/acscall/camel/docs/ManualRoutes.java")));

        assertThat(DocsPage.named(page).blocks("java")).isNotEmpty()
                .allSatisfy(block -> assertThat(source).contains(withoutIndent(block)));
    }

    @ParameterizedTest
    @MethodSource("builders")
    void theRoutesOfAPageCanBeMade(RoutesBuilder routes) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(routes);

            assertThat(context.getRouteDefinitions()).isNotEmpty();
        }
    }

    /** What the routes of the pages need around them. */
    private static RouteBuilder surroundings(List<String> opened) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                getContext().addComponent("file", new MockComponent());
                WebSocketHost host = (context, path, size, gate) -> {
                    opened.add(path);
                    return () -> opened.remove(path);
                };
                getContext().getRegistry().bind("host", WebSocketHost.class, host);
                getContext().getRegistry().bind("model", new Model());
            }
        };
    }

    /** Stands in for what understands speech. */
    public static final class Model {

        /** What it says to what it hears. */
        public byte[] hear(byte[] audio) {
            return audio;
        }
    }

    private static CallApp media(AcsSimulator simulator) throws Exception {
        return CallApp.start(simulator, settings -> settings.setCognitiveServicesEndpoint("https://cog.example.com/"),
                surroundings(new CopyOnWriteArrayList<>()), new ManualRoutes.Media());
    }

    @Test
    void theFirstRouteOfTheReadmeWritesDownWhoHasCalled(AcsSimulator simulator) throws Exception {
        DataSource database = JdbcConnectionPool.create("jdbc:h2:mem:readme", "", "");
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("create table call_log (caller varchar)");
            RouteBuilder log = new RouteBuilder() {
                @Override
                public void configure() {
                    getContext().getRegistry().bind("dataSource", database);
                }
            };
            try (CallApp app = CallApp.start(simulator,
                    settings -> settings.setCognitiveServicesEndpoint("https://cog.example.com/"), log,
                    new ManualRoutes.Readme())) {
                app.subscribed();
                simulator.placeCall(CALLER, "+18005550100");
                simulator.awaitRequest("terminateCall", SOON);
            }
            ResultSet row = statement.executeQuery("select caller from call_log");
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo(CALLER);
        }
    }

    @Test
    void severalPromptsArePlayedInARow(AcsSimulator simulator) throws Exception {
        try (CallApp app = media(simulator)) {
            Exchange played = app.send("direct:welcome", null, Map.of("CamelAcsCallConnectionId", app.call(CALLER)));

            assertThat(played.getException()).isNull();
            JsonNode sources = simulator.timeline().requests("play").get(0).body().path("playSources");
            assertThat(sources).extracting(source -> source.path("kind").asText()).containsExactly("file", "text");
        }
    }

    @Test
    void aCallerIsRecordedExceptForWhatTheyPressAndTheFileIsKept(AcsSimulator simulator) throws Exception {
        try (CallApp app = media(simulator).subscribed()) {
            simulator.person(CALLER).presses("4111111111111111");
            simulator.placeCall(CALLER, CALLED);
            simulator.awaitRequest("resumeRecording", SOON);
            assertThat(operations(simulator)).containsExactly("answerCall", "startRecording", "play", "pauseRecording",
                    "recognize", "resumeRecording");

            simulator.hangUp(simulator.callOf(CALLER).orElseThrow().callId(), CALLER);

            await().atMost(SOON).until(() -> !app.context().getEndpoint("file:recordings", MockEndpoint.class)
                    .getExchanges().isEmpty());
        }
    }

    /** The steps in the order in which they were first sent. */
    private static List<String> operations(AcsSimulator simulator) {
        return Stream.of("resumeRecording", "recognize", "pauseRecording", "play", "startRecording", "answerCall")
                .map(operation -> simulator.timeline().requests(operation).get(0))
                .sorted(Comparator.comparingLong(TimelineEntry::seq)).map(TimelineEntry::type).toList();
    }

    @Test
    void aRouteGoesOnWithTheEventWhereNobodyHasWaited(AcsSimulator simulator) throws Exception {
        RouteBuilder rest = new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:goOn").to("mock:onward");
            }
        };
        try (CallApp app = CallApp.start(simulator, rest, new ManualRoutes.Scaling())) {
            app.send("direct:invite", null, Map.of("order", "17"));

            MockEndpoint onward = app.context().getEndpoint("mock:onward", MockEndpoint.class);
            await().atMost(SOON).until(() -> onward.getReceivedCounter() == 1);
            assertThat(onward.getExchanges().get(0).getMessage().getHeader("CamelAcsCallOperationContext"))
                    .isEqualTo("order-17");
        }
    }

    @Test
    void theVoiceAgentOpensThePathOfItsStream(AcsSimulator simulator) throws Exception {
        List<String> opened = new CopyOnWriteArrayList<>();
        try (CallApp app = CallApp.start(simulator, surroundings(opened), new ManualRoutes.Streams())) {
            assertThat(app.context().getRoutes()).hasSize(2).extracting(Route::getRouteId)
                    .allSatisfy(route -> assertThat(app.context().getRouteController().getRouteStatus(route))
                            .isEqualTo(ServiceStatus.Started));
            assertThat(opened).containsExactly("/acs-call/media-stream");
        }
        assertThat(opened).isEmpty();
    }
}
