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
package io.acscall.examples.reminders;

import java.util.List;

/**
 * The numbers that people see when they are rung.
 *
 * @param numbers in E.164 form, one or more
 */
public record CallerNumbers(List<String> numbers) {

    public CallerNumbers {
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException("reminders.callers is empty; name a number or more, such as +18005550100");
        }
        numbers = List.copyOf(numbers);
    }

    /** The number for a reminder, each time the same, so that people know it when it rings again. */
    public String of(int reminder) {
        return numbers.get(Math.floorMod(reminder, numbers.size()));
    }
}
