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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FileTargetTest {

    @TempDir
    Path folder;

    @Test
    void aFileThatCannotTakeItsPlaceLeavesNothingUnfinished() throws IOException {
        FileTarget target = new FileTarget(folder.resolve("x.wav"));
        target.stream().write(1);
        Files.createDirectories(folder.resolve("x.wav/in the way"));

        assertThatThrownBy(target::finish).isInstanceOf(IOException.class);
        target.discard();

        assertThat(folder.toFile().list()).containsExactly("x.wav");
    }
}
