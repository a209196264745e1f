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
package io.acscall.camel.doctor;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ClockCheckTest {

    private static Answering service;

    @BeforeAll
    static void start() throws Exception {
        service = Answering.with(404, "");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({ "0, OK, ''", "40, DOUBT, ahead of", "-40, DOUBT, behind", "300, FAULT, ahead of", "-300, FAULT, behind" })
    void aClockIsAsGoodAsItIsNearToTheOthers(int seconds, Verdict verdict, String text) throws Exception {
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds));
        List<Finding> found = new ClockCheck(List.of(service.address("/")), Answering.knock(), clock).examine();

        assertThat(found).singleElement().returns(verdict, Finding::verdict);
        assertThat(found.get(0).text()).contains(text);
    }

    @Test
    void theFirstWhoSaysTheTimeCounts() throws Exception {
        List<URI> others = List.of(URI.create("http://127.0.0.1:1/"), service.address("/"));

        assertThat(new ClockCheck(others, Answering.knock(), Clock.systemUTC()).examine()).singleElement()
                .returns(Verdict.OK, Finding::verdict);
    }

    @Test
    void whereNobodySaysItNothingIsProved() throws Exception {
        assertThat(new ClockCheck(List.of(URI.create("http://127.0.0.1:1/")), Answering.knock(), Clock.systemUTC()).examine())
                .singleElement().returns(Verdict.UNPROVED, Finding::verdict);
    }
}
