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
package io.acscall.simulator.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.Stream;

import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.acscall.simulator.testing.CallScene.ANN;
import static io.acscall.simulator.testing.CallScene.OURS;
import static io.acscall.simulator.testing.CallScene.SOON;
import static org.assertj.core.api.Assertions.assertThat;

class TimelineStreamTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

    private AcsSimulator simulator;

    @BeforeEach
    void open() {
        simulator = EXTENSION.simulator();
    }

    @Test
    void beginsWithTheRunAndGoesOnWhereAReaderWas() throws Exception {
        simulator.placeCall(ANN, OURS);
        String run;
        String id;
        try (Reader reader = new Reader("", null)) {
            run = reader.next("data: ");
            id = reader.next("id: ");
        }
        simulator.placeCall("+16045550111", OURS);
        try (Reader reader = new Reader("", id)) {
            assertThat(reader.next("data: ")).isEqualTo(run);
            assertThat(reader.nextLine("data: ", "calls ")).as("what the reader knows is not sent again")
                    .contains("+16045550111");
        }
        assertThat(run).contains("\"run\":\"" + id.substring(0, id.indexOf('-')) + "\"");
    }

    @Test
    void aReaderOfAnotherRunGetsEverything() throws Exception {
        simulator.placeCall(ANN, OURS);
        try (Reader reader = new Reader("", "abc.0-999999")) {
            assertThat(reader.nextLine("data: ", "calls ")).contains(ANN);
        }
    }

    @Test
    void aResetBeginsANewRun() throws Exception {
        simulator.placeCall(ANN, OURS);
        try (Reader reader = new Reader("", null)) {
            String run = reader.next("data: ");
            assertThat(reader.nextLine("data: ", "calls ")).contains(ANN);
            simulator.reset();
            assertThat(reader.nextLine("data: ", "\"run\"")).isNotEqualTo(run);
            simulator.placeCall("+16045550111", OURS);
            assertThat(reader.nextLine("data: ", "calls ")).contains("+16045550111");
        }
    }

    @Test
    void goesBackNoFurtherThanAsked() throws Exception {
        simulator.placeCall(ANN, OURS);
        simulator.timeline().awaitQuiet(Duration.ofMillis(50));
        long last = simulator.timeline().lastSeq();
        try (Reader reader = new Reader("?newest=1", null)) {
            assertThat(reader.next("id: ")).endsWith("-" + last);
        }
    }

    /** Reads the stream line by line. */
    private final class Reader implements AutoCloseable {

        private final Stream<String> lines;
        private final Iterator<String> iterator;

        Reader(String query, String lastEventId) throws Exception {
            HttpRequest.Builder request
                    = HttpRequest.newBuilder(URI.create(simulator.endpoint() + "/simulator/timeline" + query))
                            .header("Accept", "text/event-stream").timeout(SOON);
            if (lastEventId != null) {
                request.header("Last-Event-ID", lastEventId);
            }
            lines = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofLines()).body();
            iterator = lines.iterator();
        }

        String next(String field) {
            return nextLine(field, "");
        }

        String nextLine(String field, String holds) {
            while (iterator.hasNext()) {
                String line = iterator.next();
                if (line.startsWith(field) && line.contains(holds)) {
                    return line.substring(field.length());
                }
            }
            throw new AssertionError("The stream has ended");
        }

        @Override
        public void close() {
            lines.close();
        }
    }
}
