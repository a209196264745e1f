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
package io.acscall.camel;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ShutdownWatchTest {

    @ParameterizedTest
    @CsvSource({ "PT45S, PT3S", "PT12S, PT3S", "PT10S, PT2.5S", "PT8S, PT2S", "PT4S, PT2S", "PT3S, PT1.5S", "PT0S, PT0S" })
    void routesHaveTheLastPartOfTheTime(Duration whole, Duration left) {
        assertThat(ShutdownWatch.leftForRoutes(whole)).isEqualTo(left);
    }
}
