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
package io.acscall.examples.reminders.demo;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DemoRunTest {

    @Test
    void showsWhatCameOfEverybodyAndEndsByItself() throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();

        boolean asExpected = new DemoRun(lines::add).run();

        assertThat(asExpected).as(String.join("\n", lines)).isTrue();
        for (Person person : Person.values()) {
            assertThat(lines).filteredOn(line -> line.strip().startsWith(person.describe() + "  ")).hasSize(1);
        }
        assertThat(lines).last().isEqualTo("All reminders are as they should be.");
    }
}
