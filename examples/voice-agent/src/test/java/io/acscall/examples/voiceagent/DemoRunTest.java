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
package io.acscall.examples.voiceagent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.acscall.examples.voiceagent.demo.DemoRun;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The demo as a user sees it, shorter. */
class DemoRunTest {

    @Test
    void fiftyPeopleTalkToTheAgentAtOnceAndNoFrameIsLost() throws Exception {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());

        boolean well = new DemoRun(50, Duration.ofSeconds(3), lines::add).run();

        assertThat(well).as(() -> String.join("\n", lines)).isTrue();
        assertThat(lines).contains("No frame was lost.");
    }
}
