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
package io.acscall.examples.voicemail;

import java.nio.file.Path;

import io.acscall.examples.voicemail.demo.SimulatedVoicemail;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The application, once for all tests of a class, and a simulator that has forgotten what was before each. */
abstract class RunningVoicemail {

    @TempDir
    private static Path folder;
    static SimulatedVoicemail voicemail;

    @BeforeAll
    static void start() throws Exception {
        voicemail = SimulatedVoicemail.start(folder);
    }

    @AfterAll
    static void stop() {
        voicemail.close();
    }

    @BeforeEach
    void forget() {
        voicemail.simulator().reset();
    }
}
