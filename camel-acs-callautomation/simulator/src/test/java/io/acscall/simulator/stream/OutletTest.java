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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutletTest {

    private final List<String> sent = new ArrayList<>();
    private final StreamLog log = new StreamLog("call", "connection", "subscription", false, AudioFormat.PCM_16K_MONO);
    private boolean full;
    private final Outlet outlet = new Outlet(new StreamSocket() {

        @Override
        public boolean full() {
            return full;
        }

        @Override
        public void send(String text) {
            sent.add(text);
        }

        @Override
        public void close(int code) {
            sent.add("closed " + code);
        }
    }, log);

    @Test
    void audioIsDroppedWhileTheApplicationIsTooSlow() {
        outlet.sendOrDrop("1");
        full = true;
        outlet.sendOrDrop("2");
        full = false;
        outlet.sendOrDrop("3");

        assertThat(sent).containsExactly("1", "3");
        assertThat(log.snapshot(Duration.ZERO).framesDropped()).isEqualTo(1);
        assertThat(log.snapshot(Duration.ZERO).framesSent()).isEqualTo(2);
    }

    @Test
    void wordsWaitAndKeepTheirOrder() {
        full = true;
        outlet.sendOrHold("one");
        outlet.sendOrHold("two");
        full = false;
        outlet.sendOrDrop("audio");

        assertThat(sent).containsExactly("one", "two", "audio");
    }

    @Test
    void notMoreThanSoManyWordsWait() {
        full = true;
        for (int i = 0; i < 300; i++) {
            outlet.sendOrHold("word " + i);
        }
        full = false;
        outlet.sendOrHold("last");

        assertThat(sent).hasSize(257).startsWith("word 0").endsWith("word 255", "last");
        assertThat(log.snapshot(Duration.ZERO).framesDropped()).isEqualTo(44);
    }
}
