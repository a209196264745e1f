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
package io.acscall.camel.client;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ServiceRequestTest {

    @ParameterizedTest
    @CsvSource({
            "4:+14255550101, 4%3A%2B14255550101", "8:acs:a_b-c.d~e, 8%3Aacs%3Aa_b-c.d~e",
            "a b/c?d#e%f*, a%20b%2Fc%3Fd%23e%25f%2A",
            "ü, %C3%BC", "401f0000-0000-4000-8000-000000000001, 401f0000-0000-4000-8000-000000000001" })
    void encodesOneSegmentOfAPath(String id, String segment) {
        assertThat(PathSegment.encode(id)).isEqualTo(segment);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", " ", ".", ".." })
    void refusesAnIdThatWouldNameAnotherPath(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> PathSegment.encode(id)).withMessageContaining("401f0000");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", "calling", "//evil.example.com/calling", "/calling?x=1", "/calling#x", "/a b", "/a\r\nb", "/ü",
            "/a\\b", "ftp://contoso/calling" })
    void refusesWhatIsNoEncodedPath(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> ServiceRequest.get(path))
                .withMessageContaining("/calling/callConnections");
    }

    @Test
    void refusesABodyOfARead() {
        assertThatIllegalArgumentException().isThrownBy(
                () -> new ServiceRequest(com.azure.core.http.HttpMethod.GET, "/calling", TestClient.body(), null));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/calling", "mailto:a@example.com", "file:///etc/hosts" })
    void refusesAFurtherPageThatIsNoAddress(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> ServiceRequest.followUp(URI.create(address)))
                .withMessageContaining("nextLink");
    }

    @ParameterizedTest
    @CsvSource({
            "/calling/401f0000-0000-4000-8000-000000000001:play, /calling/401f0000-0000-4000-8000-000000000001:play",
            "/calling/callConnections:answer, /calling/callConnections:answer",
            "/calling/callConnections/1/participants/4%3A%2B14255550101, /calling/callConnections/1/participants/4:+1***01",
            "/calling/callConnections/1/participants/4:+14255550101, /calling/callConnections/1/participants/4:+1***01",
            "/calling/callConnections/1/participants/%2B14255550101, /calling/callConnections/1/participants/+1***01",
            "/calling/callConnections/1/participants/8%3Aacs%3A1234567890, /calling/callConnections/1/participants/8:ac***90",
            "/calling/broken%2, /calling/***" })
    void showsTheShapeOfItsPath(String path, String shape) {
        assertThat(ServiceRequest.delete(path)).hasToString("DELETE " + shape);
    }

    @Test
    void showsAFurtherPageWithoutItsQuery() {
        assertThat(ServiceRequest.followUp(URI.create("https://contoso.communication.azure.com/calling?token=1")))
                .hasToString("GET https://contoso.communication.azure.com/calling");
    }

    @Test
    void mayBeRepeatedWhenItReadsOrHasAnId() {
        assertThat(ServiceRequest.get("/calling").isRepeatable()).isTrue();
        assertThat(ServiceRequest.post("/calling", null).isRepeatable()).isFalse();
        assertThat(ServiceRequest.delete("/calling").isRepeatable()).isFalse();
        assertThat(TestClient.repeatable().isRepeatable()).isTrue();
        assertThat(TestClient.repeatable().withRepeatability(null).isRepeatable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "00000000-0000-0000-0000-000000000000", "0f8fad5b-d9cb-169f-a165-70867728950e",
            "0f8fad5b-d9cb-469f-2165-70867728950e" })
    void refusesARepeatabilityIdThatIsNoRandomUuid(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Repeatability(UUID.fromString(id), Instant.EPOCH))
                .withMessageContaining("version 4");
    }
}
