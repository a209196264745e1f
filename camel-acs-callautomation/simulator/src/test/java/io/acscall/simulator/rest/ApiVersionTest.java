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
package io.acscall.simulator.rest;

import java.util.Map;

import io.acscall.simulator.AcsSimulator;
import io.acscall.simulator.junit.AcsSimulatorExtension;
import io.acscall.simulator.testing.ServiceClient;
import io.acscall.simulator.timeline.EntryKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ApiVersionTest {

    @RegisterExtension
    static final AcsSimulatorExtension EXTENSION = new AcsSimulatorExtension();

    private static final String PATH = "/calling/callConnections/unknown";

    @ParameterizedTest
    @ValueSource(strings = {
            "2023-03-06", "2023-10-15", "2024-04-15", "2024-09-15", "2025-05-15", "2025-06-15", "2026-03-12" })
    void takesEveryStableVersion(String version) {
        assertThat(get(EXTENSION.simulator(), "?api-version=" + version).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", "?api-version=", "?other=2026-03-12", "?api-version=latest", "?api-version=2026-3-12",
            "?api-version=2026-02-30", "?api-version=2024-11-15-preview", "?api-version=2024-01-01" })
    void refusesWhatIsMissingMalformedPreviewOrUnknown(String query) {
        ServiceClient.Answer answer = get(EXTENSION.simulator(), query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("8523");
        assertThat(answer.errorMessage()).contains("api-version");
    }

    @Test
    void takesANewerVersionWithAWarning(AcsSimulator simulator) {
        assertThat(get(simulator, "?api-version=2031-01-31").status()).isEqualTo(404);
        assertThat(simulator.timeline().entries()).anySatisfy(entry -> {
            assertThat(entry.kind()).isEqualTo(EntryKind.NOTE);
            assertThat(entry.detail()).contains("2031-01-31").contains("newer");
        });
    }

    @Test
    void refusesANewerVersionWhenStrict() {
        try (AcsSimulator strict = AcsSimulator.builder().strict(true).start()) {
            assertThat(get(strict, "?api-version=2031-01-31").status()).isEqualTo(400);
        }
    }

    private static ServiceClient.Answer get(AcsSimulator simulator, String query) {
        return new ServiceClient(simulator).sendExact("GET", PATH + query, null, Map.of());
    }
}
