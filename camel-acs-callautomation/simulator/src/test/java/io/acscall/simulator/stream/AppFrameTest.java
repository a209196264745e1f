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
package io.acscall.simulator.stream;

import java.nio.charset.StandardCharsets;

import io.acscall.simulator.fixtures.BrokenBody;
import io.acscall.simulator.fixtures.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class AppFrameTest {

    @Test
    void audioAndItsEndAreRead() {
        AppFrame audio = AppFrame.read(Fixtures.streamFrame("audioData.out").text());

        assertThat(audio.kind()).isEqualTo(AppFrame.Kind.AUDIO);
        assertThat(audio.audio()).hasSize(640);
        assertThat(AppFrame.read(Fixtures.streamFrame("stopAudio.out").text()).kind()).isEqualTo(AppFrame.Kind.STOP_AUDIO);
    }

    @Test
    void kindsAreReadInAnyCase() {
        assertThat(AppFrame.read(Fixtures.streamFrame("AudioData").text()).kind()).isEqualTo(AppFrame.Kind.AUDIO);
    }

    @ParameterizedTest
    @MethodSource("io.acscall.simulator.fixtures.Fixtures#brokenStreamFrames")
    void nothingIsMadeOfABrokenFrame(BrokenBody broken) {
        assertThat(AppFrame.read(new String(broken.bytes(), StandardCharsets.UTF_8)).kind())
                .isEqualTo(AppFrame.Kind.BROKEN);
    }
}
