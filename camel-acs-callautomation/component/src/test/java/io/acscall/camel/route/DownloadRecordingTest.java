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

import java.io.File;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.acscall.camel.AcsCallException;
import io.acscall.camel.CallInputException;
import io.acscall.camel.outcome.Outcome;
import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** From the event that a file is ready to the file, and its deletion. */
class DownloadRecordingTest {

    @RegisterExtension
    static final AcsSimulatorExtension SIMULATOR = new AcsSimulatorExtension();

    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private CallApp app;
    private Message event;

    @BeforeEach
    void record(AcsSimulator simulator) throws Exception {
        app = CallApp.run(simulator, routes -> {
            routes.from("acs-call:events").to("mock:events");
            routes.from("acs-call:recordingFile").to("mock:files");
        }).subscribed();
        String call = app.call("+16045550100");
        Exchange started = app.send("acs-call:startRecording?awaitEvent=true&format=wav", null,
                Map.of("CamelAcsCallConnectionId", call));
        assertThat(started.getException()).isNull();
        Exchange stopped = app.send("acs-call:stopRecording?awaitEvent=true", null, started.getMessage().getHeaders());
        assertThat(stopped.getException()).isNull();
        await().atMost(SOON).until(() -> !app.mock("files").getExchanges().isEmpty());
        event = app.mock("files").getExchanges().get(0).getMessage();
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private Exchange then(String uri) {
        return app.send(uri, "as it was", event.getHeaders());
    }

    private byte[] bytes(Exchange done) {
        assertThat(done.getException()).isNull();
        return done.getMessage().getBody(byte[].class);
    }

    @Test
    void theEventLeavesTheAddressesOfEachPart() {
        for (String header : List.of("CamelAcsCallContentLocations", "CamelAcsCallMetadataLocations",
                "CamelAcsCallDeleteLocations")) {
            assertThat(event.getHeader(header)).as(header).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(1);
        }
        assertThat(event.getHeader("CamelAcsCallRecordingId")).isNotNull();
    }

    @Test
    void afterTheEventNoOptionIsNeededToDownloadAndToDelete() throws Exception {
        app.add(routes -> routes.from("direct:download").to("acs-call:downloadRecording").process(exchange -> {
            assertThat(exchange.getMessage().getBody()).isInstanceOf(StreamCache.class).isInstanceOf(InputStream.class);
            assertThat(((StreamCache) exchange.getMessage().getBody()).inMemory()).isFalse();
            exchange.getMessage().setBody(exchange.getMessage().getBody(byte[].class));
        }));

        Exchange done = app.send("direct:download", null, event.getHeaders());

        byte[] wav = bytes(done);
        assertThat(new String(wav, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
        assertThat(done.getMessage().getHeader("CamelAcsCallContentLength")).isEqualTo((long) wav.length);
        assertThat(done.getMessage().getHeader("CamelAcsCallContentType", String.class)).startsWith("audio/");

        Exchange deleted = then("acs-call:deleteRecording");
        assertThat(deleted.getException()).isNull();
        assertThat(deleted.getMessage().getBody()).isEqualTo("as it was");
        Exchange gone = then("acs-call:downloadRecording");
        assertThat(gone.getException(AcsCallException.class).getOutcome()).isEqualTo(Outcome.RECORDING_NOT_FOUND);
        assertThat(gone.getMessage().getBody()).isEqualTo("as it was");
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 4 })
    void aFileAppearsWhereTheUriSays(int parallel) throws Exception {
        Path file = folder.resolve("2026/a call.wav");

        Exchange done = then("acs-call:downloadRecording?parallel=" + parallel + "&saveTo=RAW(" + file + ")");

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getBody(File.class)).isEqualTo(file.toFile());
        assertThat(Files.size(file)).isEqualTo(done.getMessage().getHeader("CamelAcsCallContentLength", Long.class));
        assertThat(file.getParent().toFile().list()).containsExactly("a call.wav");
    }

    @Test
    void aRangeIsAPartOfTheFile() {
        assertThat(app.template().requestBodyAndHeaders("acs-call:downloadRecording?range=0-3", null, event.getHeaders(),
                String.class)).isEqualTo("RIFF");
    }

    @Test
    void aFailureLeavesNoFile() {
        Exchange failed = then("acs-call:downloadRecording?range=99999999-&saveTo=" + folder.resolve("x.wav"));

        assertThat(failed.getException(AcsCallException.class).getOutcome()).isEqualTo(Outcome.INVALID_REQUEST);
        assertThat(folder.toFile().list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "CamelAcsCallRange", "CamelAcsCallParallel" })
    void aHeaderThatIsWrongLeavesNoFile(String header) {
        event.setHeader(header, "9-1");

        assertThat(then("acs-call:downloadRecording?saveTo=" + folder.resolve("x.wav")).getException())
                .isInstanceOf(CallInputException.class);
        assertThat(folder.toFile().list()).isEmpty();
    }

    @Test
    void aHeaderDoesNotChooseTheFile() {
        event.setHeader("CamelAcsCallSaveTo", folder.resolve("y.wav").toString());

        assertThat(then("acs-call:downloadRecording").getException()).isInstanceOf(CallInputException.class)
                .hasMessageContaining("allowHeaderOverride");
        assertThat(then("acs-call:downloadRecording?allowHeaderOverride=true").getException()).isNull();
        assertThat(folder.resolve("y.wav")).exists();
    }

    @Test
    void anotherHostIsNotAsked() {
        event.setHeader("CamelAcsCallLocation", "https://evil.example.com/v1/objects/1?token=secret");

        for (String action : List.of("downloadRecording", "deleteRecording")) {
            Exchange refused = then("acs-call:" + action);
            assertThat(refused.getException(AcsCallException.class).getOutcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(refused.getException()).hasStackTraceContaining("evil.example.com")
                    .hasStackTraceContaining("recordingHosts");
            assertThat(refused.getException().getMessage()).doesNotContain("secret");
        }
    }

    @Test
    void severalPartsAreToldApartByTheRoute() throws Exception {
        String one = event.getHeader("CamelAcsCallContentLocations", List.class).get(0).toString();
        event.setHeader("CamelAcsCallContentLocations", List.of(one, one));
        assertThat(then("acs-call:downloadRecording").getException()).isInstanceOf(CallInputException.class)
                .hasMessageContaining("2 parts").hasMessageContaining("CamelAcsCallLocation");
        app.add(routes -> routes.from("direct:parts").split(routes.header("CamelAcsCallContentLocations"))
                .setHeader("CamelAcsCallLocation", routes.body()).to("acs-call:downloadRecording").to("mock:parts"));

        assertThat(app.send("direct:parts", null, event.getHeaders()).getException()).isNull();

        assertThat(app.mock("parts").getExchanges()).hasSize(2);
    }

    @Test
    void withoutAnAddressTheMessageSaysWhatIsMissing() {
        event.removeHeader("CamelAcsCallContentLocations");
        assertThat(then("acs-call:downloadRecording").getException()).isInstanceOf(CallInputException.class)
                .hasMessageContaining("'location'").hasMessageContaining("CamelAcsCallLocation");
    }
}
