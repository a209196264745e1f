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
package io.acscall.simulator.http;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PathTemplateTest {

    private final PathTemplate call = PathTemplate.of("/calls/{id}");
    private final PathTemplate action = PathTemplate.of("/calls/{id}:play");
    private final PathTemplate person = PathTemplate.of("/calls/{id}/people/{*person}");

    @Test
    void aPlusStaysAPlus() {
        assertThat(person.match("/calls/a/people/4%3A%2B1604")).contains(Map.of("id", "a", "person", "4:+1604"));
        assertThat(person.match("/calls/a/people/4:+1604")).contains(Map.of("id", "a", "person", "4:+1604"));
    }

    @Test
    void anActionIsNoPartOfTheId() {
        assertThat(call.match("/calls/a:play")).isEmpty();
        assertThat(action.match("/calls/a:play")).contains(Map.of("id", "a"));
        assertThat(call.match("/calls/a%3Aplay")).contains(Map.of("id", "a:play"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/calls", "/calls/", "/calls/a/b", "/Calls/a", "/calls/a/", "//calls/a" })
    void anotherShapeDoesNotMatch(String path) {
        assertThat(call.match(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/calls/%", "/calls/%4", "/calls/%zz", "/calls/%C3%28", "/calls/%+1" })
    void aBrokenEscapeDoesNotMatch(String path) {
        assertThat(call.match(path)).isEmpty();
    }

    @Test
    void nonAsciiIsDecodedAsUtf8() {
        assertThat(call.match("/calls/%C3%BC+%20%E2%82%AC")).contains(Map.of("id", "ü+ €"));
        assertThat(PercentDecoding.segment("ü%C3%BC")).contains("üü");
    }
}
