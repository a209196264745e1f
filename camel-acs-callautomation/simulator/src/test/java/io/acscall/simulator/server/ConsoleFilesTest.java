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

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.RawHttp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConsoleFilesTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

    private AcsSimulator simulator;

    @BeforeEach
    void open() {
        simulator = EXTENSION.simulator();
    }

    @Test
    void thePageTellsBrowsersToAskNobodyElse() {
        String page = get("/", simulator.port());

        assertThat(page).startsWith("HTTP/1.1 200").contains("<!DOCTYPE html>").containsIgnoringCase("content-type: text/html");
        assertThat(page)
                .containsIgnoringCase("content-security-policy: default-src 'none'; script-src 'self'; style-src 'self'")
                .containsIgnoringCase("x-content-type-options: nosniff").doesNotContain("unsafe-inline");
    }

    @Test
    void everyFileIsServedAndNamesNoOtherHost() {
        String[] files = Path.of("src/main/resources/io/acscall/simulator/console").toFile().list();

        assertThat(files).contains("index.html", "app.js", "base.css", "icon.svg");
        for (String file : Arrays.asList(files)) {
            String answer = get("/console/" + file, simulator.port());
            assertThat(answer).as(file).startsWith("HTTP/1.1 200");
            assertThat(answer.replace("http://www.w3.org/2000/svg", "").replace("http://127.0.0.1:8080/", ""))
                    .as(file).doesNotContain("http://").doesNotContain("https://").doesNotContain("innerHTML")
                    .doesNotContain("eval(");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "/console/", "/console/nothing.js", "/console/..%2F..%2FAcsSimulator.class", "/console/%2e%2e/json/Json.class",
            "/console/app.js.map", "/console/APP.JS", "/other" })
    void thereIsNothingElse(String path) {
        assertThat(get(path, simulator.port())).startsWith("HTTP/1.1 404");
    }

    @Test
    void strangersDoNotGetIt() {
        for (String path : List.of("/", "/console/app.js")) {
            assertThat(RawHttp.send(simulator.port(), "GET " + path + " HTTP/1.1", "Host: evil.example.com"))
                    .startsWith("HTTP/1.1 403");
        }
    }

    private static String get(String path, int port) {
        return RawHttp.send(port, "GET " + path + " HTTP/1.1", "Host: 127.0.0.1:" + port);
    }
}
