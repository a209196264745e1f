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

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EchoModelTest {

    @Test
    void saysWhatItHasHeardAfterTheDelayToEachStreamForItself() {
        EchoModel echo = new EchoModel(2);

        assertThat(echo.hear("one", new byte[] { 1 })).isEmpty();
        assertThat(echo.hear("one", new byte[] { 2 })).isEmpty();
        assertThat(echo.hear("two", new byte[] { 9 })).isEmpty();
        assertThat(echo.hear("one", new byte[] { 3 })).containsExactly(1);
        assertThat(echo.hear("one", new byte[] { 4 })).containsExactly(2);
        assertThat(echo.heard()).isEqualTo(5);
        assertThat(echo.said()).isEqualTo(2);
    }

    @Test
    void hearsOnWhenItIsQuiet() {
        EchoModel echo = new EchoModel(1);
        echo.hear("one", new byte[] { 1 });
        echo.beQuiet();

        assertThat(echo.hear("one", new byte[] { 2 })).isEmpty();
        assertThat(echo.heard()).isEqualTo(2);
        assertThat(echo.said()).isZero();
    }

    @Test
    void forgetsACallerWhoHasGone() {
        EchoModel echo = new EchoModel(2);
        echo.hear("one", new byte[] { 1 });
        echo.forget("one");

        assertThat(echo.streams()).isZero();
    }
}
